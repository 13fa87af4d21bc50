"""Details of a corrected article: the file's where it has them, else those that are known."""

from typing import Any
from uuid import UUID

from annotator.core.records import ArticleRecord, DocumentRecord, Status
from annotator.operations import details, documents, versions
from annotator.operations.version_details import DetailChange, told_details
from annotator.reading.preparing import prepare
from tests.store.desk import Desk

OLD = "Bridge open\n\nThe bridge is open again.\n"
NEW = "Bridge open\n\nThe bridge is open once more.\n"


def record(text: str = NEW, title: str = "Bridge open", **more: Any) -> ArticleRecord:
    return ArticleRecord(title, text, text.encode(), "utf-8", "new.txt", **more)


def article(desk: Desk, **known: str) -> UUID:
    key = desk.load(OLD)
    details.set_details_of_many(desk.workspace, [key], known, desk.ana)
    return key


def load(desk: Desk, key: UUID, new: ArticleRecord) -> DocumentRecord:
    plan = versions.plan_version(desk.workspace, key, prepare(new, {}, detect_language=False))
    return documents.read_document(desk.workspace, versions.load_version(desk.workspace, plan, {}, desk.ana))


def test_what_the_file_does_not_say_is_kept(desk: Desk) -> None:
    known = {
        "outlet": "The Bugle", "byline": "A. Prins", "url": "https://bugle.example/1", "source_note": "by phone",
        "published": "Friday", "published_at": "2025-07-04", "embargo_until": "2030-01-01", "status": "withheld",
    }  # fmt: skip
    new = load(desk, article(desk, **known), record())
    assert {name: str(getattr(new, name)) for name in known} == known


def test_what_the_file_says_is_taken_and_told(desk: Desk) -> None:
    key = article(desk, outlet="Bugle", published="Friday", published_at="2025-07-04")
    corrected = record(outlet="The Bugle", published="Saturday", status=Status.CANCELLED)
    told = told_details(documents.read_document(desk.workspace, key), corrected)
    assert set(told) == {
        DetailChange("outlet", "Bugle", "The Bugle"),
        DetailChange("published", "Friday", "Saturday"),
        DetailChange("published_at", "2025-07-04", ""),
        DetailChange("status", "usable", "cancelled"),
    }
    new = load(desk, key, corrected)
    assert (new.outlet, new.published, new.published_at, new.status) == ("The Bugle", "Saturday", "", Status.CANCELLED)


def test_a_title_given_by_hand_outlives_an_unchanged_heading(desk: Desk) -> None:
    key = article(desk, title="The bridge, at last")
    assert load(desk, key, record()).title == "The bridge, at last"


def test_a_corrected_heading_is_the_title(desk: Desk) -> None:
    key = article(desk, title="The bridge, at last")
    assert (
        load(desk, key, record(NEW.replace("Bridge open", "Bridge closed"), "Bridge closed")).title == "Bridge closed"
    )


def test_an_article_without_changes_has_none_to_tell(desk: Desk) -> None:
    key = article(desk, outlet="Bugle", status="withheld")
    assert told_details(documents.read_document(desk.workspace, key), record()) == ()
