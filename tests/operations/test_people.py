"""People come, get another name, letters, a part and a colour; nothing of it is on anybody's undo list."""

from uuid import uuid4

import pytest

from annotator.core.people import Role
from annotator.core.spans import Span
from annotator.errors import NotFound, UnusableName
from annotator.operations import history
from annotator.operations.annotations import add_annotation, read_annotation
from annotator.operations.people import add_person, change_person, people, person, person_called
from tests.store.desk import Desk


def test_somebody_new(desk: Desk) -> None:
    eve = add_person(desk.workspace, " Eve  Adams ", desk.ana)
    assert [one.name for one in people(desk.workspace)] == ["Ana", "Ben", "Eve Adams"]
    assert person_called(desk.workspace, "Eve Adams").id == eve
    assert person(desk.workspace, eve) == people(desk.workspace)[2]
    assert history.undo_title(desk.workspace, desk.ana) is None


@pytest.mark.parametrize("name", ["", " \n", "Ben", " Ben "])
def test_a_name_is_there_and_nobody_elses(desk: Desk, name: str) -> None:
    with pytest.raises(UnusableName):
        add_person(desk.workspace, name)
    with pytest.raises(UnusableName):
        change_person(desk.workspace, desk.ana, name=name)
    assert [one.name for one in people(desk.workspace)] == ["Ana", "Ben"]


def test_another_name_is_the_same_person(desk: Desk) -> None:
    document_id = desk.load("The mayor left.")
    added = add_annotation(desk.workspace, document_id, [Span(0, 9)], "claim", desk.ana)
    assert change_person(desk.workspace, desk.ana, name="Anna").name == "Anna"
    assert read_annotation(desk.workspace, added.id).annotator == "Anna"
    assert change_person(desk.workspace, desk.ana, name="Anna").name == "Anna"
    assert desk.problems() == []


def test_letters_a_part_and_a_colour_and_back_to_what_is_usual(desk: Desk) -> None:
    before = person(desk.workspace, desk.ana)
    changed = change_person(desk.workspace, desk.ana, initials=" a b c d e", role=Role.REVIEWER, color="rose")
    assert (changed.initials, changed.role, changed.color) == ("abcd", Role.REVIEWER, "rose")
    assert change_person(desk.workspace, desk.ana, initials="", role="annotator", color="") == before


def test_who_is_not_there(desk: Desk) -> None:
    with pytest.raises(NotFound):
        change_person(desk.workspace, uuid4(), name="X")
    with pytest.raises(NotFound):
        person_called(desk.workspace, "ana")
    assert person(desk.workspace, uuid4()) is None
