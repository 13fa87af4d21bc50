"""Reads for self-consistency: what one person decided on, and when; what is asked again."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, select

from annotator.core.identity import born_at
from annotator.core.readings import CORRECTED
from annotator.core.spans import Span
from annotator.store.queries import BATCH
from annotator.store.review_tables import SelfCheck
from annotator.store.tables import Annotation, Document, Mark, table_of

_annotation, _mark = table_of(Annotation), table_of(Mark)
_check, _document = table_of(SelfCheck), table_of(Document)


class OwnPlace(NamedTuple):
    """A place that somebody tagged, or (label "") found nothing in, and when."""

    label: str
    segments: tuple[Span, ...]
    at: datetime


class CheckRow(NamedTuple):
    """A sentence that is asked again; `again` None until it is answered. `first` and `again` as they are kept."""

    id: UUID
    document_id: UUID
    sentence: Span
    first: list[dict[str, Any]]
    again: list[dict[str, Any]] | None
    answered_at: datetime | None


def documents_of(connection: Connection, annotator_id: UUID) -> list[UUID]:
    """The articles, newest versions only, in which somebody decided on anything."""
    found: set[UUID] = set()
    for table in (_annotation, _mark):
        query = (
            select(table.c.document_id)
            .join(_document, _document.c.id == table.c.document_id)
            .where(table.c.annotator_id == annotator_id, _document.c.superseded_by.is_(None))
        )
        found |= set(connection.execute(query.distinct()).scalars())
    return sorted(found)


def own_places(connection: Connection, annotator_id: UUID, ids: Sequence[UUID]) -> dict[UUID, list[OwnPlace]]:
    """What somebody decided on in these articles; a reviewer's corrections are no decisions of a reading."""
    places: dict[UUID, list[OwnPlace]] = defaultdict(list)
    for start in range(0, len(ids), BATCH):
        part = list(ids[start : start + BATCH])
        a = _annotation.c
        query = select(a.id, a.document_id, a.label, a.start_char, a.end_char, a.segments)
        wanted = (a.annotator_id == annotator_id, a.document_id.in_(part), a.origin != CORRECTED)
        for row in connection.execute(query.where(*wanted)):
            segments = row.segments or [[row.start_char, row.end_char]]
            spans = tuple(Span(*segment) for segment in segments)
            places[row.document_id].append(OwnPlace(row.label, spans, born_at(row.id)))
        m = _mark.c
        marks = select(m.id, m.document_id, m.start_char, m.end_char)
        for mark in connection.execute(marks.where(m.annotator_id == annotator_id, m.document_id.in_(part))):
            places[mark.document_id].append(OwnPlace("", (Span(mark.start_char, mark.end_char),), born_at(mark.id)))
    return places


def checks_of(connection: Connection, annotator_id: UUID) -> list[CheckRow]:
    """All that somebody was asked again, in the order of asking."""
    query = select(_check).where(_check.c.annotator_id == annotator_id).order_by(_check.c.id)
    return [
        CheckRow(row.id, row.document_id, Span(row.start_char, row.end_char), row.first, row.again, row.answered_at)
        for row in connection.execute(query)
    ]
