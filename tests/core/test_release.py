"""An article is held back while its status or its embargo says so, and not a moment longer."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from annotator import resources
from annotator.core.records import DocumentSummary, RelationRecord, SourceRecord, Status
from annotator.core.release import Hold, Release, blacked_out, hold_of
from annotator.core.schema_file import read_label_set
from annotator.core.spans import Span
from tests.formats.records import minister

NEWSROOM = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
NOON = datetime(2025, 7, 4, 12, 0, tzinfo=UTC)
ARTICLE = DocumentSummary(
    id=UUID(int=1), title="t", outlet="", published="", language="id", language_confidence=None,
    loaded_at=NOON, length=1,
)  # fmt: skip


@pytest.mark.parametrize(
    ("status", "embargo", "hold"),
    [
        (Status.USABLE, "", None),
        (Status.WITHHELD, "", Hold.WITHHELD),
        (Status.CANCELLED, "2020-01-01", Hold.CANCELLED),
        (Status.USABLE, "2025-07-04T19:00:00+07:00", None),  # ends at this very moment
        (Status.USABLE, "2025-07-04T19:00:01+07:00", Hold.EMBARGOED),
        (Status.USABLE, "2025-07-02", None),
        (Status.USABLE, "2025-07-06", Hold.EMBARGOED),
        (Status.USABLE, "after the summit", Hold.EMBARGOED),
        (Status.USABLE, "0001-01-01", Hold.EMBARGOED),  # cannot be reckoned with
    ],
)
def test_what_holds_an_article_back(status: Status, embargo: str, hold: Hold | None) -> None:
    assert hold_of(replace(ARTICLE, status=status, embargo_until=embargo), NOON) is hold


def test_now_is_now() -> None:
    assert hold_of(replace(ARTICLE, embargo_until="2020-01-01")) is None
    assert hold_of(replace(ARTICLE, embargo_until="9999-01-01T00:00:00+00:00")) is Hold.EMBARGOED


def test_what_was_said_off_the_record_does_not_leave_under_another_label() -> None:
    record = minister()
    held = replace(record.annotations[0], label="claim", attributes={"record_status": "off_record"})
    out = Release(NEWSROOM).let_out(replace(record, annotations=(held, *record.annotations[1:])))
    assert out.annotations == record.annotations[2:]  # the claim inside it stays in, too


def test_what_was_said_off_the_record_never_leaves() -> None:
    record = minister()
    quote, claim, denial = record.annotations
    held = replace(quote, attributes={"record_status": "off_record"})
    source = SourceRecord(UUID(int=1), "Rina")
    links = (
        RelationRecord(UUID(int=7), record.id, "attributed_to", quote.id, None, source.id, "Ana"),
        RelationRecord(UUID(int=8), record.id, "contains", quote.id, claim.id, None, "Ana"),
        RelationRecord(UUID(int=9), record.id, "denies", denial.id, claim.id, None, "Ana"),
    )
    whole = replace(record, annotations=(held, claim, denial), relations=links, sources=(source,))
    out = Release(NEWSROOM).let_out(whole)
    assert out.annotations == (denial,)  # the claim would take the words of the quote along
    assert out.relations == ()
    assert out.sources == ()
    (words,) = quote.segments
    assert out.text == blacked_out(record, [words]).text != record.text
    assert Release(NEWSROOM).let_out(record) is record


def test_words_of_annotations_that_are_not_asked_for_may_have_to_stay_in() -> None:
    record = minister()
    quote, claim, denial = record.annotations
    held = replace(quote, attributes={"record_status": "off_record"})
    out = Release(NEWSROOM).let_out(replace(record, annotations=(claim, denial)), beside=(held,))
    assert out.annotations == (denial,)


def test_blacking_out_keeps_every_place() -> None:
    record = minister()
    black = blacked_out(record, [Span(15, 32)])
    assert len(black.text) == len(record.text)
    assert black.text[14:34] == '"█████ █████ █████."'
    assert black.text_sha256 != record.text_sha256
    assert blacked_out(record, []) is record


def test_a_title_of_words_that_are_black_is_black_as_far() -> None:
    record = replace(minister(), title="First  words are…", text="First words are नहीं 😀 secret.\nMore.")
    assert blacked_out(record, [Span(6, 22)]).title == "First █████ ███…"
    assert blacked_out(record, [Span(16, 29)]).text == "First words are ████ █ ██████.\nMore."
    assert blacked_out(replace(record, title="Another"), [Span(6, 20)]).title == "Another"
