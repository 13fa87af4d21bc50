"""Readings: how far each annotator is with each article, and what was handed in."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlmodel import Session

from annotator.core.identity import born_at, reading_id
from annotator.core.progress import sentence_states
from annotator.core.readings import OPEN, ReadingRecord, State, own_work, refuse_closed
from annotator.core.records import SentenceState
from annotator.core.schema import Severity
from annotator.core.submissions import submission_content
from annotator.errors import EditConflict, Incomplete, NotFound, Unexplained
from annotator.operations.checking import ArticleCheck, check
from annotator.operations.documents import document_row
from annotator.store import queries
from annotator.store import readings as reads
from annotator.store.columns import storable
from annotator.store.review_tables import Reading, Submission
from annotator.store.submissions import number_of_submissions
from annotator.store.workspace import Workspace

_GONE = "This article is no longer in the project."


def readings_of(
    workspace: Workspace, annotator_id: UUID, document_ids: Sequence[UUID] | None = None
) -> dict[UUID, ReadingRecord]:
    """An annotator's readings by article, of all articles or of these; an article that is missing is unread."""
    with workspace.reading() as connection:
        return reads.readings_of(connection, annotator_id, document_ids)


def reading_of(workspace: Workspace, document_id: UUID, annotator_id: UUID) -> ReadingRecord:
    """One annotator's reading of one article, whether anything is known of it or not."""
    found = readings_of(workspace, annotator_id, [document_id])
    return found.get(document_id) or ReadingRecord(document_id, annotator_id)


def readings_in(workspace: Workspace, document_id: UUID) -> list[ReadingRecord]:
    """Everybody's readings of an article that are written down or have something in them."""
    with workspace.reading() as connection:
        return reads.readings_in(connection, document_id)


def what_is_missing(workspace: Workspace, document_id: UUID, annotator_id: UUID) -> ArticleCheck:
    """What one annotator has still to put right in an article: hard problems stand against handing it in.

    `undecided` counts the sentences that they have neither tagged in nor marked, which nothing stands against. Raises
    NotFound.
    """
    with workspace.reading() as connection:
        found = next(queries.documents(connection, [document_id]), None)
        if found is None:
            raise NotFound(_GONE)
        own = own_work(found, queries.annotator_names(connection).get(annotator_id, ""))
        own = replace(own, relations=found.relations)  # a rule may be kept by a link that somebody else has made
        marks = tuple(reads.own_marks(connection, document_id, annotator_id))
        label_set = workspace.label_set(connection)
    checked = check(label_set, own)
    segments = (segment for one in own.annotations for segment in one.segments)
    states = sentence_states(own.text, own.sentences, own.furniture, segments, marks)
    return replace(checked, document=found, undecided=states.count(SentenceState.UNDECIDED))


def submit(workspace: Workspace, document_id: UUID, annotator_id: UUID, *, despite: bool = False) -> Submission:
    """Hand an article in: what one says of it now is kept as it is, and one's reading of it is closed.

    Raises Incomplete, which says what is missing, where something breaks a hard rule, unless it is handed in `despite`
    that; Closed where it is handed in already, Frozen for an older version, NotFound.
    """
    missing = what_is_missing(workspace, document_id, annotator_id)
    with workspace.edit("Hand in", annotator_id, undoable=False) as session:
        document_row(session, document_id)
        reading = session.get(Reading, reading_id(document_id, annotator_id))
        refuse_closed(reading.state if reading else None, document_id, annotator_id)
        if not despite and missing.count(Severity.HARD):
            raise Incomplete(_what_stands_against(missing), missing)
        return put_submission(session, document_id, annotator_id)


def take_back(workspace: Workspace, document_id: UUID, annotator_id: UUID, reason: str = "") -> ReadingRecord:
    """Take back what one has handed in, to go on with it. What was handed in is kept; it takes part in nothing now.

    Raises EditConflict for a reading that is not handed in, Closed for one that is approved already.
    """
    with workspace.edit("Take back", annotator_id, undoable=False) as session:
        row = _row(session, document_id, annotator_id)
        if row is None or row.state != State.SUBMITTED:
            refuse_closed(row.state if row else None, document_id, annotator_id)
            raise EditConflict("This article is not handed in, so there is nothing to take back.")
        row.state, row.reason = OPEN, _tidy(reason)
    return reading_of(workspace, document_id, annotator_id)


def take_up_again(workspace: Workspace, document_id: UUID, annotator_id: UUID, reason: str) -> ReadingRecord:
    """Begin a new version of a reading that was approved, and say why.

    Raises Unexplained without a reason, EditConflict for a reading that is not approved.
    """
    if not _tidy(reason):
        raise Unexplained("Say in a few words why the approved reading has to change.")
    with workspace.edit("Begin a new version of the reading", annotator_id, undoable=False) as session:
        row = _row(session, document_id, annotator_id)
        if row is None or row.state != State.APPROVED:
            raise EditConflict("This reading is not approved, so it needs no new version.")
        row.state, row.reason, row.version = OPEN, _tidy(reason), row.version + 1
    return reading_of(workspace, document_id, annotator_id)


def put_reading(session: Session, document_id: UUID, annotator_id: UUID) -> Reading:
    """The row of a reading inside an edit, made now where there is none yet."""
    row = _row(session, document_id, annotator_id)
    if row is None:
        row = Reading(id=reading_id(document_id, annotator_id), document_id=document_id, annotator_id=annotator_id)
        session.add(row)
    return row


def put_submission(session: Session, document_id: UUID, annotator_id: UUID) -> Submission:
    """Keep what an annotator says of an article now, inside an edit; the reading is submitted then.

    Rules are not looked at here. The first submission is independent unless something of another's work was shown.
    """
    connection = session.connection()
    session.flush()
    (record,) = queries.documents(connection, [document_id])
    own = own_work(record, queries.annotator_name(connection, annotator_id))
    number = number_of_submissions(connection, document_id, annotator_id) + 1
    reading = put_reading(session, document_id, annotator_id)
    row = Submission(
        document_id=document_id,
        annotator_id=annotator_id,
        number=number,
        independent=number == 1 and not reading.saw_others,
        content=submission_content(own.annotations, own.relations),
    )
    session.add(row)
    reading.state, reading.reason, reading.submission_id = State.SUBMITTED.value, "", row.id
    if reading.submitted_at is None:
        reading.submitted_at = born_at(row.id)
    return row


def _row(session: Session, document_id: UUID, annotator_id: UUID) -> Reading | None:
    return session.get(Reading, reading_id(document_id, annotator_id))


def _what_stands_against(missing: ArticleCheck) -> str:
    number = missing.count(Severity.HARD)
    first = next(one.problem.message for one in missing.findings if one.problem.severity is Severity.HARD)
    if number == 1:
        return f"One thing has to be put right before this article can be handed in: {first}"
    return f"{number} things have to be put right before this article can be handed in, the first: {first}"


def _tidy(reason: str) -> str:
    return storable(reason).strip()
