"""Reads of what waits for an annotator: returned annotations, comments to answer, sentences to be asked again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, func, select

from annotator.core.identity import born_at
from annotator.core.readings import CLOSED, CORRECTED, State
from annotator.core.reviewing import Decision
from annotator.store.readings import written_states
from annotator.store.review_tables import Comment, Reading, SelfCheck, Verdict
from annotator.store.tables import Annotation, Document, table_of

_annotation = table_of(Annotation)
_comment = table_of(Comment)
_check = table_of(SelfCheck)
_document = table_of(Document)
_reading = table_of(Reading)
_verdict = table_of(Verdict)


class Returned(NamedTuple):
    """An annotation that a reviewer wants to be looked at again."""

    annotation_id: UUID
    document_id: UUID
    reason: str
    reviewer_id: UUID
    at: datetime


class Asked(NamedTuple):
    """The last comment of a thread that waits for somebody; `mentions`: they are named in it, or in one before."""

    document_id: UUID
    words: str
    annotator_id: UUID
    annotation_id: UUID | None
    start_char: int | None
    mentions: bool
    at: datetime


def returned_annotations(connection: Connection, annotator_id: UUID, document_id: UUID | None = None) -> list[Returned]:
    """The annotator's annotations whose newest verdict returns them, while the reading can be changed."""
    v, a = _verdict.c, _annotation.c
    newer = _verdict.alias("newer")
    query = (
        select(v.annotation_id, v.document_id, v.reason, v.annotator_id, v.id)
        .join(_annotation, a.id == v.annotation_id)
        .where(v.verdict == Decision.RETURNED.value, a.annotator_id == annotator_id, a.origin != CORRECTED)
        .where(~select(newer.c.id).where(newer.c.annotation_id == v.annotation_id, newer.c.id > v.id).exists())
        .order_by(a.document_id, a.start_char, a.id)
    )
    if document_id is not None:
        query = query.where(a.document_id == document_id)
    rows = connection.execute(query).all()
    written = written_states(connection, annotator_id, {row.document_id for row in rows})
    return [Returned(*row[:4], born_at(row[4])) for row in rows if written.get(row.document_id) not in CLOSED]


def open_comments(connection: Connection, annotator_id: UUID) -> list[Asked]:
    """The threads that are not settled, in which somebody else spoke last and the annotator is meant.

    Meant is who is mentioned in it, and whose annotation it is about.
    """
    first = _comment.alias("first")
    c = _comment.c
    query = (
        select(_comment)
        .outerjoin(first, first.c.id == c.thread_id)
        .where(func.coalesce(first.c.resolved, c.resolved).is_(False))
        .order_by(c.id)
    )
    threads: dict[UUID, list[Any]] = {}
    for row in connection.execute(query):
        threads.setdefault(row.thread_id or row.id, []).append(row)
    about = {row.annotation_id for thread in threads.values() for row in thread if row.annotation_id}
    own = _own_of(connection, sorted(about), annotator_id)
    asked = (_asked(thread, annotator_id, own) for thread in threads.values())
    return [one for one in asked if one]


def self_checks_due(connection: Connection, annotator_id: UUID) -> int:
    """How many stretches wait to be judged again by the annotator."""
    query = select(func.count()).where(_check.c.annotator_id == annotator_id, _check.c.answered_at.is_(None))
    return int(connection.execute(query).scalar_one())


def readings_to_review(connection: Connection, annotator_id: UUID) -> int:
    """How many readings of others are handed in and wait for a reviewer; those of older versions wait no more."""
    r, d = _reading.c, _document.c
    newest = select(func.count()).select_from(_reading).join(_document, d.id == r.document_id)
    newest = newest.where(d.superseded_by.is_(None))
    query = newest.where(r.state == State.SUBMITTED.value, r.annotator_id != annotator_id)
    return int(connection.execute(query).scalar_one())


def _own_of(connection: Connection, annotation_ids: Sequence[UUID], annotator_id: UUID) -> set[UUID]:
    c = _annotation.c
    query = select(c.id).where(c.id.in_(list(annotation_ids)), c.annotator_id == annotator_id)
    return set(connection.execute(query).scalars()) if annotation_ids else set()


def _asked(thread: Sequence[Any], annotator_id: UUID, own: set[UUID]) -> Asked | None:
    last = thread[-1]
    if last.annotator_id == annotator_id:
        return None
    mentioned = any(annotator_id == UUID(key) for row in thread for key in row.mentions or ())
    about = next((row.annotation_id for row in thread if row.annotation_id), None)
    if not mentioned and about not in own:
        return None
    start = next((row.start_char for row in thread if row.start_char is not None), None)
    return Asked(last.document_id, last.words, last.annotator_id, about, start, mentioned, born_at(last.id))
