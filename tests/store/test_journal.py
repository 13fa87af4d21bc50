"""Chains: one for each installation, whatever process writes it."""

from uuid import uuid4

from sqlalchemy import select

from annotator.core.spans import Span
from annotator.operations import annotations
from annotator.store import journal
from annotator.store.journal import EntryRow, Kind
from annotator.store.tables import Installation, JournalEntry, table_of
from tests.store.desk import Desk


def test_a_row_as_written_has_the_table_s_columns() -> None:
    assert list(EntryRow._fields) == [column.name for column in table_of(JournalEntry).columns]


def test_each_installation_has_its_chain(desk: Desk) -> None:
    document_id = desk.load()
    others = [desk.open(uuid4()) for _ in range(2)]
    for number in range(6):
        workspace = (desk.workspace, *others)[number % 3]
        annotations.add_annotation(workspace, document_id, [Span(number, number + 1)], "claim", desk.ana)
    with desk.workspace.reading() as connection:
        heads = connection.execute(select(table_of(Installation)).order_by(table_of(Installation).c.number)).all()
        rows = connection.execute(select(table_of(JournalEntry)).order_by(table_of(JournalEntry).c.number)).all()
    assert [head.number for head in heads] == [1, 2, 3]
    assert [head.head_sequence for head in heads[1:]] == [2, 2]
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert desk.problems() == []
    for workspace in others:
        workspace.close()


def test_two_windows_of_one_installation_share_its_chain(desk: Desk) -> None:
    document_id = desk.load()
    other = desk.open()
    for number in range(6):
        workspace = (desk.workspace, other)[number % 2]
        annotations.add_annotation(workspace, document_id, [Span(number, number + 1)], "claim", desk.ana)
    other.close()
    assert desk.problems() == []


def test_the_journal_does_not_repeat_the_text(desk: Desk) -> None:
    words = " ".join(f"kalimat{number}" for number in range(5000))
    desk.load(words)
    with desk.workspace.reading() as connection:
        entries = select(table_of(JournalEntry)).where(table_of(JournalEntry).c.document_id.is_not(None))
        sizes = [len(row.changes) for row in connection.execute(entries)]
    assert max(sizes) < 1000


def test_entries_can_be_asked_for(desk: Desk) -> None:
    document_id = desk.load()
    tagged = desk.tag(document_id)
    with desk.workspace.reading() as connection:
        last = journal.last_number(connection)
        assert journal.title_of(connection, last) == "Tag claim"
        (newest,) = journal.entries_after(connection, last - 1)
        assert (newest.kind, newest.annotator_id, newest.document_id) == (Kind.EDIT, desk.ana, document_id)
        assert [change.id for change in newest.changes] == [tagged.id]
        assert [e.title for e in journal.entries_of_document(connection, document_id)] == ["Load article", "Tag claim"]
        assert [e.number for e in journal.entries_of_step(connection, last)] == [last]


def test_undo_finds_its_way_through_a_long_journal(desk: Desk) -> None:
    """More steps back and forth than are looked up at a time."""
    document_id = desk.load()
    for _ in range(40):
        desk.tag(document_id)
        desk.workspace.undo(desk.ana)
    assert desk.workspace.undo_title(desk.ana) == "Load article"
    assert desk.workspace.redo_title(desk.ana) == "Tag claim"
