"""What an edit promises: whole or not at all, told once to everybody."""

import contextlib
import sys
from pathlib import Path
from threading import Thread
from uuid import uuid4

import pytest
from sqlalchemy import delete, insert, select, update
from sqlmodel import Session

from annotator.core.spans import Span
from annotator.errors import NotFound, ProjectBusy, ProjectError, ProjectReadOnly
from annotator.operations import annotations, annotators, documents, loading, projects
from annotator.store import sqlite, statistics
from annotator.store.tables import Annotation, Document, table_of
from annotator.store.workspace import Change
from tests.store.desk import ARTICLE, Desk


def an_annotation(desk: Desk, document_id: object, start: int = 0) -> Annotation:
    return Annotation(
        document_id=document_id, annotator_id=desk.ana, label="claim", start_char=start, end_char=start + 4
    )


def test_an_edit_is_committed_with_its_entry(desk: Desk) -> None:
    document_id, before = desk.load(), desk.entries()
    with desk.workspace.edit("Two at once", desk.ana) as session:
        session.add(an_annotation(desk, document_id))
        session.add(an_annotation(desk, document_id, 5))
    assert len(desk.rows()["annotation"]) == 2
    assert desk.entries() == before + 1
    assert desk.problems() == []


def test_an_error_inside_an_edit_leaves_nothing(desk: Desk) -> None:
    document_id = desk.load()
    before, entries, told = desk.rows(), desk.entries(), list[Change]()
    desk.workspace.subscribe(told.append)
    with contextlib.suppress(ZeroDivisionError), desk.workspace.edit("Broken", desk.ana) as session:
        session.add(an_annotation(desk, document_id))
        session.flush()
        session.get_one(Document, document_id).title = "changed"
        session.flush()
        raise ZeroDivisionError
    assert (desk.rows(), desk.entries(), told) == (before, entries, [])
    assert desk.workspace.undo_title(desk.ana) == "Load article"
    assert desk.problems() == []


def test_an_edit_that_changes_nothing_is_not_recorded(desk: Desk) -> None:
    document_id = desk.load()
    entries, told = desk.entries(), list[Change]()
    desk.workspace.subscribe(told.append)
    with desk.workspace.edit("There and back", desk.ana) as session:
        document = session.get_one(Document, document_id)
        title, document.title = document.title, "another"
        session.flush()
        document.title = title
    with desk.workspace.edit("Made and gone", desk.ana) as session:
        row = an_annotation(desk, document_id)
        session.add(row)
        session.flush()
        session.delete(row)
    assert (desk.entries(), told) == (entries, [])


def test_an_edit_is_on_the_disk_when_it_returns(desk: Desk) -> None:
    document_id = desk.load()
    tagged = desk.tag(document_id)
    other = desk.open(uuid4())
    try:
        assert annotations.read_annotation(other, tagged.id) == tagged
    finally:
        other.close()


@pytest.mark.parametrize("statement", [insert(Annotation), update(Annotation).values(note="x"), delete(Annotation)])
def test_bulk_statements_are_refused(desk: Desk, statement: object) -> None:
    desk.tag(desk.load())
    before = desk.rows()
    with pytest.raises(TypeError, match="bypass the journal"), desk.workspace.edit("Bulk", desk.ana) as session:
        session.execute(statement)  # type: ignore[call-overload]
    assert desk.rows() == before


def test_bulk_statements_on_plain_tables_are_refused_too(desk: Desk) -> None:
    desk.tag(desk.load())
    with pytest.raises(TypeError, match="bypass the journal"), desk.workspace.edit("Bulk", desk.ana) as session:
        session.execute(delete(table_of(Annotation)))
    assert len(desk.rows()["annotation"]) == 1


def test_subscribers_are_told_what_was_touched(desk: Desk) -> None:
    document_id, told = desk.load(), list[Change]()
    stop = desk.workspace.subscribe(told.append)
    tagged = desk.tag(document_id)
    row = ("annotation", tagged.id)
    assert told == [Change(frozenset({"annotation"}), frozenset({document_id}), frozenset({row}))]
    desk.workspace.undo(desk.ana)
    assert told[1] == told[0]
    stop()
    stop()
    desk.workspace.redo(desk.ana)
    assert len(told) == 2


def test_a_subscriber_may_edit(desk: Desk) -> None:
    document_id, told = desk.load(), list[Change]()

    def answer(change: Change) -> None:
        told.append(change)
        if len(told) == 1:
            desk.tag(document_id, 5, 9, by=desk.ben)

    desk.workspace.subscribe(answer)
    desk.tag(document_id)
    assert len(told) == 2


def test_catching_up_tells_of_others_once(desk: Desk) -> None:
    document_id = desk.load()
    other = desk.open(uuid4())
    told: list[Change] = []
    other.subscribe(told.append)
    assert not other.catch_up()
    first = desk.tag(document_id)
    mine = annotations.add_annotation(other, document_id, [Span(5, 9)], "quote", desk.ben)
    second = desk.tag(document_id, 10, 14)
    assert [change.rows for change in told] == [{("annotation", mine.id)}]
    assert other.catch_up()
    assert told[1].rows == {("annotation", first.id), ("annotation", second.id)}
    assert told[1].document_ids == {document_id}
    assert not other.catch_up()
    assert len(told) == 2
    annotations.add_annotation(other, document_id, [Span(0, 4)], "quote", desk.ben)
    assert not other.catch_up()
    other.close()


def test_a_reading_is_of_one_moment(desk: Desk) -> None:
    document_id = desk.load()
    with desk.workspace.reading() as connection:
        assert statistics.counts_by(connection, "labels") == {}
        thread = Thread(target=desk.tag, args=(document_id,))
        thread.start()
        thread.join()
        assert statistics.counts_by(connection, "labels") == {}
    with desk.workspace.reading() as connection:
        assert statistics.counts_by(connection, "labels") == {("claim", "claim"): 1}


def test_texts_are_remembered_but_not_those_of_articles_that_are_gone(desk: Desk) -> None:
    ids = [desk.load(f"{ARTICLE} {number}.") for number in range(5)]
    with desk.workspace.reading() as connection:
        for number, document_id in enumerate(ids):
            assert desk.workspace.text_of(connection, document_id).endswith(f"{number}.")
    documents.remove_document(desk.workspace, ids[-1], desk.ana)
    with desk.workspace.reading() as connection, pytest.raises(NotFound):
        desk.workspace.text_of(connection, ids[-1])


def test_a_project_that_cannot_be_written_is_read_only(file_desk: Desk, project_path: Path) -> None:
    document_id = file_desk.load()
    database = file_desk.workspace._database
    object.__setattr__(database, "read_only", True)
    assert file_desk.workspace.read_only
    with pytest.raises(ProjectReadOnly):
        file_desk.tag(document_id)
    with pytest.raises(ProjectReadOnly):
        file_desk.workspace.undo(file_desk.ana)
    assert documents.read_document(file_desk.workspace, document_id).text == ARTICLE


def test_the_address_keeps_a_password_to_itself(desk: Desk) -> None:
    engine = desk.workspace._database.engine
    secret = engine.url.set(password="secret")
    object.__setattr__(engine, "url", secret)
    assert "secret" not in desk.workspace.address
    assert desk.workspace.engine_name in ("sqlite", "postgresql")


def test_the_session_is_given_closed(desk: Desk) -> None:
    with desk.workspace.edit("Nothing", desk.ana) as session:
        assert isinstance(session, Session)
    assert not session.in_transaction()


def test_what_is_closed_stays_closed(desk: Desk) -> None:
    document_id = desk.load()
    desk.workspace.close()
    for late in (lambda: documents.list_documents(desk.workspace), lambda: desk.tag(document_id)):
        with pytest.raises(ProjectError, match="closed"):
            late()
    desk.workspace = desk.open()
    assert desk.rows()["annotation"] == []


def test_nobody_waits_for_ever(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    document_id = desk.load()
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.1)
    other = desk.open()
    with desk.workspace.edit("Long", desk.ana), pytest.raises(ProjectBusy, match="Try again"):
        documents.rename_document(other, document_id, "Another title", desk.ben)
    other.close()
    assert desk.problems() == []


def test_many_threads_lose_nothing(desk: Desk) -> None:
    document_id = desk.load("word " * 200)
    made: list[object] = []

    def work(number: int) -> None:
        by = annotators.find_or_add_annotator(desk.workspace, f"Annotator {number}")
        for index in range(15):
            made.append(desk.tag(document_id, 5 * (15 * number + index), 5 * (15 * number + index) + 4, by=by).id)

    threads = [Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with desk.workspace.reading() as connection:
        there = connection.execute(select(table_of(Annotation).c.id)).scalars().all()
    assert set(there) == set(made)
    assert len(made) == 60
    assert desk.problems() == []


def test_loading_and_tagging_at_once(desk: Desk, tmp_path: Path) -> None:
    document_id = desk.load()
    paths = [tmp_path / f"{number}.txt" for number in range(80)]
    for number, path in enumerate(paths):
        path.write_text(f"{ARTICLE} {number}")
    reports: list[loading.LoadReport] = []
    thread = Thread(
        target=lambda: reports.append(loading.load_files(desk.workspace, paths, desk.ana, detect_language=False))
    )
    thread.start()
    tagged = [desk.tag(document_id, by=desk.ben).id for _ in range(10)]
    thread.join()
    assert len(reports[0].loaded) == 80
    assert {record.id for record in annotations.read_annotations(desk.workspace, tagged)} == set(tagged)
    assert desk.problems() == []


def test_two_may_make_the_same_project(address: str | Path) -> None:
    opened = []
    threads = [Thread(target=lambda: opened.append(projects.open_project(address, uuid4()))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 4
    with opened[0].reading() as connection:
        assert len(connection.exec_driver_sql("SELECT id FROM project").all()) == 1
    for workspace in opened:
        workspace.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there, an open file cannot be moved")
def test_no_edit_goes_into_a_file_that_is_gone(file_desk: Desk, tmp_path: Path) -> None:
    desk = file_desk
    document_id, here, away = desk.load(), Path(desk.address), tmp_path / "elsewhere"
    here.rename(away)
    before = desk.entries()
    with pytest.raises(ProjectError, match="moved, replaced or deleted"):
        annotations.add_annotation(desk.workspace, document_id, [Span(0, 4)], "claim", desk.ana)
    with pytest.raises(ProjectError, match="moved, replaced or deleted"):
        desk.workspace.undo(desk.ana)
    assert desk.entries() == before
    assert documents.read_document(desk.workspace, document_id).annotations == ()
    away.rename(here)
    annotations.add_annotation(desk.workspace, document_id, [Span(0, 4)], "claim", desk.ana)
    assert desk.entries() == before + 1


def test_a_look_at_what_others_wrote_waits_for_no_edit(desk: Desk) -> None:
    colleague = desk.open(uuid4())
    key = desk.load()
    with colleague.edit("Long work", desk.ben):
        assert not colleague.catch_up()
    assert colleague.catch_up()
    assert documents.read_document(colleague, key)
    colleague.close()
