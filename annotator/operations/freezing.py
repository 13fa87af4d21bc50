"""Older versions stay as they were: no undo or redo reaches what was done to one before it was replaced."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from annotator.errors import Frozen
from annotator.operations.details import FIELDS
from annotator.store import versions
from annotator.store.changes import RowChange
from annotator.store.journal import Entry
from annotator.store.recorder import RecordedSession

_NOT_FROZEN = frozenset({"superseded_by", "copy_group", "sentence_ends"}) | (frozenset(FIELDS) - {"language"})
"""What is worked out, or says how articles belong together, or where one comes from and whether it may be used."""


@contextmanager
def older_versions_stay(session: RecordedSession, entries: Sequence[Entry]) -> Iterator[None]:
    """Around the taking back of a step. Raises Frozen when it has changed what is an older version afterwards."""
    yield
    touched = list(dict.fromkeys(_changed_by(entries)))
    if not touched:
        return
    session.flush()
    for newer in versions.superseded(session.connection(), touched).values():
        raise Frozen(newer)


def _changed_by(entries: Sequence[Entry]) -> Iterator[UUID]:
    """The documents of which a step has changed something that an older version keeps.

    One that came or went as a whole is none of them: it is or was what it is now.
    """
    whole = {change.id for entry in entries for change in entry.changes if _is_whole(change)}
    merges, ends = _merges_sources(entries), _annotations_that_came_or_went(entries)
    for entry in entries:
        left = (
            change
            for change in entry.changes
            if _is_frozen(change) and not _says_who_a_source_is(change, merges) and not _goes_with_its_end(change, ends)
        )
        if entry.document_id and entry.document_id not in whole and any(left):
            yield entry.document_id


def _merges_sources(entries: Sequence[Entry]) -> bool:
    """True for a step that makes one source of several: it changes one and takes others away, or back."""
    sources = [change for entry in entries for change in entry.changes if change.table == "source"]
    return len({change.before is not None and change.after is not None for change in sources}) > 1


def _annotations_that_came_or_went(entries: Sequence[Entry]) -> set[UUID]:
    changes = (change for entry in entries for change in entry.changes if change.table == "annotation")
    return {change.id for change in changes if change.before is None or change.after is None}


def _goes_with_its_end(change: RowChange, ends: Collection[UUID]) -> bool:
    """True for a link that comes, goes or turns with the annotation that it leads to, maybe of another article."""
    led = {(change.before or {}).get("to_id"), (change.after or {}).get("to_id")}
    return change.table == "relation" and not led.isdisjoint(ends)


def _says_who_a_source_is(change: RowChange, merges: bool) -> bool:
    """True where the same one is named as before, under the entry that the project has for it since."""
    named = {**(change.before or {}), **(change.after or {})}
    stays = change.before is not None and change.after is not None
    return change.table == "relation" and "source_id" in named and (merges or stays)


def _is_whole(change: RowChange) -> bool:
    return change.table == "document" and (change.before is None or change.after is None)


def _is_frozen(change: RowChange) -> bool:
    return change.table != "document" or not {*(change.before or {}), *(change.after or {})} <= _NOT_FROZEN
