"""Reads of whether there is anything to be seen, in both databases."""

from uuid import UUID

from annotator.core.spans import Span
from annotator.operations import annotations, comments
from annotator.operations.readings import put_reading
from annotator.store import seeing
from tests.store.desk import Desk


def test_others_work_is_there_to_be_seen_until_it_is_noted(desk: Desk) -> None:
    document_id, marked = desk.load(), desk.load("Another one here.\n")

    def shown(one: UUID, to: UUID) -> bool:
        with desk.workspace.reading() as connection:
            return seeing.shows_others(connection, one, to)

    assert not shown(document_id, desk.ben)
    desk.tag(document_id)
    annotations.mark_nothing(desk.workspace, marked, [Span(0, 7)], desk.ana)
    assert shown(document_id, desk.ben)
    assert shown(marked, desk.ben)
    assert not shown(document_id, desk.ana)
    with desk.workspace.edit("See", desk.ben, undoable=False) as session:
        put_reading(session, document_id, desk.ben).saw_others = True
    assert not shown(document_id, desk.ben)


def test_comments_are_there(desk: Desk) -> None:
    document_id = desk.load()
    comments.add_comment(desk.workspace, document_id, "Look", desk.ana)
    with desk.workspace.reading() as connection:
        assert seeing.has_comments(connection, document_id)
        assert not seeing.has_comments(connection, desk.ana)
