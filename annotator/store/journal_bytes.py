"""The journal as it is hashed: every chain with its ends, every entry with the very bytes that its hash is of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from annotator.errors import ProjectDamaged
from annotator.store.changes import RowChange, unpack
from annotator.store.journal import EntryRow, Kind, Place, hashed_bytes
from annotator.store.tables import Installation, JournalEntry, table_of

_journal = table_of(JournalEntry)
_installation = table_of(Installation)
_AT_A_TIME = 500
_COLUMNS = [_journal.c[name] for name in EntryRow._fields]


@dataclass(frozen=True, slots=True)
class Chain:
    """One copy's chain: the hash that stands before its first entry, and that of its last one."""

    id: UUID
    entries: int
    begins_with: bytes
    head: bytes


@dataclass(frozen=True, slots=True)
class HashedEntry:
    """An entry, the bytes that its hash is of, and what they say."""

    number: int
    chain: UUID
    sequence: int
    previous: bytes
    content: bytes
    at: datetime
    annotator_id: UUID | None
    document_id: UUID | None
    title: str
    kind: Kind
    received: bool
    changes: tuple[RowChange, ...]


def chains(connection: Connection) -> list[Chain]:
    """Every chain of the journal."""
    numbers = select(_journal.c.installation, func.count().label("number")).group_by(_journal.c.installation)
    counted = {row.installation: row.number for row in connection.execute(numbers)}
    rows = connection.execute(select(_installation).order_by(_installation.c.number))
    return [Chain(row.id, counted.get(row.number, 0), row.begins_hash or bytes(32), row.head_hash) for row in rows]


def hashed_entries(connection: Connection) -> Iterator[HashedEntry]:
    """Every entry in the order of this database, a few at a time. Raises ProjectDamaged."""
    known = {row.number: row for row in connection.execute(select(_installation))}
    places: dict[int, Place] = {}
    query = select(*_COLUMNS, _journal.c.received.label("was_received")).order_by(_journal.c.number)
    for row in connection.execute(query, execution_options={"yield_per": _AT_A_TIME}):
        chain = known[row.installation]
        hashed_as = chain.branch_of or chain.id
        places[row.number] = Place(hashed_as, row.sequence)
        yield _entry(row, chain.id, hashed_as, places)


def _entry(row: Any, chain: UUID, hashed_as: UUID, places: dict[int, Place]) -> HashedEntry:
    try:
        changes = tuple(unpack(row.changes, row.document_id, row.annotator_id))
    except ValueError as error:
        raise ProjectDamaged("An entry of the journal cannot be read: run “verify” to see what is damaged.") from error
    content = hashed_bytes(row, hashed_as, places.get(row.step), places.get(row.undoes))
    return HashedEntry(
        number=row.number,
        chain=chain,
        sequence=row.sequence,
        previous=row.previous_hash,
        content=content,
        at=row.at,
        annotator_id=row.annotator_id,
        document_id=row.document_id,
        title=row.title,
        kind=Kind(row.kind),
        received=row.was_received,
        changes=changes,
    )
