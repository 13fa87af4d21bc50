"""Reading the journal backwards, to take edits back, and forwards, to prove the rows right."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel, select

from annotator.errors import EditConflict
from annotator.store.changes import Image, RowChange, image_of, rank, table_class
from annotator.store.journal import Entry
from annotator.store.tables import table_of

RowKey = tuple[str, UUID]

_AT_A_TIME = 500
_DERIVED = {"document": frozenset({"sentence_ends"})}
"""Columns worked out from others: that one differs is nobody's work, and no reason to refuse an undo."""
_FOUND_LATER = {"document": frozenset({"sentence_ends", "copy_group"})}
"""The same of a row that is to go: that copies of it were found since is no reason to keep it."""
_BY_KEY = {"project": frozenset({"quotes"}), "annotation": frozenset({"attributes"})}
"""Columns whose keys are choices of their own: one person's is taken back without another's."""


def take_back(session: Session, entries: Sequence[Entry]) -> None:
    """Undo the changes of one step's entries.

    Parents return before their children and children go before their parents. Raises EditConflict
    when a row is no longer what the entries left; then the caller's transaction rolls back.
    """
    try:
        _take_back(session, entries)
    except IntegrityError as error:
        raise EditConflict(
            "Something refers to this since, or what it referred to is gone; nothing was taken back."
        ) from error


def _take_back(session: Session, entries: Sequence[Entry]) -> None:
    inverses = [change.inverse() for entry in reversed(entries) for change in reversed(entry.changes)]
    returning = [change for change in inverses if change.before is None]
    leaving = [change for change in inverses if change.after is None]
    altered = [change for change in inverses if change.before is not None and change.after is not None]
    for change in sorted(returning, key=lambda change: rank(change.table)):
        _bring_back(session, change)
        session.flush()
    rows = _fetch(session, [*altered, *leaving])
    for change in altered:
        _alter(rows.get((change.table, change.id)), change)
    session.flush()
    for change in sorted(leaving, key=lambda change: -rank(change.table)):
        session.delete(_leaving(rows.get((change.table, change.id)), change))
        session.flush()


def _fetch(session: Session, changes: Sequence[RowChange]) -> dict[RowKey, SQLModel]:
    """The rows that changes are about, read many at a time; without those that are gone."""
    keys: dict[str, list[UUID]] = {}
    for change in changes:
        keys.setdefault(change.table, []).append(change.id)
    rows: dict[RowKey, SQLModel] = {}
    for name, ids in keys.items():
        table = table_class(name)
        key = table_of(table).c.id
        for start in range(0, len(ids), _AT_A_TIME):
            found = session.exec(select(table).where(key.in_(ids[start : start + _AT_A_TIME])))
            rows.update({(name, row.__dict__["id"]): row for row in found})
    return rows


def _bring_back(session: Session, change: RowChange) -> None:
    table = table_class(change.table)
    if session.get(table, change.id) is not None:
        raise _conflict(change)
    session.add(table(**_whole(table, change.after or {})))


def _alter(row: SQLModel | None, change: RowChange) -> None:
    """Give a row its former values; a derived one only where nobody has worked it out anew since."""
    derived = _DERIVED.get(change.table, frozenset())
    before, after = change.before or {}, change.after or {}
    if row is None:
        if before.keys() <= derived:
            return
        raise _conflict(change)
    for name, former in after.items():
        left, present = before.get(name), getattr(row, name)
        if name in _BY_KEY.get(change.table, ()):
            setattr(row, name, _by_key(present or {}, left or {}, former or {}, change))
        elif present == left:
            setattr(row, name, former)
        elif name not in derived:
            raise _conflict(change)


def _by_key(present: Image, left: Image, former: Image, change: RowChange) -> Image | None:
    """The keys that were changed as they were, all others as they are."""
    changed = {key for key in {*left, *former} if left.get(key) != former.get(key)}
    if any(present.get(key) != left.get(key) for key in changed):
        raise _conflict(change)
    kept = {key: value for key, value in present.items() if key not in changed}
    return {**kept, **{key: former[key] for key in former if key in changed}} or None


def _leaving(row: SQLModel | None, change: RowChange) -> SQLModel:
    """The row, when it is as the entries left it."""
    derived = _FOUND_LATER.get(change.table, frozenset())
    if row is None or _facts(image_of(row), derived) != _facts(change.before or {}, derived):
        raise _conflict(change)
    return row


def _facts(image: Image, derived: frozenset[str]) -> Image:
    return {name: value for name, value in image.items() if name not in derived}


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
