"""Reading the journal backwards, to take edits back, and forwards, to prove the rows right."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel, select

from annotator.errors import EditConflict
from annotator.store import ties
from annotator.store.changes import Image, RowChange, image_of, rank, table_class
from annotator.store.journal import Entry, Kind
from annotator.store.tables import Document, table_of

RowKey = tuple[str, UUID]

_AT_A_TIME = 500
_DERIVED = {"document": frozenset({"sentence_ends"})}
"""Columns worked out from others: that one differs is nobody's work, and no reason to refuse an undo."""
_FOUND_LATER = {"document": frozenset({"sentence_ends", "copy_group"})}
"""The same of a row that is to go: that copies of it were found since is no reason to keep it."""
_BY_KEY = {"project": frozenset({"quotes"}), "annotation": frozenset({"attributes"})}
"""Columns whose keys are choices of their own: one person's is taken back without another's."""
_MAY_GO = ties.TABLES | {"source"}
"""What others take away along with, or for, something of their own: an annotation that is linked, a source merged."""


_SINCE: dict[str, Image] = {"annotator": {"initials": "", "role": "", "color": ""}}
"""What rows got that were made before these columns were added: their entries of the journal do not say it."""


def take_back(session: Session, entries: Sequence[Entry]) -> str:
    """Undo the changes of one step's entries; returns what of it could not be, in words, "" for nothing.

    Parents return before their children and children go before their parents. What ties annotations to something
    that has gone since stays away (ties.py); what has gone by itself is as good as taken back. Raises EditConflict
    when a row is no longer what the entries left; then the caller's transaction rolls back.
    """
    try:
        return _take_back(session, entries)
    except IntegrityError as error:
        raise EditConflict(
            "Something refers to this since, or what it referred to is gone; nothing was taken back."
        ) from error


def _take_back(session: Session, entries: Sequence[Entry]) -> str:
    inverses = [change.inverse() for entry in reversed(entries) for change in reversed(entry.changes)]
    returning = [change for change in inverses if change.before is None]
    leaving = [change for change in inverses if change.after is None]
    altered = [change for change in inverses if change.before is not None and change.after is not None]
    rows = _fetch(session, [*altered, *leaving])
    _refuse_gone(session, entries, rows)
    _take_away(session, [change for change in leaving if change.table in ties.TABLES], rows)
    for change in sorted(returning, key=lambda change: rank(change.table)):
        if change.table not in ties.TABLES:
            _bring_back(session, change.table, change.after or {})
    for change in altered:
        if row := rows.get((change.table, change.id)):
            _alter(row, change)
    session.flush()
    found = ties.returning(session, [change for change in returning if change.table in ties.TABLES], entries[0].number)
    for name, image in found.rows:
        _bring_back(session, name, image)
    going = [change for change in leaving if change.table not in ties.TABLES]
    wanted = set() if entries[0].kind is Kind.UNDO else _wanted(session, going, rows)
    _take_away(session, [change for change in going if change.id not in wanted], rows)
    return ties.told(found.lost, len(wanted))


def _refuse_gone(session: Session, entries: Sequence[Entry], rows: dict[RowKey, SQLModel]) -> None:
    """Raise EditConflict where what a step has left is gone, save where that is as good as taken back.

    So it is with ties and sources, and with annotations of others that a step has changed among many; but not where
    the whole article has gone, with which they come back as they were.
    """
    documents: dict[UUID | None, bool] = {None: True}
    for entry in entries:
        for change in entry.changes:
            if change.after is None or (change.table, change.id) in rows or _is_derived(change):
                continue
            if entry.document_id not in documents:
                documents[entry.document_id] = session.get(Document, entry.document_id) is not None
            if not documents[entry.document_id]:
                raise EditConflict("The article that this was about has been removed since; nothing was taken back.")
            if change.table not in _MAY_GO and (change.table != "annotation" or change.before is None):
                raise _conflict(change.table)


def _wanted(session: Session, leaving: Sequence[RowChange], rows: dict[RowKey, SQLModel]) -> set[UUID]:
    """The sources that a step has made and that are to stay."""
    made = ((change, rows.get((change.table, change.id))) for change in leaving if change.table == "source")
    return {change.id for change, row in made if row and ties.is_wanted(session, row, change.before or {})}


def _take_away(session: Session, leaving: Sequence[RowChange], rows: dict[RowKey, SQLModel]) -> None:
    for change in sorted(leaving, key=lambda change: -rank(change.table)):
        if row := rows.get((change.table, change.id)):
            _refuse_changed(row, change)
            session.delete(row)
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


def _bring_back(session: Session, name: str, image: Image) -> None:
    table = table_class(name)
    if session.get(table, image["id"]) is not None:
        raise _conflict(name)
    session.add(table(**_whole(table, image)))
    session.flush()


def _alter(row: SQLModel, change: RowChange) -> None:
    """Give a row its former values; a derived one only where nobody has worked it out anew since."""
    derived = _DERIVED.get(change.table, frozenset())
    before, after = change.before or {}, change.after or {}
    for name, former in after.items():
        left, present = before.get(name), getattr(row, name)
        if name in _BY_KEY.get(change.table, ()):
            setattr(row, name, _by_key(present or {}, left or {}, former or {}, change))
        elif present == left:
            setattr(row, name, former)
        elif name not in derived:
            raise _conflict(change.table)


def _is_derived(change: RowChange) -> bool:
    """True for a change of nothing but what is worked out."""
    return change.before is not None and (change.after or {}).keys() <= _DERIVED.get(change.table, frozenset())


def _by_key(present: Image, left: Image, former: Image, change: RowChange) -> Image | None:
    """The keys that were changed as they were, all others as they are."""
    changed = {key for key in {*left, *former} if left.get(key) != former.get(key)}
    if any(present.get(key) != left.get(key) for key in changed):
        raise _conflict(change.table)
    kept = {key: value for key, value in present.items() if key not in changed}
    return {**kept, **{key: former[key] for key in former if key in changed}} or None


def _refuse_changed(row: SQLModel, change: RowChange) -> None:
    """Refuse a row that is not as the entries left it; a link is the same one wherever it has been led since."""
    derived = _FOUND_LATER.get(change.table, frozenset())
    if change.table != "relation" and _facts(image_of(row), derived) != _facts(change.before or {}, derived):
        raise _conflict(change.table)


def _facts(image: Image, derived: frozenset[str]) -> Image:
    return {name: value for name, value in image.items() if name not in derived}


def _whole(table: type[SQLModel], image: Image) -> dict[str, Any]:
    """The image with None for every column that it leaves out."""
    names = [attribute.key for attribute in inspect(table).column_attrs]
    return {**dict.fromkeys(names), **_SINCE.get(str(table.__tablename__), {}), **image}


def _conflict(table: str) -> EditConflict:
    noun = table.replace("_", " ")
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
            state[key] = {**_SINCE.get(change.table, {}), **change.after}
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
