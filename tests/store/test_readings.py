"""How far people are, on both databases."""

from annotator.core.readings import State
from annotator.core.spans import Span
from annotator.operations.annotations import mark_nothing
from annotator.operations.readings import put_reading, submit
from annotator.store import readings
from annotator.store.tables import Annotation
from tests.store.desk import Desk


def test_of_one_person(desk: Desk) -> None:
    tagged, marked, unread, handed_in, returned = (desk.load(f"Article {n}. The mayor left.") for n in range(5))
    desk.tag(tagged)
    mark_nothing(desk.workspace, marked, [Span(0, 4)], desk.ana)
    desk.tag(unread, by=desk.ben)
    submit(desk.workspace, handed_in, desk.ana)
    with desk.workspace.edit("Return", desk.ben, undoable=False) as session:
        put_reading(session, returned, desk.ana).state = "returned"
    with desk.workspace.reading() as connection:
        found = readings.readings_of(connection, desk.ana)
        assert {key: one.state for key, one in found.items()} == {
            tagged: State.IN_PROGRESS, marked: State.IN_PROGRESS, handed_in: State.SUBMITTED, returned: State.RETURNED,
        }  # fmt: skip
        assert readings.readings_of(connection, desk.ana, [marked, unread]) == {marked: found[marked]}
        assert readings.written_states(connection, desk.ana, [tagged, handed_in]) == {handed_in: "submitted"}


def test_in_one_article(desk: Desk) -> None:
    document_id = desk.load()
    desk.tag(document_id, by=desk.ben)
    submit(desk.workspace, document_id, desk.ana)
    with desk.workspace.reading() as connection:
        found = readings.readings_in(connection, document_id)
        assert [(one.annotator_id, one.state) for one in found] == [
            (desk.ana, State.SUBMITTED),
            (desk.ben, State.IN_PROGRESS),
        ]


def test_what_a_reviewer_puts_in_is_no_work_on_the_article(desk: Desk) -> None:
    document_id = desk.load()
    record = desk.tag(document_id, by=desk.ben)
    with desk.workspace.edit("Correct", desk.ben) as session:
        session.get(Annotation, record.id).origin = "corrected"  # type: ignore[union-attr]
    with desk.workspace.reading() as connection:
        assert readings.readings_of(connection, desk.ben) == {}
        assert readings.readings_in(connection, document_id) == []
        assert readings.owners(connection, [record.id]) == {record.id: (desk.ben, "corrected")}


def test_marks_of_ones_own(desk: Desk) -> None:
    document_id = desk.load()
    for who, span in ((desk.ana, Span(0, 4)), (desk.ben, Span(5, 9))):
        mark_nothing(desk.workspace, document_id, [span], who)
    with desk.workspace.reading() as connection:
        assert readings.own_marks(connection, document_id, desk.ben) == [Span(5, 9)]
