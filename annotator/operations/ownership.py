"""Who may change what: rows of one's own, while one's reading is open, and none of an older version of an article."""

from uuid import UUID

from sqlmodel import Session, bindparam, col, select

from annotator.core.identity import reading_id
from annotator.core.readings import CLOSED, CORRECTED, State, refuse_closed
from annotator.core.reviewing import root_of
from annotator.errors import EditConflict, Frozen, NotFound
from annotator.store import queries, reviews
from annotator.store.columns import Key
from annotator.store.review_tables import Reading
from annotator.store.tables import Annotation, Document, table_of

_reading = table_of(Reading)

# Made once, as they are run at every key press: putting a statement together costs as much as running it.
_OF_ARTICLE = (
    select(Annotation, Document.superseded_by)
    .join(Document, col(Document.id) == Annotation.document_id)
    .where(Annotation.id == bindparam("annotation", type_=Key))
)
_NEWER = select(Document.superseded_by).where(Document.id == bindparam("document", type_=Key))
_WRITTEN = select(_reading.c.state).where(_reading.c.id == bindparam("reading"))


def living_annotation(session: Session, annotation_id: UUID) -> Annotation:
    """An annotation of a newest version, anybody's. Raises NotFound, Frozen."""
    found = session.exec(_OF_ARTICLE, params={"annotation": annotation_id}).one_or_none()
    if found is None:
        raise NotFound("This annotation is no longer in the project.")
    row, newer = found
    if newer:
        raise Frozen(newer)
    return row


def own_annotation(session: Session, annotation_id: UUID, annotator_id: UUID) -> Annotation:
    """An annotation of one's own, to be changed.

    Raises NotFound, Frozen, Closed where it has been handed in, and EditConflict for somebody else's, or a correction
    in a reading that has been approved since.
    """
    row = living_annotation(session, annotation_id)
    refuse_others(session, row.annotator_id, annotator_id, "This annotation is {name}’s; only {name} can change it.")
    if row.origin != CORRECTED:
        refuse_handed_in(session, row.document_id, annotator_id)
    elif _is_of_approved(session, row):
        raise EditConflict("The review of this reading is over, so what was corrected in it stays; reopen it first.")
    return row


def refuse_others(session: Session, owner_id: UUID, annotator_id: UUID, words: str) -> None:
    """Raise EditConflict with these words, in which `{name}` is the owner's, where that is somebody else."""
    if owner_id != annotator_id:
        raise EditConflict(words.format(name=queries.annotator_name(session.connection(), owner_id)))


def refuse_handed_in(session: Session, document_id: UUID, annotator_id: UUID) -> None:
    """Raise Closed for an article that this annotator has handed in."""
    refuse_closed(_written(session, document_id, annotator_id), document_id, annotator_id)


def is_handed_in(session: Session, document_id: UUID, annotator_id: UUID) -> bool:
    """True for an article that this annotator has handed in and not got back."""
    return _written(session, document_id, annotator_id) in CLOSED


def refuse_frozen(session: Session, document_id: UUID) -> None:
    """Raise Frozen for an older version of an article."""
    newer = session.exec(_NEWER, params={"document": document_id}).one()
    if newer:
        raise Frozen(newer)


def _is_of_approved(session: Session, correction: Annotation) -> bool:
    """True for a correction in somebody's reading that is approved."""
    said = reviews.verdicts_by_document(session.connection(), [correction.document_id])
    root = session.get(Annotation, root_of(correction.id, said.get(correction.document_id, ())))
    if root is None or root.id == correction.id:
        return False
    return _written(session, root.document_id, root.annotator_id) == State.APPROVED


def _written(session: Session, document_id: UUID, annotator_id: UUID) -> str | None:
    """What is written down of a reading; by its key, as the other indexes lead to thousands of rows."""
    key = reading_id(document_id, annotator_id)
    written: str | None = session.connection().execute(_WRITTEN, {"reading": key}).scalar()
    return written
