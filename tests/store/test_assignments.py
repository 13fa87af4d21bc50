"""Reads of who works on what, in both databases."""

from annotator.core.readings import CORRECTED
from annotator.core.spans import Span
from annotator.operations import annotations
from annotator.operations.assignments import assign
from annotator.operations.readings import put_reading, submit
from annotator.store import assignments
from tests.store.desk import Desk


def test_who_has_something_of_their_own_where(desk: Desk) -> None:
    tagged, marked, corrected = (desk.load(f"Article {at} here.\n") for at in range(3))
    desk.tag(tagged)
    annotations.mark_nothing(desk.workspace, marked, [Span(0, 7)], desk.ben)
    annotations.add_annotation(desk.workspace, corrected, [Span(0, 7)], "claim", desk.ben, origin=CORRECTED)
    with desk.workspace.reading() as connection:
        everything = assignments.at_work(connection)
        assert everything == {tagged: {desk.ana}, marked: {desk.ben}}
        assert assignments.at_work(connection, [marked, corrected]) == {marked: {desk.ben}}


def test_who_was_given_what_and_what_is_handed_in(desk: Desk) -> None:
    given, alone, seen = (desk.load(f"Article {at} here.\n") for at in range(3))
    assign(desk.workspace, [(given, desk.ben)], desk.ana)
    submit(desk.workspace, alone, desk.ana)
    with desk.workspace.edit("Look", desk.ana, undoable=False) as session:
        put_reading(session, seen, desk.ana).saw_others = True
    with desk.workspace.reading() as connection:
        assert assignments.taken(connection) == {given: {desk.ben}, alone: {desk.ana}}
        assert assignments.taken(connection, [given]) == {given: {desk.ben}}
        assert assignments.handed_in(connection) == {alone}
        (row,) = assignments.assigned(connection)
    assert (row.document_id, row.annotator_id, row.assigned_by) == (given, desk.ben, desk.ana)
    assert (row.blind, row.state, row.is_handed_in) == (True, "open", False)
