"""One list of what waits for somebody, with the words and the places that they need."""

from annotator.operations.assignments import assign
from annotator.operations.comments import add_comment
from annotator.operations.people import change_person
from annotator.operations.readings import submit
from annotator.operations.review import return_annotations, return_reading
from annotator.operations.todo import returned_in, waiting_for
from annotator.store.review_tables import SelfCheck
from tests.store.desk import Desk


def test_all_that_can_wait(desk: Desk) -> None:
    begun, asked_for, back = (desk.load(f"Article {n}. The mayor left.") for n in range(3))
    desk.tag(begun, 0, 7)
    assign(desk.workspace, [(asked_for, desk.ana)], desk.ben, blind=False)
    claim = desk.tag(back, 11, 20)
    submit(desk.workspace, back, desk.ana)
    return_annotations(desk.workspace, [claim.id], "which one", desk.ben)
    return_reading(desk.workspace, back, desk.ana, "see there", desk.ben)
    add_comment(desk.workspace, begun, "Is it so, @Ana?", desk.ben)
    with desk.workspace.edit("Ask again", desk.ana, undoable=False) as session:
        session.add(SelfCheck(document_id=begun, annotator_id=desk.ana, start_char=0, end_char=4, first=[]))
    found = waiting_for(desk.workspace, desk.ana)
    assert [(one.duty.value, one.document_id, one.who, one.words) for one in found] == [
        ("returned_reading", back, "Ben", "see there"),
        ("returned_tag", back, "Ben", "which one"),
        ("mention", begun, "Ben", "Is it so, @Ana?"),
        ("self_check", None, "", ""),
        ("assigned", asked_for, "Ben", ""),
        ("in_progress", begun, "", ""),
    ]
    tag = found[1]
    assert (tag.annotation_id, tag.label, tag.passage, tag.start_char) == (claim.id, "claim", "The mayor", 11)
    assert found[3].count == 1
    assert returned_in(desk.workspace, back, desk.ana) == [tag]
    assert [one.duty.value for one in waiting_for(desk.workspace, desk.ben)] == []


def test_who_reviews_is_told_of_what_is_handed_in_by_others(desk: Desk) -> None:
    document_id = desk.load("The mayor left.")
    submit(desk.workspace, document_id, desk.ana)
    assert waiting_for(desk.workspace, desk.ben) == []
    for who in (desk.ana, desk.ben):
        change_person(desk.workspace, who, role="reviewer")
    assert [(one.duty.value, one.count) for one in waiting_for(desk.workspace, desk.ben)] == [("review", 1)]
    assert waiting_for(desk.workspace, desk.ana) == []


def test_nothing_waits_in_a_new_project(desk: Desk) -> None:
    assert waiting_for(desk.workspace, desk.ana) == []
