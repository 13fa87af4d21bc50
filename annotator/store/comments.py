"""Reads of comments."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from annotator.core.comments import CommentRecord, Thread, threads
from annotator.core.identity import born_at
from annotator.core.spans import Span
from annotator.store import queries
from annotator.store.review_tables import Comment
from annotator.store.tables import Annotation, table_of

_comment = table_of(Comment)
_annotation = table_of(Annotation)


def threads_of(connection: Connection, document_id: UUID) -> list[Thread]:
    """The threads of an article: those on all of it first, then by place."""
    place = (_annotation.c.start_char.label("starts"), _annotation.c.end_char.label("ends"))
    query = select(_comment, *place).outerjoin(_annotation, _annotation.c.id == _comment.c.annotation_id)
    rows = connection.execute(query.where(_comment.c.document_id == document_id)).all()
    names = queries.annotator_names(connection) if rows else {}
    return threads(_record(row, names) for row in rows)


def ids_beginning(connection: Connection, first: UUID, last: UUID) -> list[UUID]:
    """The comments whose keys lie between these two; two are enough to know that there are several."""
    query = select(_comment.c.id).where(_comment.c.id.between(first, last)).limit(2)
    return list(connection.execute(query).scalars())


def replies_to(connection: Connection, thread_id: UUID) -> Sequence[UUID]:
    """The comments that answer the first one of a thread."""
    query = select(_comment.c.id).where(_comment.c.thread_id == thread_id).order_by(_comment.c.id)
    return connection.execute(query).scalars().all()


def comment_record(row: Comment, name: str) -> CommentRecord:
    """What a row says, given its annotator's name."""
    span = None if row.start_char is None or row.end_char is None else Span(row.start_char, row.end_char)
    mentions = tuple(map(UUID, row.mentions or ()))
    about = row.thread_id, row.annotation_id, span, row.resolved, mentions
    return CommentRecord(row.id, row.document_id, row.annotator_id, name, row.words, born_at(row.id), *about)


def _record(row: Any, names: Mapping[UUID, str]) -> CommentRecord:
    start, end = (row.start_char, row.end_char) if row.starts is None else (row.starts, row.ends)
    span = None if start is None else Span(start, end)
    mentions = tuple(map(UUID, row.mentions or ()))
    about = row.thread_id, row.annotation_id, span, bool(row.resolved), mentions
    known = row.id, row.document_id, row.annotator_id, names[row.annotator_id], row.words, born_at(row.id)
    return CommentRecord(*known, *about)
