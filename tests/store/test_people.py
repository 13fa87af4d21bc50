"""Who there is, on both databases."""

from annotator.operations.people import change_person
from annotator.store.people import people
from tests.store.desk import Desk


def test_everybody_in_the_order_of_joining(desk: Desk) -> None:
    change_person(desk.workspace, desk.ben, initials="BB", role="lead", color="plum")
    with desk.workspace.reading() as connection:
        ana, ben = people(connection)
    assert (ana.id, ana.name, ana.initials, ana.role) == (desk.ana, "Ana", "A", "annotator")
    assert (ben.id, ben.name, ben.initials, ben.role, ben.color) == (desk.ben, "Ben", "BB", "lead", "plum")
