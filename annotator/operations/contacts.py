"""The contact log of a claim: when somebody was asked for a reply, how, until when, and what came back."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import Session

from annotator.core.records import ContactRecord
from annotator.core.times import iso_time, time_refusal
from annotator.errors import AnnotatorError, NotFound
from annotator.operations.ownership import living_annotation, refuse_frozen, refuse_others
from annotator.store import queries, relations
from annotator.store.columns import storable
from annotator.store.tables import Contact
from annotator.store.workspace import Workspace

_TIMES = ("at", "deadline", "answered_at")
_WORDS = ("person", "channel", "answer", "note")
_LONGEST = 10_000


def add_contact(workspace: Workspace, annotation_id: UUID, annotator_id: UUID, **details: Any) -> ContactRecord:
    """Note that somebody was asked about a claim: at, person, channel, deadline, answered_at, answer, note.

    The claim may be a colleague's. Raises AnnotatorError for a time that is none or a contact without one, NotFound,
    and Frozen for an annotation of an older version.
    """
    checked = _checked({"at": "", **details})
    with workspace.edit("Log contact", annotator_id) as session:
        annotation = living_annotation(session, annotation_id)
        ends: dict[str, Any] = {"document_id": annotation.document_id, "annotation_id": annotation_id}
        row = Contact(**ends, annotator_id=annotator_id, **checked)
        session.add(row)
        name = queries.annotator_name(session.connection(), annotator_id)
    return relations.contact_record(row, name)


def set_contact(workspace: Workspace, contact_id: UUID, annotator_id: UUID, **details: Any) -> ContactRecord:
    """Change what is noted of a contact. Raises as `add_contact`, and EditConflict for one that somebody else noted."""
    with workspace.edit("Change contact", annotator_id) as session:
        row = _own(session, contact_id, annotator_id)
        for field, value in _checked(details).items():
            setattr(row, field, value)
        name = queries.annotator_name(session.connection(), annotator_id)
    return relations.contact_record(row, name)


def remove_contact(workspace: Workspace, contact_id: UUID, annotator_id: UUID) -> None:
    """Take a contact out of the log; undo brings it back. Raises as `set_contact`."""
    with workspace.edit("Remove contact", annotator_id) as session:
        session.delete(_own(session, contact_id, annotator_id))


def read_contacts(workspace: Workspace, annotation_ids: Sequence[UUID] | None = None) -> list[ContactRecord]:
    """The contact log of these claims (None: of all), in the order in which it was written."""
    with workspace.reading() as connection:
        return relations.contacts(connection, queries.annotator_names(connection), annotation_ids)


def _checked(details: dict[str, Any]) -> dict[str, Any]:
    """The details as they are kept. Raises AnnotatorError."""
    if unknown := details.keys() - {*_TIMES, *_WORDS}:
        raise AnnotatorError(f"A contact has no “{min(unknown)}”; it has {', '.join((*_TIMES, *_WORDS))}.")
    checked: dict[str, Any] = {}
    for field, value in details.items():
        words = storable(str(value or "")).strip()
        if len(words) > _LONGEST:
            raise AnnotatorError(f"What is noted of a contact can be at most {_LONGEST:,} characters long.")
        checked[field] = _time(words) if field in _TIMES else words
    if "at" in checked and checked["at"] is None:
        raise AnnotatorError("A contact needs the day on which somebody was asked, such as 2026-05-04.")
    return checked


def _time(words: str) -> str | None:
    if not words:
        return None
    known = iso_time(words)
    if known is None:
        raise AnnotatorError(time_refusal(words))
    return known


def _own(session: Session, contact_id: UUID, annotator_id: UUID) -> Contact:
    row = session.get(Contact, contact_id)
    if row is None:
        raise NotFound("This contact is no longer in the project.")
    refuse_frozen(session, row.document_id)
    refuse_others(session, row.annotator_id, annotator_id, "{name} noted this contact; only {name} can change it.")
    return row
