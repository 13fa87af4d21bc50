"""Counts over the whole project. Only newest versions of articles count: each article once."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, func, literal, select

from annotator.store.journal import Kind
from annotator.store.queries import BATCH
from annotator.store.tables import Annotation, Annotator, Document, JournalEntry, Relation, Source, table_of

_annotation = table_of(Annotation).c
_annotator = table_of(Annotator).c
_document = table_of(Document).c
_relation = table_of(Relation).c
_source = table_of(Source).c
_journal = table_of(JournalEntry).c

_ADDING = ("Load article", "Load corrected version")
"""The titles of edits that bring articles in: nobody reads them then."""

_MONTH = func.substr(func.coalesce(_document.published_at, ""), 1, 7)
BY_COLUMN: dict[str, ColumnElement[Any]] = {
    "labels": _annotation.label,
    "languages": _document.language,
    "outlets": _document.outlet,
    "months": _MONTH,
    "annotators": _annotation.annotator_id,
}
"""What annotations can be counted by without a look at their links."""


def counts_by(connection: Connection, subject: str, without: Collection[UUID] = ()) -> Mapping[tuple[Any, str], int]:
    """How many annotations there are by a column of BY_COLUMN and by label, `without` some."""
    column = BY_COLUMN[subject]
    query = _joined(select(column.label("key"), _annotation.label, func.count().label("number")))
    return _counted(connection, query.group_by(column, _annotation.label), without)


def counts_by_source(connection: Connection, without: Collection[UUID] = ()) -> Mapping[tuple[UUID, str], int]:
    """How many annotations name each source, by label, `without` some; one that names it twice counts once."""
    number = func.count(func.distinct(_annotation.id)).label("number")
    query = _joined(select(_relation.source_id, _annotation.label, number)).join(
        table_of(Relation), _relation.from_id == _annotation.id
    )
    query = query.where(_relation.source_id.is_not(None)).group_by(_relation.source_id, _annotation.label)
    return _counted(connection, query, without)


def decision_times(connection: Connection) -> Iterator[tuple[UUID, UUID, datetime]]:
    """Annotator, article and time of everything that was decided in articles, in the order in which it was."""
    query = (
        select(_journal.annotator_id, _journal.document_id, _journal.at)
        .where(_journal.annotator_id.is_not(None), _journal.document_id.is_not(None))
        .where(_journal.kind == int(Kind.EDIT), _journal.title.not_in(_ADDING))
        .order_by(_journal.number)
    )
    for row in connection.execute(query, execution_options={"yield_per": 1000}):
        yield row.annotator_id, row.document_id, row.at


def annotation_ids(
    connection: Connection, subject: str, key: Any, label: str, limit: int, without: Collection[UUID] = ()
) -> list[UUID]:
    """The annotations that one number counts, in the order in which they were made; `label` "" for any."""
    query = _joined(select(_annotation.id).distinct())
    if subject == "sources":
        query = query.join(table_of(Relation), _relation.from_id == _annotation.id).where(_relation.source_id == key)
    else:
        query = query.where(BY_COLUMN[subject] == literal(key, BY_COLUMN[subject].type))
    if label:
        query = query.where(_annotation.label == label)
    found = connection.execute(query.order_by(_annotation.id).limit(limit + len(without))).scalars()
    return [one for one in found if one not in without][:limit]


def _counted(connection: Connection, query: Select[Any], without: Collection[UUID]) -> Mapping[tuple[Any, str], int]:
    """Key, label and number of each row. What is left out is counted a few at a time and taken off: there is little."""
    counts = Counter({(key, label): number for key, label, number in connection.execute(query)})
    left_out = list(without)
    for start in range(0, len(left_out), BATCH):
        part = query.where(_annotation.id.in_(left_out[start : start + BATCH]))
        counts.subtract({(key, label): number for key, label, number in connection.execute(part)})
    return {key: number for key, number in counts.items() if number}


def _joined(query: Select[Any]) -> Select[Any]:
    joined = query.select_from(table_of(Annotation)).join(table_of(Document), _annotation.document_id == _document.id)
    return joined.where(_document.superseded_by.is_(None))
