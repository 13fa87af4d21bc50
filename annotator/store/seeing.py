"""Reads of whether there is anything of others in an article to be seen, and anything said about it."""

from uuid import UUID

from sqlalchemy import Connection, or_, select

from annotator.core.identity import reading_id
from annotator.store.review_tables import Comment, Reading
from annotator.store.tables import Annotation, Mark, table_of

_annotation = table_of(Annotation).c
_mark = table_of(Mark).c
_comment = table_of(Comment).c
_reading = table_of(Reading).c


def shows_others(connection: Connection, document_id: UUID, annotator_id: UUID) -> bool:
    """True when there is another's work in an article, and it matters to this annotator that it is seen.

    It does not once the article was handed in, or when it was noted already.
    """
    is_known = _reading.saw_others | _reading.submitted_at.is_not(None)
    known = select(_reading.id).where(_reading.id == reading_id(document_id, annotator_id), is_known)
    others = (
        select(c.id).where(c.document_id == document_id, c.annotator_id != annotator_id).exists()
        for c in (_annotation, _mark, _comment)
    )
    return bool(connection.execute(select(or_(*others) & ~known.exists())).scalar())


def has_comments(connection: Connection, document_id: UUID) -> bool:
    """True when somebody has said something about an article."""
    query = select(_comment.id).where(_comment.document_id == document_id).limit(1)
    return connection.execute(query).scalar() is not None
