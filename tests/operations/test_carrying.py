"""Rows that go over to a new version."""

from uuid import UUID

from annotator.core.records import ArticleRecord
from annotator.operations import documents, sentences, versions
from annotator.reading.preparing import prepare
from tests.store.desk import Desk

OLD = "First one here. Second one here. Third one, here too. Fourth of them all.\n"


def correct(desk: Desk, document_id: UUID, text: str) -> UUID:
    record = ArticleRecord("", text, text.encode(), "utf-8", "new.txt")
    plan = versions.plan_version(desk.workspace, document_id, prepare(record, {}, detect_language=False))
    return versions.load_version(desk.workspace, plan, {}, desk.ana)


def told(desk: Desk, document_id: UUID) -> list[str]:
    record = documents.read_document(desk.workspace, document_id)
    return [record.text[slice(*sentence)].strip() for sentence in record.sentences]


def test_splits_and_joins_go_over(desk: Desk) -> None:
    old = desk.load(OLD)
    sentences.join_sentence(desk.workspace, old, 3, desk.ana)
    sentences.split_sentence(desk.workspace, old, OLD.index("here too"), desk.ana)
    new = correct(desk, old, "Added before. " + OLD.replace("Fourth", "Last"))
    assert told(desk, new) == [
        "Added before.",
        "First one here. Second one here.",
        "Third one,",
        "here too.",
        "Last of them all.",
    ]


def test_a_correction_that_the_rules_say_by_themselves_now_is_not_needed(desk: Desk) -> None:
    old = desk.load("The long first part, and then the second part of it all.\n")
    text = documents.read_document(desk.workspace, old).text
    sentences.split_sentence(desk.workspace, old, text.index("and then"), desk.ana)
    new = correct(desk, old, text + "More.\n")
    documents.set_language(desk.workspace, new, "nl", desk.ana)
    assert [row["position"] for row in desk.rows()["sentence_break"] if row["document_id"] == new] == [21]
    assert len({row["id"] for row in desk.rows()["sentence_break"]}) == 2


def test_nothing_is_written_where_nothing_was_corrected(desk: Desk) -> None:
    old = desk.load(OLD)
    new = correct(desk, old, OLD + "More.\n")
    rows = desk.rows()
    assert (rows["mark"], rows["sentence_break"]) == ([], [])
    assert documents.read_document(desk.workspace, new).furniture == ()
