"""Review: a second person approves annotations or returns them, and at last the reading that they belong to.

A verdict is a row of the reviewer's own, an ordinary step to undo; nobody's annotations are altered by it. To approve
or return a reading is no such step: the annotator goes on from there.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from annotator.core.identity import reading_id
from annotator.core.readings import CORRECTED, State, own_work
from annotator.core.review_policy import reasons_of, with_reasons
from annotator.core.reviewing import UNJUDGED, Decision, Judged, Standing, root_of
from annotator.core.submissions import submission_content
from annotator.errors import EditConflict, InvalidDetails, NotFound
from annotator.operations.ownership import living_annotation, refuse_frozen
from annotator.store import queries, reviews
from annotator.store.blindness import hidden_documents
from annotator.store.columns import storable
from annotator.store.journal import Entry
from annotator.store.recorder import RecordedSession
from annotator.store.review_tables import Reading, Submission, Verdict
from annotator.store.tables import Annotation, Project
from annotator.store.workspace import Workspace

LONGEST_REASON = 2000
"""So many characters a reason may have."""

_NOT_SUBMITTED: dict[str, str] = {
    State.APPROVED: "This reading is approved already; reopen it to say something else of it.",
    State.RETURNED: "This reading has been returned; it can be reviewed when it is handed in again.",
}
_NOT_YET = "This has not been handed in yet; it can be reviewed when it is."


class UnderReview(NamedTuple):
    """An annotation that a reviewer has before them, and the reading that it belongs to."""

    annotation: Annotation
    reading: Reading


def approve(workspace: Workspace, annotation_ids: Iterable[UUID], reviewer_id: UUID) -> list[UUID]:
    """Say that annotations are right, as one step; what is approved already is not approved once more.

    Returns those that were approved now. Raises NotFound, EditConflict for an annotation of one's own or one that is
    not handed in, Frozen.
    """
    return _say(workspace, annotation_ids, Decision.APPROVED, reviewer_id)


def return_annotations(
    workspace: Workspace, annotation_ids: Iterable[UUID], reason: str, reviewer_id: UUID
) -> list[UUID]:
    """Say that annotations have to be looked at again, and why, as one step.

    Returns those of which that is new. Raises as `approve`, and InvalidDetails without a reason.
    """
    return _say(workspace, annotation_ids, Decision.RETURNED, reviewer_id, clean_reason(reason))


def approve_reading(
    workspace: Workspace, document_id: UUID, annotator_id: UUID, reviewer_id: UUID, *, rest: bool = False
) -> int:
    """Approve somebody's reading of an article; it is locked then. `rest`: and every annotation that still waits.

    Returns how many annotations were approved with it. Raises NotFound, EditConflict where it is one's own, not
    handed in, or has annotations that were returned or wait for a verdict, Frozen.
    """
    with workspace.edit("Approve reading", reviewer_id, undoable=False) as session:
        reading = submitted_reading(session, document_id, annotator_id, reviewer_id)
        judged = judged_annotations(session, document_id, annotator_id)
        waiting = [key for key, one in judged.items() if one.standing is Standing.WAITING]
        returned = sum(one.standing is Standing.RETURNED for one in judged.values())
        if returned:
            number = _counted(returned, "annotation of this reading is", "annotations of this reading are")
            raise EditConflict(f"{number} returned; return the reading, or approve them.")
        if waiting and not rest:
            number = _counted(len(waiting), "annotation has", "annotations have")
            raise EditConflict(f"{number} no verdict yet; approve the rest first.")
        for key in waiting:
            add_verdict(session, document_id, key, Decision.APPROVED, reviewer_id)
        reading.state, reading.reason, reading.reviewer_id = State.APPROVED.value, "", reviewer_id
    return len(waiting)


def return_reading(workspace: Workspace, document_id: UUID, annotator_id: UUID, reason: str, reviewer_id: UUID) -> None:
    """Give somebody's reading of an article back, and say why. Raises as `approve_reading`; InvalidDetails."""
    words = clean_reason(reason)
    with workspace.edit("Return reading", reviewer_id, undoable=False) as session:
        reading = submitted_reading(session, document_id, annotator_id, reviewer_id)
        reading.state, reading.reason, reading.reviewer_id = State.RETURNED.value, words, reviewer_id


def reopen_reading(workspace: Workspace, document_id: UUID, annotator_id: UUID, reviewer_id: UUID) -> None:
    """Take up the review again of a reading that was approved, or returned and not changed since.

    Raises NotFound, and EditConflict where it is one's own, not reviewed, or has been changed since.
    """
    with workspace.edit("Reopen review", reviewer_id, undoable=False) as session:
        reading = _somebodys_reading(session, document_id, annotator_id, reviewer_id)
        if reading.state not in (State.APPROVED, State.RETURNED):
            raise EditConflict("This reading is not approved or returned; there is nothing to reopen.")
        if reading.state == State.RETURNED and not _is_as_handed_in(session, reading):
            raise EditConflict("This reading has been changed since it was returned; wait until it is handed in again.")
        reading.state, reading.reason = State.SUBMITTED.value, ""


def set_reasons(workspace: Workspace, reasons: Sequence[str], annotator_id: UUID) -> tuple[str, ...]:
    """The project's own reasons for returning an annotation, in the order of their keys; none: the usual ones.

    Returns those that hold now. Raises InvalidDetails for too many or too long ones.
    """
    with workspace.edit("Change reasons for returning", annotator_id) as session:
        project = session.exec(select(Project)).one()
        project.review = with_reasons(project.review, map(storable, reasons))
        return reasons_of(project.review)


def read_reasons(workspace: Workspace) -> tuple[str, ...]:
    """The reasons for which an annotation is returned, in the order of their keys."""
    with workspace.reading() as connection:
        return reasons_of(reviews.review_settings(connection))


# Inside an edit


def under_review(session: Session, annotation_id: UUID, reviewer_id: UUID) -> UnderReview:
    """An annotation on which this reviewer can say something. Raises as `approve`."""
    row = living_annotation(session, annotation_id)
    return UnderReview(row, submitted_reading(session, row.document_id, _reader_of(session, row), reviewer_id))


def submitted_reading(session: Session, document_id: UUID, annotator_id: UUID, reviewer_id: UUID) -> Reading:
    """Somebody else's reading that is handed in. Raises NotFound, EditConflict, Frozen."""
    refuse_missing(session, document_id)
    refuse_frozen(session, document_id)
    reading = _somebodys_reading(session, document_id, annotator_id, reviewer_id)
    if reading.state != State.SUBMITTED:
        raise EditConflict(_NOT_SUBMITTED.get(reading.state, _NOT_YET) if reading.submission_id else _NOT_YET)
    return reading


def refuse_missing(session: Session, document_id: UUID) -> None:
    """Raise NotFound where there is no such article."""
    if queries.text_key_of(session.connection(), document_id) is None:
        raise NotFound("This article is no longer in the project.")


def judged_annotations(session: Session, document_id: UUID, annotator_id: UUID) -> dict[UUID, Judged]:
    """Where each annotation of a reading stands, in the order of the text."""
    session.flush()
    query = select(Annotation.id).where(
        Annotation.document_id == document_id, Annotation.annotator_id == annotator_id, Annotation.origin != CORRECTED
    )
    judged = reviews.judged_by_document(session.connection(), [document_id]).get(document_id, {})
    keys = session.exec(query.order_by(col(Annotation.start_char), col(Annotation.id)))
    return {key: judged.get(key, UNJUDGED) for key in keys}


def add_verdict(
    session: Session,
    document_id: UUID,
    annotation_id: UUID,
    decision: Decision,
    reviewer_id: UUID,
    reason: str = "",
    replacement_id: UUID | None = None,
) -> Verdict:
    """The row of what a reviewer says."""
    row = Verdict(
        document_id=document_id,
        annotation_id=annotation_id,
        annotator_id=reviewer_id,
        verdict=decision.value,
        reason=reason,
        replacement_id=replacement_id,
    )
    session.add(row)
    return row


def clean_reason(reason: str, *, needed: bool = True) -> str:
    """A reason as it is kept. Raises InvalidDetails for one that is too long, or missing where it is needed."""
    words = storable(reason).strip()
    if needed and not words:
        raise InvalidDetails("Say why it is returned; the annotator goes by that.")
    if len(words) > LONGEST_REASON:
        raise InvalidDetails(f"A reason can be at most {LONGEST_REASON:,} characters long; shorten it.")
    return words


@contextmanager
def closed_reviews_stay(session: RecordedSession, entries: Sequence[Entry]) -> Iterator[None]:
    """Around the taking back of a step: what was said of a reading that is approved or returned since stays.

    Raises EditConflict.
    """
    said = [change for entry in entries for change in entry.changes if change.table == "verdict"]
    for document_id in {entry.document_id for entry in entries if entry.document_id and said}:
        named = {(change.after or change.before or {}).get("annotation_id") for change in said}
        _refuse_reviewed(session, document_id, {key for key in named if key})
    yield


def _refuse_reviewed(session: RecordedSession, document_id: UUID, annotation_ids: set[UUID]) -> None:
    rows = session.exec(select(Annotation).where(col(Annotation.id).in_(annotation_ids))).all()
    for owner_id in {_reader_of(session, row) for row in rows}:
        reading = session.get(Reading, reading_id(document_id, owner_id))
        if reading and reading.state != State.SUBMITTED:
            raise EditConflict("The review of this reading is over, so what was said in it stays; reopen it first.")


def _say(
    workspace: Workspace,
    annotation_ids: Iterable[UUID],
    decision: Decision,
    reviewer_id: UUID,
    reason: str = "",
) -> list[UUID]:
    ids = list(dict.fromkeys(annotation_ids))
    title = {Decision.APPROVED: "Approve", Decision.RETURNED: "Return"}[decision]
    with workspace.edit(title if len(ids) == 1 else f"{title} {len(ids)} annotations", reviewer_id) as session:
        seen = [living_annotation(session, key) for key in ids]
        for document_id, owner_id in {(row.document_id, _reader_of(session, row)) for row in seen}:
            submitted_reading(session, document_id, owner_id, reviewer_id)
        judged = _judged(session, seen)
        new = [row for row in seen if not _is_said(judged.get(row.id, UNJUDGED), decision, reason, reviewer_id)]
        for row in new:
            add_verdict(session, row.document_id, row.id, decision, reviewer_id, reason)
        return [row.id for row in new]


def _judged(session: Session, rows: Iterable[Annotation]) -> dict[UUID, Judged]:
    documents = list(dict.fromkeys(row.document_id for row in rows))
    by_document = reviews.judged_by_document(session.connection(), documents)
    return {key: one for found in by_document.values() for key, one in found.items()}


def _is_said(judged: Judged, decision: Decision, reason: str, reviewer_id: UUID) -> bool:
    """True where this reviewer's saying so would change nothing."""
    verdict = judged.verdict
    if verdict is None or verdict.decision is not decision:
        return False
    return decision is Decision.APPROVED or (verdict.reason == reason and verdict.reviewer_id == reviewer_id)


def _somebodys_reading(session: Session, document_id: UUID, annotator_id: UUID, reviewer_id: UUID) -> Reading:
    if annotator_id == reviewer_id:
        raise EditConflict("This is your own reading; somebody else has to review it.")
    if document_id in hidden_documents(session.connection(), reviewer_id):
        raise EditConflict("You read this article blind, so its other readings are hidden; hand yours in first.")
    reading = session.get(Reading, reading_id(document_id, annotator_id))
    if reading is None:
        raise EditConflict(_NOT_YET)
    return reading


def _reader_of(session: Session, row: Annotation) -> UUID:
    """Whose reading an annotation belongs to; a correction belongs to that of what it was made of."""
    return (_root(session, row) if row.origin == CORRECTED else row).annotator_id


def _root(session: Session, row: Annotation) -> Annotation:
    """The annotation that a correction was made of; the correction itself where that is gone."""
    found = reviews.verdicts_by_document(session.connection(), [row.document_id])
    root_id = root_of(row.id, found.get(row.document_id, ()))
    return session.get(Annotation, root_id) or row


def _is_as_handed_in(session: Session, reading: Reading) -> bool:
    """True where the annotator's work is still what was handed in last."""
    submission = session.get(Submission, reading.submission_id)
    if submission is None:
        return False
    (record,) = queries.documents(session.connection(), [reading.document_id])
    own = own_work(record, queries.annotator_name(session.connection(), reading.annotator_id))
    present = submission_content(own.annotations, own.relations)
    return _sorted(present) == _sorted(submission.content)


def _sorted(content: dict[str, list[object]]) -> dict[str, list[str]]:
    return {name: sorted(map(repr, rows)) for name, rows in content.items()}


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
