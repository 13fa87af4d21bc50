"""Texts and submissions as agreement reads them."""

from annotator.core.agreement.measures import Measure
from annotator.core.spans import Span, trim
from annotator.operations import documents, sentences
from annotator.operations.agreement import compare_readings
from annotator.operations.agreement_places import Cell, places_behind
from annotator.operations.readings import put_reading, put_submission
from annotator.store import compared_texts
from tests.store.desk import ARTICLE, Desk


def test_sentences_are_those_that_people_see(desk: Desk) -> None:
    key = desk.load()
    with desk.workspace.reading() as connection:
        ((found, text),) = compared_texts.texts(connection, [key])
    record = documents.read_document(desk.workspace, key)
    assert found == key
    assert text.length == len(ARTICLE)
    assert list(text.sentences) == list(record.sentences)
    sentences.split_sentence(desk.workspace, key, 5, desk.ana)
    with desk.workspace.reading() as connection:
        assert len(dict(compared_texts.texts(connection, [key]))[key].sentences) == len(record.sentences) + 1


def test_page_furniture_is_no_sentence(desk: Desk) -> None:
    key = desk.load()
    first = documents.read_document(desk.workspace, key).sentences[0]
    documents.toggle_furniture(desk.workspace, key, Span(*first), desk.ana)
    with desk.workspace.reading() as connection:
        text = dict(compared_texts.texts(connection, [key]))[key]
    assert first not in text.sentences
    assert list(text.furniture) == [trim(ARTICLE, first)]
    assert text.length == len(ARTICLE)


def test_submissions_after_the_first_are_counted(desk: Desk) -> None:
    key, other = desk.load(), desk.load("Another article. It is short.")
    for document_id, times in ((key, 3), (other, 1)):
        for _ in range(times):
            with desk.workspace.edit("Hand in", desk.ana, undoable=False) as session:
                put_submission(session, document_id, desk.ana)
    with desk.workspace.reading() as connection:
        assert compared_texts.number_of_later_submissions(connection) == 2
        assert compared_texts.number_of_later_submissions(connection, [other]) == 0


def test_who_has_looked(desk: Desk) -> None:
    key = desk.load()
    with desk.workspace.edit("Look", desk.ben) as session:
        put_reading(session, key, desk.ben).saw_others = True
    with desk.workspace.reading() as connection:
        assert compared_texts.readers_who_saw(connection) == {(key, desk.ben)}


def test_figures_are_the_same_in_both_databases(desk: Desk) -> None:
    key = desk.load()
    for who, end in ((desk.ana, 9), (desk.ben, 4)):
        desk.tag(key, 0, end, by=who)
        with desk.workspace.edit("Hand in", who, undoable=False) as session:
            put_submission(session, key, who)
    found = compare_readings(desk.workspace)
    values = found.figures("claim")
    assert (values[Measure.F1_EXACT].value, values[Measure.F1_OVERLAP].value) == (0, 1)
    assert values[Measure.F1_CHARACTERS].value == 8 / 13
    assert places_behind(desk.workspace, found, Cell(Measure.F1_EXACT)).disputed == 1
