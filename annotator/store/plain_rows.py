"""Rows of facts as plain values for JSON, and back: keys and bytes as text, times as ISO 8601.

A column that says nothing is left out: None, and "" where the column has to hold text. So is the article that a row is
about, where it is told beside.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import JSON, Boolean, Column, Connection, Float, Integer, String, Table, select, type_coerce
from sqlalchemy.types import NullType
from sqlmodel import SQLModel

from annotator.core.damage import Damaged
from annotator.store.columns import Bytes, Key, UtcTime, storable
from annotator.store.review_tables import Comment, Reading, Ruling, SelfCheck, Submission, Verdict
from annotator.store.tables import (
    Annotation,
    Contact,
    Document,
    Mark,
    RejectedSuggestion,
    Relation,
    SentenceBreak,
    Source,
    table_of,
)

Row = dict[str, Any]

OF_ARTICLES: tuple[type[SQLModel], ...] = (
    Document, SentenceBreak, Annotation, Mark, RejectedSuggestion, Source, Relation, Contact,
    Reading, Submission, Verdict, Comment, Ruling, SelfCheck,
)  # fmt: skip
"""The tables whose rows say something of an article, parents before children."""

_LARGE = 1 << 31  # more than a column of numbers holds
_AT_A_TIME = 500


class _Column(NamedTuple):
    name: str
    kind: type
    is_nullable: bool
    is_silent: bool
    """"" says nothing here."""


class _Shape(NamedTuple):
    """A table as rows are read into it: what each column is, a row that says nothing, what a row has to say."""

    kinds: dict[str, type]
    blank: Row
    needed: tuple[str, ...]


@cache
def name_of(table: type[SQLModel]) -> str:
    """What a table is called in a file."""
    return str(table.__tablename__)


def written(table: type[SQLModel], row: Mapping[str, Any], home: UUID | None = None) -> Row:
    """A row as it is written down; `home` is the article that is told beside it. Keys and times stay objects."""
    said: Row = {}
    for name, kind, _, is_silent in _columns(table):
        value = row[name]
        if value is None or (is_silent and not value) or (name == "document_id" and value == home):
            continue
        said[name] = value.hex() if kind is Bytes else value
    return said


def read(table: type[SQLModel], said: Mapping[str, Any], home: UUID | None = None) -> Row:
    """The row that `written` wrote, after a way through JSON. Raises Damaged for what is no such row."""
    shape = _shape(table)
    row = shape.blank.copy()
    if "document_id" in row:
        row["document_id"] = home
    for name, value in said.items():  # few of the columns say something: a row of a million is not asked for all
        kind = shape.kinds.get(name)
        if kind is None:
            raise Damaged(f"{name_of(table)}.{name} is not known")
        if value is not None:
            row[name] = _read_value(table, name, kind, value)
    for name in shape.needed:
        if row[name] is None:
            raise Damaged(f"{name_of(table)}.{name} is missing")
    return row


def plain_annotations(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, list[Any]]:
    """The annotations of articles by place, the keys as the driver gives them: a million UUIDs cost seconds."""
    facts = table_of(Annotation)
    columns = [type_coerce(one, NullType()).label(one.name) if isinstance(one.type, Key) else one for one in facts.c]
    query = select(*columns).where(facts.c.document_id.in_(list(ids)))
    home = {key.bytes: key for key in ids} if connection.dialect.name == "sqlite" else {key: key for key in ids}
    found: dict[Any, list[Any]] = defaultdict(list)
    for row in connection.execute(query.order_by(facts.c.document_id, facts.c.start_char, facts.c.id)).fetchall():
        found[row[1]].append(row)
    return {home[key]: rows for key, rows in found.items()}


def rows_by_article(connection: Connection, table: type[SQLModel], ids: Sequence[UUID]) -> dict[UUID, list[Row]]:
    """The rows of articles in the order in which they were made, by article."""
    facts = table_of(table)
    query = select(facts).where(facts.c.document_id.in_(list(ids))).order_by(facts.c.id)
    found: dict[UUID, list[Row]] = defaultdict(list)
    names = [str(column.name) for column in facts.columns]
    at = names.index("document_id")
    for row in connection.execute(query).fetchall():  # all at once: one by one takes half as long again
        found[row[at]].append(dict(zip(names, row, strict=True)))
    return found


def tables_in_use(connection: Connection) -> frozenset[type[SQLModel]]:
    """Which of these tables have a row at all."""
    first = ((table, select(table_of(table).c.id).limit(1)) for table in OF_ARTICLES)
    return frozenset(table for table, query in first if connection.execute(query).first() is not None)


def there(connection: Connection, table: type[SQLModel], ids: Collection[UUID]) -> set[UUID]:
    """Which of these rows there are."""
    facts, wanted = table_of(table), list(ids)
    found: set[UUID] = set()
    for start in range(0, len(wanted), _AT_A_TIME):
        part = wanted[start : start + _AT_A_TIME]
        if connection.dialect.name == "sqlite":
            found |= _plain_there(connection, facts.name, part)
        else:
            found.update(connection.execute(select(facts.c.id).where(facts.c.id.in_(part))).scalars())
    return found


def _plain_there(connection: Connection, table: str, ids: Sequence[UUID]) -> set[UUID]:
    """The same for some ids, as the driver takes them: whoever takes in a million asks for each of them."""
    known = {key.bytes: key for key in ids}
    marks = ", ".join("?" * len(known))
    query = f"SELECT id FROM {table} WHERE id IN ({marks})"  # noqa: S608  a table's name, of this program
    return {known[key] for (key,) in connection.exec_driver_sql(query, tuple(known)).fetchall()}


def older_versions(connection: Connection) -> dict[UUID, list[UUID]]:
    """The article that replaced each older version -> those that it replaced, in the order of loading."""
    c = table_of(Document).c
    found: dict[UUID, list[UUID]] = defaultdict(list)
    query = select(c.superseded_by, c.id).where(c.superseded_by.is_not(None)).order_by(c.id)
    for newer, older in connection.execute(query):
        found[newer].append(older)
    return found


def sources_of_no_link(connection: Connection) -> list[UUID]:
    """The sources that nothing refers to."""
    source, relation = table_of(Source), table_of(Relation)
    linked = select(relation.c.id).where(relation.c.source_id == source.c.id).exists()
    return list(connection.execute(select(source.c.id).where(~linked).order_by(source.c.id)).scalars())


@cache
def _columns(table: type[SQLModel]) -> tuple[_Column, ...]:
    facts: Table = table_of(table)
    return tuple(_column(one) for one in facts.columns)


@cache
def _shape(table: type[SQLModel]) -> _Shape:
    columns = _columns(table)
    return _Shape(
        kinds={name: kind for name, kind, _, _ in columns},
        blank={name: "" if is_silent else None for name, _, _, is_silent in columns},
        needed=tuple(name for name, _, is_nullable, is_silent in columns if not (is_nullable or is_silent)),
    )


def _column(column: Column[Any]) -> _Column:
    kinds = (Key, UtcTime, Bytes, JSON, Boolean, Float, Integer)
    kind = next((kind for kind in kinds if isinstance(column.type, kind)), String)
    is_nullable = bool(column.nullable)
    return _Column(column.name, kind, is_nullable, kind is String and not is_nullable)


def _read_value(table: type[SQLModel], name: str, kind: type, value: Any) -> Any:
    if kind is Key:
        good, value = _read_key(name, value)
    elif kind is String:
        good = isinstance(value, str) and _is_storable(value)
    elif kind is Integer:
        good = type(value) is int and abs(value) < _LARGE
    elif kind is JSON:
        good = isinstance(value, dict | list)
    elif kind is Boolean:
        good = isinstance(value, bool)
    elif kind is Float:
        good = type(value) in (int, float)
    else:
        good, value = _read_words(kind, value)
    if not good:
        raise Damaged(f"{name_of(table)}.{name} is not what it should be")
    return value


def _is_storable(words: str) -> bool:
    if words.isascii():
        return "\x00" not in words
    return storable(words) == words


def _read_key(name: str, value: Any) -> tuple[bool, Any]:
    try:
        return True, UUID(value) if name == "id" else _known_key(value)
    except (ValueError, TypeError, AttributeError):
        return False, None


@lru_cache(maxsize=4096)
def _known_key(words: str) -> UUID:
    """A key that others refer to: the same few annotators and sources again and again."""
    return UUID(words)


def _read_words(kind: type, value: Any) -> tuple[bool, Any]:
    try:
        if kind is Bytes:
            return True, bytes.fromhex(value)
        moment = datetime.fromisoformat(value)
        return moment.tzinfo is not None, moment.astimezone(UTC)
    except (ValueError, TypeError, AttributeError, OverflowError):
        return False, None
