"""Undo, redo, and who did what when."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from annotator.errors import NotFound
from annotator.operations.closing import closed_readings_stay
from annotator.operations.fitting import sentences_fit
from annotator.operations.freezing import older_versions_stay
from annotator.operations.review import closed_reviews_stay
from annotator.store import journal, queries, ties
from annotator.store.blindness import seen_entries
from annotator.store.journal import Entry, Kind
from annotator.store.recorder import RecordedSession
from annotator.store.workspace import Tell, Workspace


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One thing that happened to one row. `kind` is "edit", "undo", "redo" or "setting_up";
    `before` is None when the row was made, `after` when it went, else both hold what changed.
    """

    at: datetime
    annotator: str
    title: str
    kind: str
    table: str
    row_id: UUID
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def undo(workspace: Workspace, annotator_id: UUID, tell: Tell | None = None) -> str:
    """Take back this annotator's newest step, of today or of last week; returns its title.

    `tell` is given what did not come back, in plain sentences, because what it was tied to has gone since. Raises
    NothingToUndo, EditConflict when others have changed the same since, Frozen when the article has been replaced by a
    newer version since, or Closed when it has been handed in since.
    """
    return workspace.undo(annotator_id, _as_things_are, tell)


def redo(workspace: Workspace, annotator_id: UUID, tell: Tell | None = None) -> str:
    """Do again what undo took back last; returns its title. Tells and raises as `undo` does."""
    return workspace.redo(annotator_id, _as_things_are, tell)


@contextmanager
def _as_things_are(session: RecordedSession, entries: Sequence[Entry]) -> Iterator[None]:
    """Around the taking back of a step: sentences go on fitting; older versions and what is handed in stay."""
    with (
        closed_readings_stay(session, entries),
        closed_reviews_stay(session, entries),
        older_versions_stay(session, entries),
        sentences_fit(session, entries),
    ):
        yield


def undo_title(workspace: Workspace, annotator_id: UUID) -> str | None:
    """What `undo` would take back, None when there is nothing."""
    return workspace.undo_title(annotator_id)


def redo_title(workspace: Workspace, annotator_id: UUID) -> str | None:
    """What `redo` would do again, None when there is nothing."""
    return workspace.redo_title(annotator_id)


def undo_size(workspace: Workspace, annotator_id: UUID) -> int:
    """How many articles `undo` would be about: of thousands it takes a second or more."""
    return workspace.undo_size(annotator_id)


def redo_size(workspace: Workspace, annotator_id: UUID) -> int:
    """How many articles `redo` would be about."""
    return workspace.redo_size(annotator_id)


def history_of_document(workspace: Workspace, document_id: UUID) -> list[HistoryEntry]:
    """Everything that happened to an article and to what is said about it, oldest first."""
    with workspace.reading() as connection:
        entries = journal.entries_of_document(connection, document_id)
        return _explained(connection, entries)


def history_of_annotation(workspace: Workspace, annotation_id: UUID) -> list[HistoryEntry]:
    """Everything that happened to one annotation, oldest first, even when it is gone: to its own row, its links and
    sources, and its contact log. Raises NotFound.
    """
    with workspace.reading() as connection:
        document_id = queries.document_of_annotation(connection, annotation_id)
        entries = (
            journal.entries_of_document(connection, document_id)
            if document_id
            else journal.entries_after(connection, 0)
        )
        found = [entry for entry in _explained(connection, entries) if annotation_id in _about(entry)]
    if not found:
        raise NotFound("There never was an annotation with this id.")
    return found


def _about(entry: HistoryEntry) -> set[Any]:
    """The annotations that an entry is about: a row of their own, or one that ties them to something."""
    ends = {
        image.get(name) for image in (entry.before or {}, entry.after or {}) for name in ties.ENDS.get(entry.table, ())
    }
    return {entry.row_id, *ends}


def _explained(connection: Connection, entries: list[Entry]) -> list[HistoryEntry]:
    names = queries.annotator_names(connection)
    return [
        HistoryEntry(
            at=entry.at,
            annotator=names.get(entry.annotator_id, "") if entry.annotator_id else "",
            title=entry.title,
            kind=Kind(entry.kind).name.lower(),
            table=change.table,
            row_id=change.id,
            before=change.before,
            after=change.after,
        )
        for entry in seen_entries(connection, entries)
        for change in entry.changes
    ]
