"""Details are corrected: one step, only what differs, and nothing that is no date, address or status."""

from dataclasses import replace
from uuid import uuid4

import pytest

from annotator.core.records import Status
from annotator.errors import InvalidDetails, NotFound
from annotator.operations import annotations, details, documents, history
from annotator.operations.details import DETECT, Details, details_of, set_details, set_details_of_many
from tests.store.desk import ARTICLE, Desk

ALL = Details(
    title="Harga naik lagi",
    outlet="Kantor Berita",
    byline="Rina",
    published="Jumat, 4 Juli 2025",
    published_at="2025-07-04T21:35:00+07:00",
    url="https://berita.invalid/harga?1",
    language="id",
    embargo_until="2025-07-05",
    status=Status.WITHHELD,
    source_note="Dari surel.\nBelum dicek.",
)


def now(desk: Desk, document_id: object) -> Details:
    return details_of(documents.read_document(desk.workspace, document_id))  # type: ignore[arg-type]


def test_all_details_are_one_step(desk: Desk) -> None:
    document_id = desk.load()
    before, entries = now(desk, document_id), desk.entries()
    assert set_details(desk.workspace, document_id, ALL, desk.ana)
    assert now(desk, document_id) == ALL
    assert desk.entries() == entries + 1
    assert documents.read_document(desk.workspace, document_id).language_by_hand
    assert history.undo_title(desk.workspace, desk.ana) == "Change details"
    history.undo(desk.workspace, desk.ana)
    assert now(desk, document_id) == before
    history.redo(desk.workspace, desk.ana)
    assert now(desk, document_id) == ALL
    assert desk.problems() == []


def test_what_is_so_already_is_no_step(desk: Desk) -> None:
    document_id = desk.load()
    set_details(desk.workspace, document_id, ALL, desk.ana)
    entries = desk.entries()
    assert not set_details(desk.workspace, document_id, ALL, desk.ana)
    assert set_details_of_many(desk.workspace, [document_id], {"language": "id", "status": "withheld"}, desk.ana) == 0
    assert desk.entries() == entries


def test_details_are_taken_away_again(desk: Desk) -> None:
    document_id = desk.load()
    empty = now(desk, document_id)
    set_details(desk.workspace, document_id, ALL, desk.ana)
    set_details(desk.workspace, document_id, replace(empty, language="id"), desk.ana)
    assert now(desk, document_id) == replace(empty, language="id")
    assert {row["status"] for row in desk.rows()["document"]} == {None}
    assert {row["source_note"] for row in desk.rows()["document"]} == {None}


def test_only_what_is_named_is_written(desk: Desk) -> None:
    document_id = desk.load()
    shown = now(desk, document_id)
    set_details_of_many(desk.workspace, [document_id], {"outlet": "Kantor"}, desk.ben)
    set_details_of_many(desk.workspace, [document_id], {"byline": " Rina \n Sari "}, desk.ana)
    assert now(desk, document_id) == replace(shown, outlet="Kantor", byline="Rina Sari")


def test_many_articles_are_one_step(desk: Desk) -> None:
    ids = [desk.load(f"{ARTICLE} {number}") for number in range(3)]
    set_details_of_many(desk.workspace, ids[:1], {"outlet": "Kantor"}, desk.ana)
    assert set_details_of_many(desk.workspace, ids, {"outlet": "Kantor", "status": "cancelled"}, desk.ana) == 3
    assert {now(desk, key).status for key in ids} == {Status.CANCELLED}
    history.undo(desk.workspace, desk.ana)
    assert {now(desk, key).status for key in ids} == {Status.USABLE}
    assert [now(desk, key).outlet for key in ids] == ["Kantor", "", ""]
    assert desk.problems() == []


def test_a_language_cuts_the_sentences_anew_and_tags_stay(desk: Desk) -> None:
    document_id = desk.load("He met Mr. Smith. “Kami tidak tahu,” kata Rina. " * 3)
    tag = desk.tag(document_id, 3, 6)
    chosen = {"language": "en", "title": "Smith"}
    assert set_details_of_many(desk.workspace, [document_id], chosen, desk.ana) == 1
    record = documents.read_document(desk.workspace, document_id)
    assert (record.language, record.title, record.language_by_hand) == ("en", "Smith", True)
    assert annotations.read_annotation(desk.workspace, tag.id).segments == tag.segments
    set_details_of_many(desk.workspace, [document_id], {"language": DETECT}, desk.ana)
    assert not documents.read_document(desk.workspace, document_id).language_by_hand
    history.undo(desk.workspace, desk.ana)
    history.undo(desk.workspace, desk.ana)
    assert now(desk, document_id).title != "Smith"
    assert desk.problems() == []


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("title", " \n", "needs a title"),
        ("published_at", "Jumat", "is no date; write a day like 2025-07-04"),
        ("embargo_until", "2025-02-30", "“2025-02-30” is no date"),
        ("url", "javascript:alert(1)", "begins with https://"),
        ("url", "https://", "begins with https://"),
        ("url", "http://a b", "begins with https://"),
        ("url", "https://a/" + "x" * 3_000, "begins with https://"),
        ("status", "draft", "there are usable, withheld, cancelled"),
        ("language", "qq", "no language that the program knows"),
        ("text", "x", "have no “text”"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(desk: Desk, name: str, value: str, words: str) -> None:
    document_id = desk.load()
    entries = desk.entries()
    with pytest.raises(InvalidDetails, match=words):
        set_details_of_many(desk.workspace, [document_id], {"outlet": "Kantor", name: value}, desk.ana)
    assert desk.entries() == entries
    assert now(desk, document_id).outlet == ""


def test_times_are_kept_as_exact_as_they_are_and_words_are_cleaned(desk: Desk) -> None:
    told = details.check_details({"published_at": " 2025-07-04 21:35 ", "embargo_until": "", "title": "a\0b\ud800"})
    assert told == {"published_at": "2025-07-04T21:35", "embargo_until": "", "title": "a b?"}


def test_one_article_that_is_gone_leaves_the_others_as_they_were(desk: Desk) -> None:
    document_id = desk.load()
    for changes in ({"outlet": "Kantor"}, {"language": "en"}):
        with pytest.raises(NotFound):
            set_details_of_many(desk.workspace, [document_id, uuid4()], changes, desk.ana)
    assert now(desk, document_id).outlet == ""
