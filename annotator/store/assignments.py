"""Reads about who works on which article, as far as that decides who gets it next."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Table, select, union

from annotator.core.readings import CORRECTED
from annotator.store.queries import BATCH
from annotator.store.review_tables import Reading
from annotator.store.tables import Annotation, Document, Mark, table_of

_annotation = table_of(Annotation)
_mark = table_of(Mark)
_reading = table_of(Reading)
_document = table_of(Document)


class AssignedRow(NamedTuple):
    """A reading that was given to somebody."""

    document_id: UUID
    title: str
    annotator_id: UUID
    assigned_by: UUID | None
    blind: bool
    state: str
    is_handed_in: bool


def at_work(connection: Connection, document_ids: Sequence[UUID] | None = None) -> dict[UUID, set[UUID]]:
    """Who has something of their own in each of these articles (None: in all), article by article."""
    own = (_annotation.c.origin != CORRECTED,)
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for part in _parts(document_ids):
        tables: tuple[tuple[Table, tuple[Any, ...]], ...] = ((_annotation, own), (_mark, ()))
        queries = []
        for table, conditions in tables:
            query = select(table.c.document_id, table.c.annotator_id).where(*conditions)
            queries.append(query if part is None else query.where(table.c.document_id.in_(part)))
        for document_id, annotator_id in connection.execute(union(*queries)):
            found[document_id].add(annotator_id)
    return dict(found)


def taken(connection: Connection, document_ids: Sequence[UUID] | None = None) -> dict[UUID, set[UUID]]:
    """Who has been given each of these articles (None: all), or has handed it in."""
    c = _reading.c
    given = c.assigned_at.is_not(None) | c.submitted_at.is_not(None)
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for part in _parts(document_ids):
        query = select(c.document_id, c.annotator_id).where(given)
        for document_id, annotator_id in connection.execute(
            query if part is None else query.where(c.document_id.in_(part))
        ):
            found[document_id].add(annotator_id)
    return dict(found)


def handed_in(connection: Connection) -> set[UUID]:
    """The articles that somebody has handed in."""
    return set(connection.execute(select(_reading.c.document_id).where(_reading.c.submitted_at.is_not(None))).scalars())


def assigned(connection: Connection) -> list[AssignedRow]:
    """What was given to whom, in the order of loading, newest articles first."""
    c = _reading.c
    is_handed_in = c.submitted_at.is_not(None)
    columns = (c.document_id, _document.c.title, c.annotator_id, c.assigned_by, c.blind, c.state, is_handed_in)
    query = select(*columns).join(_document, _document.c.id == c.document_id).where(c.assigned_at.is_not(None))
    rows = connection.execute(query.order_by(c.document_id.desc(), c.annotator_id))
    return [AssignedRow(*row) for row in rows]


def _parts(keys: Sequence[UUID] | None) -> Iterator[Sequence[UUID] | None]:
    if keys is None:
        yield None
        return
    for start in range(0, len(keys), BATCH):
        yield list(keys[start : start + BATCH])
