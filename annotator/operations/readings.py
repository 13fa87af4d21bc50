"""Readings: how far each annotator is with each article, and what was handed in."""

from uuid import UUID

from sqlmodel import Session

from annotator.core.identity import born_at, reading_id
from annotator.core.submissions import submission_content
from annotator.store import queries
from annotator.store.review_tables import Reading, Submission
from annotator.store.submissions import number_of_submissions

CORRECTED = "corrected"
"""The origin of an annotation that a reviewer has put in the place of another one: it belongs to no reading."""


def put_reading(session: Session, document_id: UUID, annotator_id: UUID) -> Reading:
    """The row of a reading inside an edit, made now where there is none yet."""
    key = reading_id(document_id, annotator_id)
    row = session.get(Reading, key)
    if row is None:
        row = Reading(id=key, document_id=document_id, annotator_id=annotator_id)
        session.add(row)
    return row


def put_submission(session: Session, document_id: UUID, annotator_id: UUID) -> Submission:
    """Keep what an annotator says of an article now, inside an edit; the reading is submitted then.

    Rules are not looked at here. The first submission is independent unless something of another's work was shown.
    """
    connection = session.connection()
    session.flush()
    (record,) = queries.documents(connection, [document_id])
    name = queries.annotator_name(connection, annotator_id)
    own = [one for one in record.annotations if one.annotator == name and one.origin != CORRECTED]
    links = [one for one in record.relations if one.from_id in {found.id for found in own}]
    number = number_of_submissions(connection, document_id, annotator_id) + 1
    reading = put_reading(session, document_id, annotator_id)
    row = Submission(
        document_id=document_id,
        annotator_id=annotator_id,
        number=number,
        independent=number == 1 and not reading.saw_others,
        content=submission_content(own, links),
    )
    session.add(row)
    reading.state, reading.reason, reading.submission_id = "submitted", "", row.id
    if reading.submitted_at is None:
        reading.submitted_at = born_at(row.id)
    return row
