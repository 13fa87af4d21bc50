"""Reads of what annotators have handed in."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, select

from annotator.core.readings import CLOSED
from annotator.core.submissions import SubmittedReading, read_content
from annotator.store.queries import BATCH
from annotator.store.review_tables import Reading, Submission
from annotator.store.tables import table_of

_submission = table_of(Submission)
_reading = table_of(Reading)


def first_submissions(connection: Connection, document_ids: Sequence[UUID] | None = None) -> Iterator[SubmittedReading]:
    """Each annotator's first submission of each article (of these), independent or not, article by article."""
    yield from _read(connection, select(_submission).where(_submission.c.number == 1), document_ids)


def newest_submissions(
    connection: Connection, document_ids: Sequence[UUID] | None = None
) -> Iterator[SubmittedReading]:
    """The newest submission of each reading that is submitted or approved now, not returned or taken back."""
    handed_in = _reading.c.state.in_(CLOSED)
    # The article on both sides lets the database go by it, instead of walking through every reading there is.
    same = (_reading.c.submission_id == _submission.c.id) & (_reading.c.document_id == _submission.c.document_id)
    query = select(_submission).join(_reading, same).where(handed_in)
    yield from _read(connection, query, document_ids)


def all_submissions(connection: Connection, document_ids: Sequence[UUID] | None = None) -> Iterator[SubmittedReading]:
    """Everything that was ever handed in of these articles, article by article, the oldest first."""
    yield from _read(connection, select(_submission), document_ids)


def number_of_submissions(connection: Connection, document_id: UUID, annotator_id: UUID) -> int:
    """How often an annotator has handed an article in."""
    query = select(_submission.c.id).where(
        _submission.c.document_id == document_id, _submission.c.annotator_id == annotator_id
    )
    return len(connection.execute(query).all())


def _read(
    connection: Connection, query: Select[Any], document_ids: Sequence[UUID] | None
) -> Iterator[SubmittedReading]:
    ordered = query.order_by(_submission.c.document_id, _submission.c.id)
    if document_ids is None:
        yield from map(_submitted, connection.execute(ordered))
        return
    wanted = sorted(document_ids)
    for start in range(0, len(wanted), BATCH):
        part = ordered.where(_submission.c.document_id.in_(wanted[start : start + BATCH]))
        yield from map(_submitted, connection.execute(part))


def _submitted(row: Any) -> SubmittedReading:
    annotations, links = read_content(row.content)
    return SubmittedReading(row.id, row.document_id, row.annotator_id, row.number, row.independent, annotations, links)
