"""Notes what a session does to rows, as it does it.

A Recorder lives in `session.info` while an edit is open. A listener shows it every flush; it merges
what several flushes did to one row into one change.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import delete, event, insert, inspect, update
from sqlalchemy.orm import ORMExecuteState, UOWTransaction
from sqlmodel import Session, SQLModel

from annotator.store.changes import Image, RowChange, image_of
from annotator.store.tables import FACTS, Document, table_of

_RowKey = tuple[str, UUID]
_AT_A_TIME = 500


@cache
def _name_of(table: type[SQLModel]) -> str:
    return str(table.__tablename__)  # looked up through the mapper, each time


class Recorder:
    """The changes of one edit, by document, in the order in which rows were first touched."""

    def __init__(self) -> None:
        self._changes: dict[_RowKey, RowChange] = {}
        self._documents: dict[_RowKey, UUID | None] = {}
        self._decided: list[tuple[UUID | None, RowChange]] = []

    def inserted(self, row: SQLModel) -> None:
        """A row that is about to be added."""
        self._note(type(row), None, image_of(row), row.__dict__)

    def inserted_whole(self, table: type[SQLModel], row: Image) -> None:
        """A row that is about to be added without an object."""
        self._note(table, None, {name: value for name, value in row.items() if value is not None}, row)

    def changed_whole(self, table: type[SQLModel], row: Image, before: Image | None, after: Image | None) -> None:
        """A row that is about to be changed or to go without an object; `before` and `after` are as in a RowChange."""
        self._note(table, before, after, row)

    def decided(self, table: str, row: Image, *, stays: bool) -> None:
        """A row that a merge leaves as it is, or leaves out: other copies are to know that this was decided.

        It goes and comes back, or comes and goes, which is nothing, and yet stands in the journal.
        """
        gone, come = RowChange(table, row["id"], row, None), RowChange(table, row["id"], None, row)
        document = row["id"] if table == "document" else row.get("document_id")
        self._decided += [(document, gone), (document, come)] if stays else [(document, come), (document, gone)]

    def updated(self, row: SQLModel) -> None:
        """A row whose columns are about to change; only those that really differ are noted."""
        before: Image = {}
        after: Image = {}
        for attribute in inspect(row).attrs:
            history = attribute.history
            if history.deleted and history.deleted[0] != attribute.value:
                before[attribute.key] = history.deleted[0]
                after[attribute.key] = attribute.value
        if after:
            self._note(type(row), before, after, row.__dict__)

    def deleted(self, row: SQLModel) -> None:
        """A row that is about to go."""
        whole = image_of(row)
        for attribute in inspect(row).attrs:
            if attribute.history.deleted:
                whole[attribute.key] = attribute.history.deleted[0]
        self._note(type(row), {name: value for name, value in whole.items() if value is not None}, None, row.__dict__)

    def _note(self, table: type[SQLModel], before: Image | None, after: Image | None, row: Image) -> None:
        key = (_name_of(table), row["id"])
        self._documents.setdefault(key, row["id"] if table is Document else row.get("document_id"))
        earlier = self._changes.pop(key, None)
        merged = _merge(earlier, before, after) if earlier else (before, after)
        if merged != (None, None):
            self._changes[key] = RowChange(key[0], key[1], *merged)

    def rows(self) -> Iterator[RowChange]:
        """The rows that really change, each once."""
        return (change for change in self._changes.values() if change.before != change.after)

    def by_document(self) -> Iterator[tuple[UUID | None, list[RowChange]]]:
        """The changes, grouped by the document they are about."""
        groups: dict[UUID | None, list[RowChange]] = {}
        for document, decided in self._decided:
            groups.setdefault(document, []).append(decided)
        for key, change in self._changes.items():
            if change.before != change.after:
                groups.setdefault(self._documents[key], []).append(change)
        yield from groups.items()


def _merge(earlier: RowChange, before: Image | None, after: Image | None) -> tuple[Image | None, Image | None]:
    """One change out of two that follow each other on the same row."""
    if after is None:
        if earlier.before is None:
            return None, None
        return {**(before or {}), **earlier.before}, None
    if earlier.before is None:
        whole = {**(earlier.after or {}), **after}
        return None, {name: value for name, value in whole.items() if value is not None}
    if earlier.after is None:
        gone, back = earlier.before, after
        differing = [name for name in {**gone, **back} if gone.get(name) != back.get(name)]
        return {name: gone.get(name) for name in differing}, {name: back.get(name) for name in differing}
    return {**(before or {}), **earlier.before}, {**earlier.after, **after}


def _before_flush(session: Session, _context: UOWTransaction, _instances: object) -> None:
    recorder = session.info.get("recorder")
    if recorder is None:
        return
    for row in session.new:
        if isinstance(row, FACTS):
            recorder.inserted(row)
    for row in session.dirty:
        if isinstance(row, FACTS):
            recorder.updated(row)
    for row in session.deleted:
        if isinstance(row, FACTS):
            recorder.deleted(row)


def _refuse_bulk(state: ORMExecuteState) -> None:
    if "recorder" in state.session.info and (state.is_insert or state.is_update or state.is_delete):
        raise TypeError("a bulk statement would bypass the journal; change rows one by one, or use add_rows")


class RecordedSession(Session):
    """A session whose flushes are shown to the Recorder in `session.info["recorder"]`."""

    @property
    def has_changes(self) -> bool:
        """True when rows really change, as far as that has been flushed."""
        return next(self.info["recorder"].rows(), None) is not None

    def add_rows(self, table: type[SQLModel], rows: Sequence[Image]) -> None:
        """Add many rows of one table at once, without an object each; every row has all columns."""
        for row in rows:
            self.info["recorder"].inserted_whole(table, row)
        if rows:
            self.connection().execute(insert(table_of(table)), rows)

    def change_row(self, table: type[SQLModel], row: Image, before: Image, after: Image) -> None:
        """Change columns of one row without an object; `before` and `after` have the columns that differ."""
        self.info["recorder"].changed_whole(table, row, before, after)
        self.connection().execute(update(table_of(table)).where(table_of(table).c.id == row["id"]).values(**after))

    def delete_rows(self, table: type[SQLModel], rows: Sequence[Image]) -> None:
        """Take away many rows of one table at once; each is given as it is."""
        for row in rows:
            self.info["recorder"].changed_whole(table, row, row, None)
        column = table_of(table).c.id
        for start in range(0, len(rows), _AT_A_TIME):
            keys = [row["id"] for row in rows[start : start + _AT_A_TIME]]
            self.connection().execute(delete(table_of(table)).where(column.in_(keys)))


event.listen(RecordedSession, "before_flush", _before_flush)
event.listen(RecordedSession, "do_orm_execute", _refuse_bulk)
