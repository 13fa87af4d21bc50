"""What is hidden from somebody who reads an article blind, so that no query can forget it.

A blind reading that has not been handed in yet hides all that others have done with the article, with its copies and
with its other versions. The connections given here for such a person's reads have views that stand before the tables
(SQLite and PostgreSQL look for a name among what is temporary first): whoever selects from `annotation` gets what may
be seen. They come from a pool of their own, so that an edit, which must see everything, never meets a view.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock
from typing import NamedTuple, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Engine, event, or_, select

from annotator.store.changes import RowChange
from annotator.store.review_tables import Reading
from annotator.store.tables import FACTS, Document, table_of

_reading = table_of(Reading).c
_document = table_of(Document).c

_AT_A_TIME = 500
_STAMP = "hidden"  # in what a pool knows of a connection: which views it has
_SCHEMA = "schema"
_NOTHING: frozenset[UUID] = frozenset()

_HIDDEN = "document_id IN (SELECT id FROM hidden_document)"
_SEEN = f"(annotator_id = {{viewer}} OR NOT {_HIDDEN})"
# What is said of an annotation that cannot be seen is hidden with it, whoever said it.
_OF_NOTHING_HIDDEN = (
    "NOT EXISTS (SELECT 1 FROM {schema}.annotation one WHERE one.id IN ({ends}) AND one.annotator_id <> {viewer} "
    "AND one.document_id IN (SELECT id FROM hidden_document))"
)
_OWN = ("annotation", "mark", "rejected_suggestion", "submission", "self_check", "reading")
_TIED = {
    "relation": "here.from_id, here.to_id",
    "contact": "here.annotation_id",
    "verdict": "here.annotation_id",
    "comment": "here.annotation_id",
}
_CONDITIONS = {
    **dict.fromkeys(_OWN, _SEEN),
    **{table: f"{_SEEN} AND {_OF_NOTHING_HIDDEN.replace('{ends}', ends)}" for table, ends in _TIED.items()},
    "ruling": f"NOT {_HIDDEN}",
    "merge_conflict": f"(document_id IS NULL OR NOT {_HIDDEN})",
    "journal": f"(annotator_id = {{viewer}} OR document_id IS NULL OR NOT {_HIDDEN})",
    # A source that only hidden links name is not there; after `relation`, whose view it asks.
    "source": "(EXISTS (SELECT 1 FROM relation link WHERE link.source_id = here.id) "
    "OR NOT EXISTS (SELECT 1 FROM {schema}.relation link WHERE link.source_id = here.id))",
}
VIEWED = tuple(_CONDITIONS)
"""The tables of which a blind reader sees a part."""

_TABLES = {str(noun.__tablename__): table_of(noun) for noun in FACTS if noun.__tablename__ in _CONDITIONS}
_ENDS = {
    "from_id": "annotation", "to_id": "annotation", "annotation_id": "annotation", "replacement_id": "annotation",
    "source_id": "source",
}  # fmt: skip

_Entry = TypeVar("_Entry", bound="_Told")

_MOVES = frozenset(("reading", "document"))
"""The tables that say what is hidden."""


class _Known(NamedTuple):
    """What is hidden from whom, as of which entry of the journal."""

    viewer: UUID | None
    number: int
    hidden: frozenset[UUID]


def hidden_documents(connection: Connection, viewer: UUID | None) -> frozenset[UUID]:
    """The articles of which an annotator may see nobody else's work now: read blind, their copies, their versions."""
    if viewer is None:
        return _NOTHING
    blind = select(_reading.document_id).where(
        _reading.annotator_id == viewer, _reading.blind.is_(True), _reading.submitted_at.is_(None)
    )
    found = new = set(connection.execute(blind).scalars())
    while new:
        new = {key for part in _parts(new) for key in _next_of(connection, part)} - found
        found = found | new
    return frozenset(found)


def is_partial(connection: Connection) -> bool:
    """True when something is hidden on this connection."""
    return bool(connection.info.get(_STAMP))


def hidden_on(connection: Connection) -> frozenset[UUID]:
    """The articles of which something is hidden on this connection."""
    stamp: tuple[UUID, frozenset[UUID]] | None = connection.info.get(_STAMP)
    return stamp[1] if stamp else _NOTHING


class _Told(Protocol):
    """An entry of the journal with its changes read, whichever class it is of."""

    @property
    def document_id(self) -> UUID | None: ...

    @property
    def changes(self) -> tuple[RowChange, ...]: ...


def seen_entries(connection: Connection, entries: Sequence[_Entry]) -> list[_Entry]:
    """Entries of the journal without those of their changes that tell of what is hidden on this connection.

    The view of the journal leaves out what others did to a hidden article; but an entry on another article may tell of
    a link to it, one on no article of a source that is named there alone, and one's own of taking in others' work.
    """
    if not is_partial(connection):
        return list(entries)
    there: dict[str, set[UUID]] = {}
    for table, keys in _spoken_of(change for entry in entries for change in entry.changes).items():
        c = _TABLES[table].c
        there[table] = {
            key for part in _parts(keys) for key in connection.execute(select(c.id).where(c.id.in_(part))).scalars()
        }
    viewer, hidden = connection.info[_STAMP]
    seen: list[_Entry] = []
    for entry in entries:
        owner = viewer if entry.document_id in hidden else None
        changes = tuple(change for change in entry.changes if _is_seen(change, there, owner))
        if len(changes) == len(entry.changes):
            seen.append(entry)
        elif changes:
            seen.append(replace(entry, changes=changes))  # type: ignore[type-var]  # all of them are dataclasses
    return seen


def _spoken_of(changes: Iterable[RowChange]) -> dict[str, set[UUID]]:
    """The rows that changes are about, or that these tie together, by table."""
    found: dict[str, set[UUID]] = {}
    for change in changes:
        if change.table in _TABLES:
            found.setdefault(change.table, set()).add(change.id)
        for table, key in _ends(change):
            found.setdefault(table, set()).add(key)
    return found


def _ends(change: RowChange) -> set[tuple[str, UUID]]:
    images = (change.before or {}, change.after or {})
    ends = {(table, image[name]) for image in images for name, table in _ENDS.items() if image.get(name)}
    return ends if change.table in _TIED else set()


def _is_seen(change: RowChange, there: Mapping[str, set[UUID]], owner: UUID | None) -> bool:
    """True for a row that can be seen, and for one that is gone when nothing of it was hidden.

    `owner`: whose rows alone can be seen in this article, None for all.
    """
    if change.table not in _TABLES or change.id in there[change.table]:
        return True
    if owner is not None and (change.after or change.before or {}).get("annotator_id") != owner:
        return False
    if change.table == "source":
        return False
    ends = _ends(change)
    return change.table not in _TIED or (bool(ends) and all(key in there.get(table, ()) for table, key in ends))


class Blindness:
    """Gives connections that see what a person may see. Safe to use from several threads."""

    def __init__(self, readers: Engine) -> None:
        self._readers = readers
        self._partial: Engine | None = None
        self._known = _Known(None, -1, _NOTHING)
        self._lock = Lock()

    @contextmanager
    def seen_by(self, viewer: UUID) -> Iterator[Connection]:
        """A connection on which a person sees what may be seen."""
        with self._readers.connect() as connection:
            if not self._hidden(connection, viewer):
                yield connection
                return
        while True:
            with self._engine().connect() as connection:
                hidden = self._hidden(connection, viewer)
                if connection.info.get(_STAMP) == (viewer, hidden):
                    yield connection
                    return
                _put_views(connection, viewer, hidden)

    def follow(self, numbers: Sequence[int], tables: Collection[str]) -> None:
        """Take note of an edit's entries: one that moves nothing leaves as it is what is hidden."""
        known = self._known
        if numbers and known.number == numbers[0] - 1 and _MOVES.isdisjoint(tables):
            self._known = known._replace(number=numbers[-1])

    def close(self) -> None:
        """Let go of every connection."""
        if self._partial is not None:
            self._partial.dispose()

    def _hidden(self, connection: Connection, viewer: UUID) -> frozenset[UUID]:
        # Every entry counts, also one of a colleague's that nobody has announced yet.
        number, known = _last_number(connection), self._known
        if known.viewer != viewer or known.number != number:
            hidden = hidden_documents(connection, viewer)
            # The same object where nothing has changed, so that comparing costs nothing.
            same = known.viewer == viewer and known.hidden == hidden
            self._known = known = _Known(viewer, number, known.hidden if same else hidden)
        return known.hidden

    def _engine(self) -> Engine:
        with self._lock:
            if self._partial is None:
                self._partial = _another(self._readers)
            return self._partial


def _last_number(connection: Connection) -> int:
    # At every read, so by the shortest way.
    where = f"{_schema(connection)}.journal" if is_partial(connection) else "journal"
    return connection.exec_driver_sql(f"SELECT max(number) FROM {where}").scalar() or 0  # noqa: S608


def _next_of(connection: Connection, ids: list[UUID]) -> Iterator[UUID]:
    """The copies of these articles, and the versions next to them."""
    query = select(_document.id, _document.copy_group, _document.superseded_by).where(_document.id.in_(ids))
    rows = connection.execute(query).all()
    groups = list({row.copy_group or row.id for row in rows})
    newer = [row.superseded_by for row in rows if row.superseded_by]
    of_group = or_(_document.copy_group.in_(groups), _document.id.in_(groups))
    yield from newer
    for condition in (of_group, _document.superseded_by.in_(ids)):
        yield from connection.execute(select(_document.id).where(condition)).scalars()


def _parts(keys: Iterable[UUID]) -> Iterator[list[UUID]]:
    ordered = list(keys)
    return (ordered[start : start + _AT_A_TIME] for start in range(0, len(ordered), _AT_A_TIME))


def _another(engine: Engine) -> Engine:
    """An engine on the same database with connections of its own."""
    options = engine.get_execution_options()
    other = Engine(engine.pool.recreate(), engine.dialect, engine.url, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(other, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
        # What is temporary stays in memory: a folder for it may not be there, and it is nobody else's business.
        event.listen(other, "connect", lambda connection, _record: connection.execute("PRAGMA temp_store = MEMORY"))
    return other.execution_options(**options)


def _schema(connection: Connection) -> str:
    """The name of where the tables themselves are."""
    if connection.dialect.name == "sqlite":
        return "main"
    if _SCHEMA not in connection.info:
        found = connection.exec_driver_sql("SELECT quote_ident(current_schema())")
        connection.info[_SCHEMA] = str(found.scalar_one())
    return str(connection.info[_SCHEMA])


def _put_views(connection: Connection, viewer: UUID, hidden: frozenset[UUID]) -> None:
    """Make the views of a connection anew, for good: also those that read a project that cannot be written."""
    connection.info.pop(_STAMP, None)
    is_file = connection.dialect.name == "sqlite"
    read_only = is_file and connection.exec_driver_sql("PRAGMA query_only").scalar()
    if read_only:
        connection.exec_driver_sql("PRAGMA query_only = OFF")  # what is temporary is no part of the project
    try:
        for statement in _statements(_schema(connection), viewer, is_file=is_file):
            connection.exec_driver_sql(statement)
        rows = [(key.bytes if is_file else key,) for key in hidden]
        connection.exec_driver_sql(f"INSERT INTO hidden_document VALUES ({'?' if is_file else '%s'})", rows)  # noqa: S608
        connection.commit()
    finally:
        if read_only:
            connection.exec_driver_sql("PRAGMA query_only = ON")
    connection.info[_STAMP] = viewer, hidden


def _statements(schema: str, viewer: UUID, *, is_file: bool) -> Iterator[str]:
    temporary, written = ("temp", f"X'{viewer.hex}'") if is_file else ("pg_temp", f"'{viewer}'::uuid")
    for table in reversed(VIEWED):
        yield f"DROP VIEW IF EXISTS {temporary}.{table}"
    yield f"DROP TABLE IF EXISTS {temporary}.hidden_document"
    yield f"CREATE TEMPORARY TABLE hidden_document (id {'BLOB' if is_file else 'UUID'} PRIMARY KEY)"
    for table, condition in _CONDITIONS.items():
        where = condition.format(viewer=written, schema=schema)
        yield f"CREATE TEMPORARY VIEW {table} AS SELECT * FROM {schema}.{table} here WHERE {where}"  # noqa: S608
