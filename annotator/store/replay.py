"""Reading the journal backwards, to take edits back, and forwards, to prove the rows right."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import inspect
from sqlmodel import Session, SQLModel, select

from annotator.errors import EditConflict
from annotator.store.changes import Image, RowChange, image_of, rank, table_class
from annotator.store.journal import Entry
from annotator.store.tables import table_of

RowKey = tuple[str, UUID]

_AT_A_TIME = 500


def take_back(session: Session, entries: Sequence[Entry]) -> None:
    """Undo the changes of one step's entries.

    Parents return before their children and children go before their parents. Raises EditConflict
    when a row is no longer what the entries left; then the caller's transaction rolls back.
    """
    inverses = [change.inverse() for entry in reversed(entries) for change in reversed(entry.changes)]
    returning = [change for change in inverses if change.before is None]
    leaving = [change for change in inverses if change.after is None]
    altered = [change for change in inverses if change.before is not None and change.after is not None]
    held = _fetch(session, [*altered, *leaving])
    for change in sorted(returning, key=lambda change: rank(change.table)):
        _bring_back(session, change)
        session.flush()
    for change in altered:
        _alter(session, change)
    session.flush()
    for change in sorted(leaving, key=lambda change: -rank(change.table)):
        _remove(session, change)
        session.flush()
    held.clear()


def _fetch(session: Session, changes: Sequence[RowChange]) -> list[SQLModel]:
    """The rows that changes are about, read many at a time: the session knows them as long as they are held."""
    keys: dict[str, list[UUID]] = {}
    for change in changes:
        keys.setdefault(change.table, []).append(change.id)
    rows: list[SQLModel] = []
    for name, ids in keys.items():
        table = table_class(name)
        for start in range(0, len(ids), _AT_A_TIME):
            wanted = table_of(table).c.id.in_(ids[start : start + _AT_A_TIME])
            rows += session.exec(select(table).where(wanted))
    return rows


def _bring_back(session: Session, change: RowChange) -> None:
    table = table_class(change.table)
    if session.get(table, change.id) is not None:
        raise _conflict(change)
    session.add(table(**_whole(table, change.after or {})))


def _alter(session: Session, change: RowChange) -> None:
    row = session.get(table_class(change.table), change.id)
    if row is None or not _still(row, change.before or {}):
        raise _conflict(change)
    for name, value in (change.after or {}).items():
        setattr(row, name, value)


def _remove(session: Session, change: RowChange) -> None:
    row = session.get(table_class(change.table), change.id)
    if row is None or image_of(row) != change.before:
        raise _conflict(change)
    session.delete(row)


def _still(row: SQLModel, image: Image) -> bool:
    return all(getattr(row, name) == value for name, value in image.items())


def _whole(table: type[SQLModel], image: Image) -> dict[str, Any]:
    """The image with None for every column that it leaves out."""
    names = [attribute.key for attribute in inspect(table).column_attrs]
    return {name: image.get(name) for name in names}


def _conflict(change: RowChange) -> EditConflict:
    noun = change.table.replace("_", " ")
    return EditConflict(f"The {noun} has been changed by somebody else since; nothing was taken back.")


def fold(state: dict[RowKey, Image], changes: Iterable[RowChange]) -> list[str]:
    """Apply changes to `state` (row -> image) as the journal says; returns what does not fit, in words."""
    misfits: list[str] = []
    for change in changes:
        key = (change.table, change.id)
        known = state.get(key)
        if not _fits(known, change):
            misfits.append(f"{change.table} {change.id}: its journal does not continue from what it was before")
        if change.after is None:
            state.pop(key, None)
        elif change.before is None:
            state[key] = change.after
        else:
            merged = {**(known or {}), **change.after}
            state[key] = {name: value for name, value in merged.items() if value is not None}
    return misfits


def _fits(known: Image | None, change: RowChange) -> bool:
    if change.before is None:
        return known is None
    if known is None:
        return False
    if change.after is None:
        return known == change.before
    return all(known.get(name) == value for name, value in change.before.items())
