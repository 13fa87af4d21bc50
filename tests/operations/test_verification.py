"""The proof that a person can ask for."""

from annotator.operations.verification import verify
from tests.store.desk import Desk


def test_a_sound_project(desk: Desk) -> None:
    desk.tag(desk.load())
    found = verify(desk.workspace)
    assert found.problems == []
    assert (found.chains, found.texts) == (1, 1)
    assert found.rows == 1 + 2 + 1 + 1  # project, annotators, document, annotation
    assert found.entries == 5


def test_a_project_that_was_changed_by_hand(desk: Desk) -> None:
    tagged = desk.tag(desk.load())
    desk.sql("UPDATE annotation SET note = 'forged'")
    assert verify(desk.workspace).problems == [f"annotation {tagged.id}: differs from the journal in note"]


def test_verifying_changes_nothing(desk: Desk) -> None:
    desk.tag(desk.load())
    before = desk.rows(), desk.entries()
    verify(desk.workspace)
    assert (desk.rows(), desk.entries()) == before
