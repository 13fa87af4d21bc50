"""Reads of the journal for people: its entries newest first, and the very bytes that each one's hash is of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Select, select

from annotator.errors import ProjectDamaged
from annotator.store.changes import RowChange, unpack
from annotator.store.journal import Kind
from annotator.store.tables import Annotation, JournalEntry, table_of

_journal = table_of(JournalEntry)
_annotation = table_of(Annotation)
_AT_A_TIME = 200
_UNREADABLE = "An entry of the journal cannot be read: run “verify” to see what is damaged."


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of the journal with its changes read. `received`: it was made in another copy of the project."""

    number: int
    at: datetime
    annotator_id: UUID | None
    document_id: UUID | None
    title: str
    kind: Kind
    received: bool
    changes: tuple[RowChange, ...]


class Wanted(NamedTuple):
    """Which entries: of one article, of one person, from `since` on and before `until`; None for all."""

    document_id: UUID | None = None
    annotator_id: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None


def newest_first(connection: Connection, wanted: Wanted, before: int | None = None) -> Iterator[Found]:
    """The wanted entries, the newest first, beginning before entry number `before`; read as they are asked for."""
    query = _narrowed(select(_journal), wanted).order_by(_journal.c.number.desc()).limit(_AT_A_TIME)
    while True:
        rows = connection.execute(query if before is None else query.where(_journal.c.number < before)).all()
        yield from map(_found, rows)
        if len(rows) < _AT_A_TIME:
            return
        before = rows[-1].number


def oldest_first(connection: Connection, document_id: UUID) -> list[Found]:
    """All entries about an article, those of other copies too."""
    query = select(_journal).where(_journal.c.document_id == document_id).order_by(_journal.c.number)
    return [_found(row) for row in connection.execute(query)]


def labels_of(connection: Connection, annotation_ids: list[UUID]) -> dict[UUID, str]:
    """The labels of those of these annotations that there are."""
    found: dict[UUID, str] = {}
    for start in range(0, len(annotation_ids), _AT_A_TIME):
        part = annotation_ids[start : start + _AT_A_TIME]
        query = select(_annotation.c.id, _annotation.c.label).where(_annotation.c.id.in_(part))
        found |= {row.id: row.label for row in connection.execute(query)}
    return found


def _narrowed(query: Select[Any], wanted: Wanted) -> Select[Any]:
    c = _journal.c
    if wanted.document_id:
        query = query.where(c.document_id == wanted.document_id)
    if wanted.annotator_id:
        query = query.where(c.annotator_id == wanted.annotator_id)
    if wanted.since:
        query = query.where(c.at >= wanted.since)
    if wanted.until:
        query = query.where(c.at < wanted.until)
    return query


def _found(row: Any) -> Found:
    try:
        changes = tuple(unpack(row.changes, row.document_id, row.annotator_id))
    except ValueError as error:
        raise ProjectDamaged(_UNREADABLE) from error
    return Found(
        row.number, row.at, row.annotator_id, row.document_id, row.title, Kind(row.kind), row.received, changes
    )
