"""What was handed in stays as it was: no undo or redo reaches what is one's own in it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from annotator.core.readings import CLOSED, CORRECTED, refuse_closed
from annotator.store import readings
from annotator.store.changes import RowChange
from annotator.store.journal import Entry
from annotator.store.recorder import RecordedSession

_OWN = frozenset({"annotation", "mark", "relation"})


@contextmanager
def closed_readings_stay(session: RecordedSession, entries: Sequence[Entry]) -> Iterator[None]:
    """Around the taking back of a step. Raises Closed when it is about something that its annotator has handed in."""
    for annotator_id in {entry.annotator_id for entry in entries if entry.annotator_id}:
        _refuse_own(session, [entry for entry in entries if entry.annotator_id == annotator_id], annotator_id)
    yield


def _refuse_own(session: RecordedSession, entries: Sequence[Entry], annotator_id: UUID) -> None:
    touched = {entry.document_id for entry in entries if entry.document_id and _touches(entry)}
    if not touched:
        return
    written = readings.written_states(session.connection(), annotator_id, touched)
    for entry in entries:
        document_id = entry.document_id
        if document_id is None or document_id not in touched or written.get(document_id) not in CLOSED:
            continue
        if _is_own(session, entry, annotator_id):
            refuse_closed(written[document_id], document_id, annotator_id)


def _touches(entry: Entry) -> bool:
    """True for what may be one's own; not for an article that came or went as a whole."""
    return any(change.table in _OWN for change in entry.changes) and not any(map(_is_whole, entry.changes))


def _is_own(session: RecordedSession, entry: Entry, annotator_id: UUID) -> bool:
    """True when something of the annotator's reading is changed, and not only what they have corrected for others."""
    changes = [change for change in entry.changes if change.table in _OWN]
    known = readings.owners(session.connection(), _annotations_of(changes))
    corrections = {key for key, (_, origin) in known.items() if origin == CORRECTED}
    corrections |= {change.id for change in changes if _image(change).get("origin") == CORRECTED}
    for change in changes:
        image = _image(change)
        owner = image.get("annotator_id") or known.get(change.id, (None, ""))[0]
        if owner == annotator_id and corrections.isdisjoint({change.id, image.get("from_id")}):
            return True
    return False


def _annotations_of(changes: Sequence[RowChange]) -> set[UUID]:
    """The annotations that are altered, or from which a link goes out."""
    altered = {change.id for change in changes if change.table == "annotation"}
    return altered | {_image(change)["from_id"] for change in changes if "from_id" in _image(change)}


def _image(change: RowChange) -> dict[str, Any]:
    return {**(change.before or {}), **(change.after or {})}


def _is_whole(change: RowChange) -> bool:
    return change.table == "document" and (change.before is None or change.after is None)
