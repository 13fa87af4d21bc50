"""What several flushes do to one row is one change."""

from typing import Any

import pytest
from sqlmodel import Session

from annotator.store.recorder import RecordedSession, Recorder
from annotator.store.tables import Annotation, Annotator, Document
from tests.store.desk import Desk

NOT_CHOSEN = {"initials": "", "role": "", "color": ""}


def changes(session: Session) -> list[tuple[Any, Any]]:
    return [(c.before, c.after) for _, group in session.info["recorder"].by_document() for c in group]


@pytest.fixture
def session(file_desk: Desk) -> Any:
    with file_desk.workspace.edit("Try", file_desk.ana) as session:
        yield session
        session.info["recorder"] = Recorder()  # what the test did is not judged again at the end
        session.rollback()


@pytest.fixture
def ana(session: Session, file_desk: Desk) -> Annotator:
    return session.get_one(Annotator, file_desk.ana)


def test_an_insert_then_an_update_is_an_insert(session: Session) -> None:
    row = Annotator(name="Cut")
    session.add(row)
    session.flush()
    row.name = "Cat"
    session.flush()
    assert changes(session) == [(None, {"id": row.id, "name": "Cat"} | NOT_CHOSEN)]


def test_whether_anything_changes_is_known_once_it_was_sent(session: RecordedSession, ana: Annotator) -> None:
    assert not session.has_changes
    ana.name = "Anna"
    session.flush()
    assert session.has_changes
    ana.name = "Ana"
    session.flush()
    assert not session.has_changes


def test_two_updates_are_one(session: Session, ana: Annotator) -> None:
    for name in ("Anna", "Anne"):
        ana.name = name
        session.flush()
    assert changes(session) == [({"name": "Ana"}, {"name": "Anne"})]


def test_an_update_then_a_delete_is_a_delete_of_what_was(session: Session, ana: Annotator) -> None:
    ana.name = "Anna"
    session.flush()
    session.delete(ana)
    session.flush()
    assert changes(session) == [({"id": ana.id, "name": "Ana"} | NOT_CHOSEN, None)]


def test_an_update_and_a_delete_in_one_flush(session: Session, ana: Annotator) -> None:
    ana.name = "Anna"
    session.delete(ana)
    session.flush()
    assert changes(session) == [({"id": ana.id, "name": "Ana"} | NOT_CHOSEN, None)]


def test_there_and_back_is_nothing(session: Session, ana: Annotator) -> None:
    ana.name = "Anna"
    session.flush()
    ana.name = "Ana"
    session.flush()
    row = Annotator(name="Cut")
    session.add(row)
    session.flush()
    session.delete(row)
    session.flush()
    assert changes(session) == []


def test_a_row_that_goes_and_comes_again_has_what_differs(session: Session, ana: Annotator) -> None:
    session.delete(ana)
    session.flush()
    session.add(Annotator(id=ana.id, name="Anna"))
    session.flush()
    assert changes(session) == [({"name": "Ana"}, {"name": "Anna"})]


def test_a_column_that_is_none_is_left_out(file_desk: Desk) -> None:
    row = Annotation(document_id=file_desk.ana, annotator_id=file_desk.ana, label="x", start_char=0, end_char=1)
    recorder = Recorder()
    recorder.inserted(row)
    ((_, (change,)),) = recorder.by_document()
    assert change.after is not None
    assert "segments" not in change.after


def test_changes_are_grouped_by_their_document(file_desk: Desk) -> None:
    first, second = file_desk.load(), file_desk.load("Another article.")
    with file_desk.workspace.edit("Both", file_desk.ana) as session:
        session.get_one(Document, first).title = "1"
        session.get_one(Document, second).title = "2"
        session.get_one(Annotator, file_desk.ben).name = "Benn"
        session.flush()
        groups = {document_id: len(group) for document_id, group in session.info["recorder"].by_document()}
    assert groups == {first: 1, second: 1, None: 1}


def test_rows_added_in_bulk_are_told_to_the_journal(file_desk: Desk) -> None:
    document_id = file_desk.load()
    rows = [
        {name: getattr(row, name) for name in Annotation.model_fields}
        for row in (
            Annotation(
                document_id=document_id, annotator_id=file_desk.ana, label="claim", start_char=at, end_char=at + 1
            )
            for at in range(5)
        )
    ]
    with file_desk.workspace.edit("Many", file_desk.ana) as session:
        assert isinstance(session, RecordedSession)
        session.add_rows(Annotation, rows)
        session.add_rows(Annotation, [])
    assert len(file_desk.rows()["annotation"]) == 5
    assert file_desk.problems() == []
    file_desk.workspace.undo(file_desk.ana)
    assert file_desk.rows()["annotation"] == []
