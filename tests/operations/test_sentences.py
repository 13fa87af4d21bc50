"""A split and a join by hand are corrections of the rules, and can be forgotten; what is said stays."""

from uuid import UUID, uuid4

import pytest

from annotator.errors import InvalidSpan, NotFound
from annotator.operations import documents, history, sentences
from tests.store.desk import ARTICLE, Desk


def read_sentences(desk: Desk, document_id: UUID) -> list[str]:
    record = documents.read_document(desk.workspace, document_id)
    assert "".join(record.text[a:b] for a, b in record.sentences) == record.text
    return [record.text[a:b].strip() for a, b in record.sentences]


def test_an_article_that_is_not_there(desk: Desk) -> None:
    for verb in (
        lambda key: sentences.split_sentence(desk.workspace, key, 5, desk.ana),
        lambda key: sentences.join_sentence(desk.workspace, key, 5, desk.ana),
        lambda key: sentences.forget_corrections(desk.workspace, key, desk.ana),
    ):
        with pytest.raises(NotFound, match="no longer in the project"):
            verb(uuid4())


def test_a_split_and_a_join_take_each_other_back(desk: Desk) -> None:
    document_id = desk.load()
    whole = read_sentences(desk, document_id)
    tagged = desk.tag(document_id, 0, 19)
    sentences.split_sentence(desk.workspace, document_id, 4, desk.ana)  # white space: the word after it starts
    assert read_sentences(desk, document_id)[:2] == ["Wali", "kota membantah."]
    assert documents.read_document(desk.workspace, document_id).annotations == (tagged,)
    with pytest.raises(InvalidSpan, match="already"):
        sentences.split_sentence(desk.workspace, document_id, 5, desk.ana)
    sentences.join_sentence(desk.workspace, document_id, 0, desk.ana)
    assert read_sentences(desk, document_id) == whole
    assert desk.rows()["sentence_break"] == []
    sentences.join_sentence(desk.workspace, document_id, 19, desk.ana)
    assert len(read_sentences(desk, document_id)) == 2
    sentences.split_sentence(desk.workspace, document_id, 20, desk.ana)
    assert read_sentences(desk, document_id) == whole
    assert desk.rows()["sentence_break"] == []


def test_a_join_holds_where_the_sentences_were_cut_anew_since(desk: Desk) -> None:
    document_id = desk.load("Er kam am 10. Mai an. Dann ging er.")
    documents.set_language(desk.workspace, document_id, "de", desk.ana)  # where 10. is an ordinal
    sentences.split_sentence(desk.workspace, document_id, 14, desk.ana)
    documents.set_language(desk.workspace, document_id, "unknown", desk.ana)
    assert read_sentences(desk, document_id)[0] == "Er kam am 10."
    sentences.join_sentence(desk.workspace, document_id, 0, desk.ana)
    assert read_sentences(desk, document_id)[0] == "Er kam am 10. Mai an."
    sentences.split_sentence(desk.workspace, document_id, 14, desk.ana)
    assert read_sentences(desk, document_id)[0] == "Er kam am 10."
    assert desk.rows()["sentence_break"] == []


@pytest.mark.parametrize("position", [-(10**15), -5, 0, len(ARTICLE), len(ARTICLE) + 9])
def test_no_split_outside_the_text(desk: Desk, position: int) -> None:
    document_id = desk.load(f"\n{ARTICLE}"[: len(ARTICLE)])
    with pytest.raises(InvalidSpan):
        sentences.split_sentence(desk.workspace, document_id, position, desk.ana)


def test_no_split_inside_a_character(desk: Desk) -> None:
    document_id = desk.load("Kata 👩🏽‍🚒 itu.")
    with pytest.raises(InvalidSpan, match="inside a character"):
        sentences.split_sentence(desk.workspace, document_id, 7, desk.ana)


def test_the_last_sentence_has_none_to_join(desk: Desk) -> None:
    document_id = desk.load()
    for position in (60, len(ARTICLE), 999):
        with pytest.raises(InvalidSpan, match="no sentence after"):
            sentences.join_sentence(desk.workspace, document_id, position, desk.ana)


def test_corrections_are_forgotten_and_remembered_again(desk: Desk) -> None:
    document_id = desk.load()
    whole = read_sentences(desk, document_id)
    tagged = desk.tag(document_id, 0, 19)
    sentences.split_sentence(desk.workspace, document_id, 5, desk.ana)
    sentences.join_sentence(desk.workspace, document_id, 21, desk.ben)
    corrected = read_sentences(desk, document_id)
    assert sentences.forget_corrections(desk.workspace, document_id, desk.ana) == 2
    assert read_sentences(desk, document_id) == whole != corrected
    assert documents.read_document(desk.workspace, document_id).annotations == (tagged,)
    assert history.undo(desk.workspace, desk.ana) == "Forget hand-made splits and joins"
    assert read_sentences(desk, document_id) == corrected
    assert desk.problems() == []


def test_where_nothing_was_corrected_nothing_is_written(desk: Desk) -> None:
    document_id = desk.load()
    entries = desk.entries()
    assert sentences.forget_corrections(desk.workspace, document_id, desk.ana) == 0
    assert desk.entries() == entries
