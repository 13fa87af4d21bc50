"""Reads of how far annotators are with articles."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select, union

from annotator.core.identity import reading_id
from annotator.core.readings import CORRECTED, OPEN, ReadingRecord, state_of
from annotator.core.spans import Span
from annotator.store.queries import BATCH
from annotator.store.review_tables import Reading
from annotator.store.tables import Annotation, Document, Mark, table_of

_annotation = table_of(Annotation)
_document = table_of(Document)
_mark = table_of(Mark)
_reading = table_of(Reading)


def readings_of(
    connection: Connection, annotator_id: UUID, document_ids: Sequence[UUID] | None = None
) -> dict[UUID, ReadingRecord]:
    """An annotator's readings by article, of all articles or of these; one that is missing is unread."""
    if document_ids is None:
        return _readings_of(connection, annotator_id, None)
    wanted = list(document_ids)
    found: dict[UUID, ReadingRecord] = {}
    for start in range(0, len(wanted), BATCH):
        found |= _readings_of(connection, annotator_id, wanted[start : start + BATCH])
    return found


def readings_in(connection: Connection, document_id: UUID) -> list[ReadingRecord]:
    """Everybody's readings of an article that are written down or have something in them, who joined first first."""
    rows = {row.annotator_id: row for row in connection.execute(select(_reading).where(_is(document_id)))}
    at_work = {key for (key,) in connection.execute(_who_worked(document_id))}
    return [
        _record(rows[key], key in at_work)
        if key in rows
        else ReadingRecord(document_id, key, state_of(None, has_work=True))
        for key in sorted({*rows, *at_work})
    ]


def own_marks(connection: Connection, document_id: UUID, annotator_id: UUID) -> list[Span]:
    """The stretches of an article that one annotator has read and found nothing in."""
    c = _mark.c
    query = select(c.start_char, c.end_char).where(c.document_id == document_id, c.annotator_id == annotator_id)
    return [Span(start, end) for start, end in connection.execute(query.order_by(c.start_char))]


def owners(connection: Connection, annotation_ids: Iterable[UUID]) -> dict[UUID, tuple[UUID, str]]:
    """Whose each of these annotations is, and its origin."""
    wanted, c = list(annotation_ids), _annotation.c
    found: dict[UUID, tuple[UUID, str]] = {}
    for start in range(0, len(wanted), BATCH):
        query = select(c.id, c.annotator_id, c.origin).where(c.id.in_(wanted[start : start + BATCH]))
        found |= {row.id: (row.annotator_id, row.origin) for row in connection.execute(query)}
    return found


def written_states(connection: Connection, annotator_id: UUID, document_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What is written down of an annotator's readings of these articles, for those that have a row."""
    wanted, c = list(document_ids), _reading.c
    found: dict[UUID, str] = {}
    for start in range(0, len(wanted), BATCH):
        keys = [reading_id(key, annotator_id) for key in wanted[start : start + BATCH]]
        query = select(c.document_id, c.state).where(c.id.in_(keys))
        found |= {row.document_id: row.state for row in connection.execute(query)}
    return found


def _readings_of(connection: Connection, annotator_id: UUID, part: list[UUID] | None) -> dict[UUID, ReadingRecord]:
    query = select(_reading).where(_reading.c.annotator_id == annotator_id)
    if part is not None:
        query = select(_reading).where(_reading.c.id.in_([reading_id(key, annotator_id) for key in part]))
    rows = {row.document_id: row for row in connection.execute(query)}
    at_work = _worked_on(connection, annotator_id, part)
    found = {key: ReadingRecord(key, annotator_id, state_of(None, has_work=True)) for key in at_work - rows.keys()}
    return found | {key: _record(row, key in at_work) for key, row in rows.items()}


def _worked_on(connection: Connection, annotator_id: UUID, part: list[UUID] | None) -> set[UUID]:
    """The articles in which the annotator has done something, without those whose state is written down anyway."""
    d, a, m, r = _document.c, _annotation.c, _mark.c, _reading.c
    own = (a.document_id == d.id) & (a.annotator_id == annotator_id) & (a.origin != CORRECTED)
    tagged = select(a.id).where(own).exists()
    marked = select(m.id).where(m.document_id == d.id, m.annotator_id == annotator_id).exists()
    settled = select(r.document_id).where(r.annotator_id == annotator_id, r.state != OPEN)
    query = select(d.id).where(tagged | marked)
    query = query.where(d.id.not_in(settled)) if part is None else query.where(d.id.in_(part))
    return set(connection.execute(query).scalars())


def _record(row: Any, has_work: bool) -> ReadingRecord:
    return ReadingRecord(
        row.document_id,
        row.annotator_id,
        state_of(row.state, has_work=has_work),
        row.blind,
        row.saw_others,
        row.version,
        row.reason,
        row.assigned_by,
        row.assigned_at,
        row.submitted_at,
        row.submission_id,
        row.reviewer_id,
    )


def _is(document_id: UUID) -> Any:
    return _reading.c.document_id == document_id


def _who_worked(document_id: UUID) -> Any:
    c = _annotation.c
    return union(
        select(c.annotator_id).where(c.document_id == document_id, c.origin != CORRECTED),
        select(_mark.c.annotator_id).where(_mark.c.document_id == document_id),
    )
