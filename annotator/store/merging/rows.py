"""What a copy has done to which rows since, and rows as they are in a copy."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, select

from annotator.core.merging import BY_EDIT, BY_MERGE, Flat, Stamp, Touched, flat
from annotator.errors import NotMergeable
from annotator.store.changes import RowChange, table_class, unpack
from annotator.store.journal import Kind
from annotator.store.merging.chains import Chains
from annotator.store.replay import RowKey
from annotator.store.tables import FACTS, JournalEntry, table_of

_journal = table_of(JournalEntry)
_AT_A_TIME = 500
_UNREADABLE = "An entry of the other copy's journal cannot be read: it is damaged. Nothing was changed."
_OWN = {"project": frozenset(("packet", "created_at"))}
"""Columns that say something of the copy itself."""

LookedAt = Callable[[], object]
"""Is called for each entry; an error that it raises ends the work."""


def touched_by(
    connection: Connection, chains: Chains, numbers: Collection[int], looked_at: LookedAt | None = None
) -> dict[RowKey, Touched]:
    """What these entries of a copy, by their numbers there, have done to which rows, in the order of its journal."""
    found: dict[RowKey, Touched] = {}
    for part in in_parts(sorted(numbers)):
        query = select(_journal).where(_journal.c.number.in_(part)).order_by(_journal.c.number)
        for row in connection.execute(query):
            _note(found, chains, row)
            if looked_at:
                looked_at()
    return found


def _note(found: dict[RowKey, Touched], chains: Chains, row: Any) -> None:
    try:
        changes = unpack(row.changes, row.document_id, row.annotator_id)
    except ValueError as error:
        raise NotMergeable(_UNREADABLE) from error
    stamp = Stamp(row.at, chains.rows[row.installation].hashed_as, row.sequence, row.annotator_id)
    rank = BY_MERGE if row.kind == Kind.MERGE else BY_EDIT
    article = next((one.id for one in changes if one.table == "document" and one.after is None), None)
    for change in changes:
        _note_change(found, change, stamp, rank, article)


def _note_change(
    found: dict[RowKey, Touched], change: RowChange, stamp: Stamp, rank: int, article: UUID | None
) -> None:
    before, after = _said(change.table, change.before), _said(change.table, change.after)
    if not before and not after:
        return
    key = change.table, change.id
    touched = found.get(key)
    if touched is None:
        # What a merge brings in was there before, in another copy.
        touched = found[key] = Touched(existed=change.before is not None or rank == BY_MERGE)
    touched.note(before, after, stamp, rank)
    if after is None:
        touched.article = article


def _said(table: str, image: dict[str, Any] | None) -> Flat | None:
    """A flat image without what a copy says of itself."""
    if image is None:
        return None
    return {name: value for name, value in flat(table, image).items() if name not in _OWN.get(table, ())}


def images(connection: Connection, keys: Iterable[RowKey]) -> dict[RowKey, Flat]:
    """Those of these rows that there are, flat."""
    wanted: dict[str, list[UUID]] = {}
    for name, key in keys:
        wanted.setdefault(name, []).append(key)
    found: dict[RowKey, Flat] = {}
    for name, ids in wanted.items():
        column = table_of(table_class(name)).c.id
        found |= {(name, image["id"]): image for image in rows_where(connection, name, column, ids)}
    return found


def rows_where(connection: Connection, name: str, column: Column[Any], values: Collection[Any]) -> Iterator[Flat]:
    """The rows of a table in which a column has one of these values, flat."""
    table = table_of(table_class(name))
    for part in in_parts(list(values)):
        for row in connection.execute(select(table).where(column.in_(part))).mappings():
            yield flat(name, {key: value for key, value in row.items() if value is not None})


def in_parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """A few at a time, as many as one statement may name."""
    return (values[start : start + _AT_A_TIME] for start in range(0, len(values), _AT_A_TIME))


def parents() -> dict[str, list[tuple[str, str]]]:
    """Which columns of which facts refer to which other facts: table -> [(column, table)]."""
    names = {str(table.__tablename__) for table in FACTS}
    return {
        str(table.__tablename__): [
            (key.parent.name, key.column.table.name)
            for key in sorted(table_of(table).foreign_keys, key=lambda key: key.parent.name)
            if key.column.table.name in names
        ]
        for table in FACTS
    }
