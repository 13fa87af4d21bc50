"""The contact log: what is kept, what is refused, and how it is taken back."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from annotator.core.records import ContactRecord
from annotator.errors import AnnotatorError, EditConflict, Frozen, NotFound
from annotator.operations import annotations, contacts, history
from annotator.store.tables import Document
from tests.store.desk import Desk


def log(desk: Desk, **details: Any) -> ContactRecord:
    return contacts.add_contact(desk.workspace, desk.tag(desk.load()).id, desk.ana, **{"at": "2026-05-04", **details})


def test_a_contact_is_kept_as_it_was_noted(desk: Desk) -> None:
    made = log(
        desk, at="2026-05-04 09:30", person=" Rina ", channel="phone", deadline="2026-05-05", note="second try \n"
    )
    assert contacts.read_contacts(desk.workspace) == [made]
    assert contacts.read_contacts(desk.workspace, [made.annotation_id]) == [made]
    assert contacts.read_contacts(desk.workspace, [uuid4()]) == []
    assert (made.at, made.person, made.channel, made.deadline) == ("2026-05-04T09:30", "Rina", "phone", "2026-05-05")
    assert (made.answered_at, made.answer, made.note, made.annotator) == ("", "", "second try", "Ana")


def test_it_is_changed_and_removed_in_one_step_each_and_undo_takes_each_back(desk: Desk) -> None:
    made = log(desk)
    changed = contacts.set_contact(desk.workspace, made.id, desk.ana, answered_at="2026-05-06", answer="No comment.")
    assert (changed.answered_at, changed.answer, changed.at) == ("2026-05-06", "No comment.", "2026-05-04")
    contacts.remove_contact(desk.workspace, made.id, desk.ana)
    assert contacts.read_contacts(desk.workspace) == []
    for there in ([changed], [made], []):
        history.undo(desk.workspace, desk.ana)
        assert contacts.read_contacts(desk.workspace) == there
    history.redo(desk.workspace, desk.ana)
    assert contacts.read_contacts(desk.workspace) == [made]
    assert desk.problems() == []


@pytest.mark.parametrize(
    ("details", "told"),
    [
        ({"at": ""}, "needs the day"),
        ({"at": "yesterday"}, "is no date"),
        ({"deadline": "2026-02-30"}, "is no date"),
        ({"answer": "x" * 10_001}, "at most"),
        ({"phone": "1"}, "has no “phone”"),
    ],
)
def test_what_is_no_contact_is_refused(desk: Desk, details: dict[str, Any], told: str) -> None:
    with pytest.raises(AnnotatorError, match=told):
        log(desk, **details)
    assert contacts.read_contacts(desk.workspace) == []


def test_a_deadline_can_be_taken_away_but_not_the_day(desk: Desk) -> None:
    made = log(desk, deadline="2026-05-05")
    assert contacts.set_contact(desk.workspace, made.id, desk.ana, deadline="").deadline == ""
    with pytest.raises(AnnotatorError, match="needs the day"):
        contacts.set_contact(desk.workspace, made.id, desk.ana, at=" ")


def test_anybody_may_note_a_contact_but_change_only_their_own(desk: Desk) -> None:
    claim = desk.tag(desk.load())
    made = contacts.add_contact(desk.workspace, claim.id, desk.ben, at="2026-05-04")
    with pytest.raises(EditConflict, match="Ben noted"):
        contacts.set_contact(desk.workspace, made.id, desk.ana, note="x")
    with pytest.raises(EditConflict, match="Ben noted"):
        contacts.remove_contact(desk.workspace, made.id, desk.ana)


def test_it_goes_and_comes_back_with_its_claim(desk: Desk) -> None:
    made = log(desk)
    annotations.remove_annotations(desk.workspace, [made.annotation_id], desk.ana)
    assert contacts.read_contacts(desk.workspace) == []
    with pytest.raises(NotFound):
        contacts.set_contact(desk.workspace, made.id, desk.ana, note="x")
    with pytest.raises(NotFound):
        contacts.add_contact(desk.workspace, made.annotation_id, desk.ana, at="2026-05-04")
    history.undo(desk.workspace, desk.ana)
    assert contacts.read_contacts(desk.workspace) == [made]


def test_the_log_of_an_older_version_is_frozen(desk: Desk) -> None:
    made, newer = log(desk), desk.load("Harga beras turun.")
    with desk.workspace.edit("New version", desk.ana) as session:
        document = session.get(Document, made.document_id)
        assert document
        document.superseded_by = newer
    tries: list[Any] = [
        lambda: contacts.add_contact(desk.workspace, made.annotation_id, desk.ana, at="2026-05-04"),
        lambda: contacts.set_contact(desk.workspace, made.id, desk.ana, note="x"),
        lambda: contacts.remove_contact(desk.workspace, made.id, desk.ana),
    ]
    for attempt in tries:
        with pytest.raises(Frozen):
            attempt()


def test_contacts_of_other_claims_stay(desk: Desk) -> None:
    article = desk.load()
    first, second = (
        contacts.add_contact(desk.workspace, desk.tag(article, start, start + 4).id, desk.ana, at="2026-05-04")
        for start in (0, 5)
    )
    ids: list[UUID] = [one.id for one in contacts.read_contacts(desk.workspace)]
    assert ids == [first.id, second.id]
    contacts.remove_contact(desk.workspace, first.id, desk.ana)
    assert contacts.read_contacts(desk.workspace) == [second]
