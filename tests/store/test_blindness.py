"""What a blind reader sees of a project, in both databases."""

import threading
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import event, func, select

from annotator.core.spans import Span
from annotator.operations import annotations, copies, sources
from annotator.operations.readings import put_reading, put_submission
from annotator.store.blindness import VIEWED, hidden_documents, is_partial
from annotator.store.review_tables import Comment, Ruling, Verdict
from annotator.store.tables import FACTS, Annotation, Contact, JournalEntry, Relation, Source, table_of
from tests.store.desk import Desk

_SHARED = {"project", "annotator", "document", "sentence_break", "label_set_version"}
"""What everybody sees: no row of these says what somebody thinks of an article."""


def assign_blind(desk: Desk, document_id: UUID) -> None:
    with desk.workspace.edit("Assign articles", desk.ana, undoable=False) as session:
        put_reading(session, document_id, desk.ben).blind = True


def hand_in(desk: Desk, document_id: UUID) -> None:
    with desk.workspace.edit("Submit", desk.ben, undoable=False) as session:
        put_submission(session, document_id, desk.ben)


def number_of(desk: Desk, table: type, *, whole: bool = False) -> int:
    with desk.workspace.reading(whole=whole) as connection:
        return int(connection.execute(select(func.count()).select_from(table_of(table))).scalar_one())


def test_every_table_is_either_seen_in_part_or_by_everybody() -> None:
    tables = {str(table.__tablename__) for table in FACTS}
    assert tables - _SHARED == set(VIEWED) - {"journal"}


def test_nothing_is_hidden_from_somebody_who_reads_nothing_blind(desk: Desk) -> None:
    desk.tag(desk.load())
    desk.workspace.viewer = desk.ben
    assert number_of(desk, Annotation) == 1
    with desk.workspace.reading() as connection:
        assert not is_partial(connection)
    assert desk.workspace.hidden() == frozenset()


def test_others_annotations_are_hidden_and_own_ones_are_not(desk: Desk) -> None:
    document_id, other = desk.load(), desk.load("Another article altogether.\n")
    desk.tag(document_id)
    desk.tag(other)
    assign_blind(desk, document_id)
    desk.workspace.viewer = desk.ben
    own = desk.tag(document_id, 0, 9, "quote", by=desk.ben)
    with desk.workspace.reading() as connection:
        seen = connection.execute(select(table_of(Annotation).c.id, table_of(Annotation).c.document_id)).all()
        assert is_partial(connection)
        assert hidden_documents(connection, desk.ben) == {document_id}
    assert {row.document_id for row in seen} == {document_id, other}
    assert [row.id for row in seen if row.document_id == document_id] == [own.id]
    assert desk.workspace.hidden() == {document_id}


def test_a_whole_reading_and_an_edit_see_everything(desk: Desk) -> None:
    document_id = desk.load()
    desk.tag(document_id)
    assign_blind(desk, document_id)
    desk.workspace.viewer = desk.ben
    assert number_of(desk, Annotation) == 0
    assert number_of(desk, Annotation, whole=True) == 1
    with desk.workspace.edit("Look", desk.ben) as session:
        assert len(session.connection().execute(select(table_of(Annotation).c.id)).all()) == 1
    assert desk.problems() == []


def test_all_is_there_after_the_first_submission_and_stays_there(desk: Desk) -> None:
    document_id = desk.load()
    desk.tag(document_id)
    assign_blind(desk, document_id)
    desk.workspace.viewer = desk.ben
    assert number_of(desk, Annotation) == 0
    hand_in(desk, document_id)
    assert number_of(desk, Annotation) == 1
    with desk.workspace.edit("Return reading", desk.ana, undoable=False) as session:
        put_reading(session, document_id, desk.ben).state = "returned"
    assert number_of(desk, Annotation) == 1


def test_it_depends_on_who_looks(desk: Desk) -> None:
    document_id = desk.load()
    desk.tag(document_id)
    assign_blind(desk, document_id)
    for viewer, seen in ((desk.ben, 0), (desk.ana, 1), (None, 1), (desk.ben, 0)):
        desk.workspace.viewer = viewer
        assert number_of(desk, Annotation) == seen


def test_copies_and_other_versions_are_hidden_too(desk: Desk) -> None:
    document_id = desk.load("One text about the harbour and its new ferries, which sail at noon.\n")
    copy = desk.load("One text about the harbour and its new ferries, which sail at noon!\n")
    older, apart = desk.load("An older one.\n"), desk.load("Nothing to do with it.\n")
    copies.join(desk.workspace, [document_id, copy], desk.ana)
    for one in (document_id, copy, older, apart):
        desk.tag(one, 0, 3)
    desk.sql(
        "UPDATE document SET superseded_by = :newer WHERE id = :older",
        newer=copy.bytes if isinstance(desk.address, Path) else copy,
        older=older.bytes if isinstance(desk.address, Path) else older,
    )
    assign_blind(desk, document_id)
    desk.workspace.viewer = desk.ben
    with desk.workspace.reading() as connection:
        assert hidden_documents(connection, desk.ben) == {document_id, copy, older}
        seen = connection.execute(select(table_of(Annotation).c.document_id)).scalars().all()
    assert list(seen) == [apart]
    assert len(copies.copies_of(desk.workspace, document_id)) == 1  # what is a copy of what is no secret


def test_what_ties_to_something_hidden_is_hidden_wherever_it_stands(desk: Desk) -> None:
    document_id, other = desk.load(), desk.load("Another article altogether.\n")
    claim, denial = desk.tag(document_id), desk.tag(other, label="denial")
    own = desk.tag(other, 8, 15, by=desk.ben)
    with desk.workspace.edit("Tie", desk.ben) as session:
        session.add(
            Relation(document_id=other, annotator_id=desk.ana, kind="denies", from_id=denial.id, to_id=claim.id)
        )
        session.add(Relation(document_id=other, annotator_id=desk.ben, kind="denies", from_id=own.id, to_id=claim.id))
        session.add(
            Relation(document_id=other, annotator_id=desk.ana, kind="responds_to", from_id=own.id, to_id=denial.id)
        )
        session.add(
            Contact(document_id=document_id, annotation_id=claim.id, annotator_id=desk.ben, at="2026-01-02", person="x")
        )
        session.add(
            Comment(document_id=document_id, annotation_id=claim.id, annotator_id=desk.ben, words="What is this?")
        )
        session.add(Verdict(document_id=other, annotation_id=denial.id, annotator_id=desk.ben, verdict="approved"))
        session.add(
            Ruling(document_id=document_id, annotator_id=desk.ben, verdict="one", settles=[claim.id.hex], keeps=[])
        )
    assign_blind(desk, document_id)
    desk.workspace.viewer = desk.ben
    assert [number_of(desk, table) for table in (Relation, Contact, Comment, Verdict, Ruling)] == [1, 0, 0, 1, 0]
    hand_in(desk, document_id)
    assert [number_of(desk, table) for table in (Relation, Contact, Comment, Verdict, Ruling)] == [3, 1, 1, 1, 1]


def test_a_source_that_only_hidden_links_name_is_hidden(desk: Desk) -> None:
    document_id, other = desk.load(), desk.load("Another article altogether.\n")
    hidden, shared, unnamed = (
        sources.add_source(desk.workspace, name, desk.ana) for name in ("Hidden", "Shared", "Unnamed")
    )
    claim, elsewhere = desk.tag(document_id), desk.tag(other)
    with desk.workspace.edit("Name", desk.ana) as session:
        for annotation, source in ((claim, hidden), (claim, shared), (elsewhere, shared)):
            tie: dict[str, Any] = {"from_id": annotation.id, "source_id": source.id, "kind": "said_by"}
            session.add(Relation(document_id=annotation.document_id, annotator_id=desk.ana, **tie))
    assert len(sources.all_sources(desk.workspace)) == 3
    assign_blind(desk, document_id)
    desk.workspace.viewer = desk.ben
    assert {one.id for one in sources.all_sources(desk.workspace)} == {shared.id, unnamed.id}
    assert number_of(desk, Source) == 2
    with desk.workspace.edit("Name", desk.ben) as session:  # whoever names it knows of it
        tie = {"from_id": elsewhere.id, "source_id": hidden.id, "kind": "said_by"}
        session.add(Relation(document_id=other, annotator_id=desk.ben, **tie))
    assert {one.id for one in sources.all_sources(desk.workspace)} == {hidden.id, shared.id, unnamed.id}


def test_the_journal_of_a_hidden_article_is_one_s_own(desk: Desk) -> None:
    document_id = desk.load()
    desk.tag(document_id)
    assign_blind(desk, document_id)
    desk.workspace.viewer = desk.ben
    desk.tag(document_id, 0, 9, "quote", by=desk.ben)
    journal = table_of(JournalEntry).c
    with desk.workspace.reading() as connection:
        query = select(journal.annotator_id).where(journal.document_id == document_id)
        assert connection.execute(query).scalars().all() == [desk.ben]
    assert desk.workspace.undo_title(desk.ben)
    desk.workspace.undo(desk.ben)
    assert number_of(desk, Annotation, whole=True) == 1


def test_what_another_program_assigns_is_hidden_at_once(desk: Desk) -> None:
    document_id = desk.load()
    desk.tag(document_id)
    desk.workspace.viewer = desk.ben
    assert number_of(desk, Annotation) == 1
    elsewhere = desk.open()
    with elsewhere.edit("Assign articles", desk.ana, undoable=False) as session:
        put_reading(session, document_id, desk.ben).blind = True
    elsewhere.close()
    assert number_of(desk, Annotation) == 0
    assert desk.workspace.catch_up()


def test_a_connection_that_only_reads_gets_its_views_and_still_writes_nothing(file_desk: Desk) -> None:
    """As of a file that may not be written."""
    document_id = file_desk.load()
    file_desk.tag(document_id)
    assign_blind(file_desk, document_id)
    engine = file_desk.workspace._readers
    file_desk.workspace.viewer = file_desk.ben
    event.listen(engine.pool, "connect", lambda connection, _record: connection.execute("PRAGMA query_only = ON"))
    engine.dispose()
    assert number_of(file_desk, Annotation) == 0
    with file_desk.workspace.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA query_only").scalar() == 1


def test_many_threads_see_what_they_may(desk: Desk) -> None:
    document_id = desk.load()
    desk.tag(document_id)
    assign_blind(desk, document_id)
    desk.workspace.viewer = desk.ben
    seen: list[int] = []

    def look() -> None:
        seen.extend(number_of(desk, Annotation) for _ in range(10))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for start in range(5):
        annotations.add_annotation(desk.workspace, document_id, [Span(start, start + 1)], "claim", desk.ana)
    for thread in threads:
        thread.join()
    assert set(seen) == {0}
