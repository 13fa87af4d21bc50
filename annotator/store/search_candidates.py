"""Articles that the index says may match, one after the other, the newest first.

May: the index knows neither accents nor punctuation, so whoever asks holds each against the query itself. Rows
are fetched as they are asked for; stopping early costs nothing.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from types import ModuleType
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, text

from annotator.core.records import Status
from annotator.core.search_filters import Filters, Reading
from annotator.core.search_query import MOST_TERMS, Field, Part, Query
from annotator.core.search_terms import is_single, spelling
from annotator.store import search_postgresql, search_sqlite
from annotator.store.columns import Key, UtcTime
from annotator.store.search_statement import Statement
from annotator.store.tables import Annotation, table_of

AT_A_TIME = 52  # a page of 50, and what tells that there are more
_QUOTED = '%"{}"%'  # as it stands in a list in JSON
_COLUMNS = (
    "d.id, d.title, d.outlet, d.byline, d.source_note, t.content, "
    "EXISTS (SELECT 1 FROM annotation z WHERE z.document_id = d.id AND z.note <> '') AS has_notes"
)


class Candidate(NamedTuple):
    """An article that may match. The source's three are outlet, byline and the note on it."""

    id: UUID
    title: str
    source: tuple[str, ...]
    text: str
    has_notes: bool


def in_text(connection: Connection, query: Query, filters: Filters, *, folded: bool) -> Iterator[Candidate]:
    """Articles in whose text is what names no field, and in whose title, source or notes is what names it.

    `folded`: accents make no difference to what is unwanted.
    """
    groups = [[part for part in group if part.field is Field.ANYWHERE] for group in query.anywhere]
    if not groups:
        return iter(())
    dialect, statement = _dialect(connection), Statement()
    tables, order = dialect.texts_with(groups, _surely_unwanted(query, folded), folded, statement)
    if query.in_fields:
        statement.conditions.append(f"d.id IN ({dialect.documents_about(query.in_fields, statement)})")
    return _candidates(connection, tables, order, filters, statement)


def _surely_unwanted(query: Query, folded: bool) -> list[Part]:
    """What the index can leave out by itself.

    In scripts without spaces it takes more for a phrase than there is. And where accents matter, what is
    unwanted with an accent is in no text without one.
    """
    return [
        part
        for part in query.unwanted
        if part.field is Field.ANYWHERE
        and len(part.terms) <= MOST_TERMS
        and not any(map(is_single, "".join(part.terms)))
        and (folded or _is_plain(part.written))
    ]


def _is_plain(words: str) -> bool:
    return spelling(words, folded=False).letters == spelling(words, folded=True).letters


def in_about(connection: Connection, query: Query, filters: Filters) -> Iterator[Candidate]:
    """Articles whose title, source and notes have it all between them."""
    dialect, statement = _dialect(connection), Statement()
    tables, order = dialect.abouts_with(query.wanted, statement)
    return _candidates(connection, tables, order, filters, statement)


def everywhere(connection: Connection, filters: Filters) -> Iterator[Candidate]:
    """Every article that the filters let through: for what the index cannot help to find."""
    tables = "document d JOIN text t ON t.sha256 = d.text_sha256"
    return _candidates(connection, tables, "d.id DESC", filters, Statement())


def _dialect(connection: Connection) -> ModuleType:
    return search_postgresql if connection.dialect.name == "postgresql" else search_sqlite


def notes(connection: Connection, ids: Sequence[UUID]) -> list[tuple[UUID, UUID, int, int, str]]:
    """The annotations of these documents that have a note: document, key, extent and note, in the order they stand."""
    c = table_of(Annotation).c
    query = select(c.document_id, c.id, c.start_char, c.end_char, c.note)
    query = query.where(c.document_id.in_(list(ids)), c.note != "").order_by(c.document_id, c.start_char, c.id)
    return [tuple(row) for row in connection.execute(query)]


def _candidates(
    connection: Connection, tables: str, order: str, filters: Filters, statement: Statement
) -> Iterator[Candidate]:
    _restrict(filters, statement)
    where = " AND ".join(statement.conditions) or "1 = 1"
    query = text(f"SELECT {_COLUMNS} FROM {tables} WHERE {where} ORDER BY {order}")  # noqa: S608
    query = query.bindparams(*(_bound(name, value) for name, value in statement.values.items()))
    rows = connection.execute(query.columns(id=Key), execution_options={"yield_per": AT_A_TIME})
    return (
        Candidate(key, title, (outlet, byline, source_note or ""), str(content, "utf-8"), bool(has_notes))
        for key, title, outlet, byline, source_note, content, has_notes in rows
    )


def _bound(name: str, value: Any) -> Any:
    if isinstance(value, list):
        kind = Key() if value and isinstance(value[0], UUID) else None
        return bindparam(name, value, type_=kind, expanding=True)
    return bindparam(name, value, type_=UtcTime() if isinstance(value, datetime) else None)


def _restrict(filters: Filters, statement: Statement) -> None:
    """Add the conditions of the filters, as far as the database can tell."""
    conditions, value = statement.conditions, statement.value
    if not filters.with_superseded:
        conditions.append("d.superseded_by IS NULL")
    if filters.labels or filters.annotators:
        conditions.append(f"EXISTS (SELECT 1 FROM annotation a WHERE {_annotated(filters, statement)})")  # noqa: S608
    if filters.languages:
        also = (
            f"CAST(d.also_in AS TEXT) LIKE {value(_QUOTED.format(language))}" for language in sorted(filters.languages)
        )
        conditions.append(f"(d.language IN {value(sorted(filters.languages))} OR {' OR '.join(also)})")
    if filters.outlets:
        conditions.append(f"d.outlet IN {value(sorted(filters.outlets))}")
    if filters.statuses:
        usable = "d.status IS NULL OR " if Status.USABLE in filters.statuses else ""
        conditions.append(f"({usable}d.status IN {value(sorted(filters.statuses))})")
    _restrict_days(filters, statement)
    _restrict_readings(filters, statement)


def _annotated(filters: Filters, statement: Statement) -> str:
    conditions = ["a.document_id = d.id"]
    if filters.labels:
        conditions.append(f"a.label IN {statement.value(sorted(filters.labels))}")
    if filters.annotators:
        conditions.append(f"a.annotator_id IN {statement.value(sorted(filters.annotators))}")
    return " AND ".join(conditions)


def _restrict_days(filters: Filters, statement: Statement) -> None:
    """By the day of publication as it was printed there, else by that of loading in UTC."""
    value, day = statement.value, "substr(d.published_at, 1, 10)"
    if filters.since:
        loaded = value(datetime.combine(filters.since, time(), UTC))
        statement.conditions.append(
            f"({day} >= {value(filters.since.isoformat())} OR (d.published_at IS NULL AND d.loaded_at >= {loaded}))"
        )
    if filters.until:
        loaded = value(datetime.combine(filters.until, time(), UTC) + timedelta(days=1))
        statement.conditions.append(
            f"({day} <= {value(filters.until.isoformat())} OR (d.published_at IS NULL AND d.loaded_at < {loaded}))"
        )


def _restrict_readings(filters: Filters, statement: Statement) -> None:
    """Whether somebody has begun; the rest needs the sentences, and the caller to look at them."""
    if not filters.readings or filters.readings == set(Reading):
        return
    begun = (
        "(EXISTS (SELECT 1 FROM annotation b WHERE b.document_id = d.id) "
        "OR EXISTS (SELECT 1 FROM mark m WHERE m.document_id = d.id))"
    )
    if filters.readings == {Reading.UNTOUCHED}:
        statement.conditions.append(f"NOT {begun}")
    elif Reading.UNTOUCHED not in filters.readings:
        statement.conditions.append(begun)
