"""Who may change what: rows of one's own, and none of an older version of an article."""

from uuid import UUID

from sqlmodel import Session, bindparam, col, select

from annotator.errors import EditConflict, Frozen, NotFound
from annotator.store import queries
from annotator.store.columns import Key
from annotator.store.tables import Annotation, Document

# Made once, as they are run at every key press: putting a statement together costs as much as running it.
_OF_ARTICLE = (
    select(Annotation, Document.superseded_by)
    .join(Document, col(Document.id) == Annotation.document_id)
    .where(Annotation.id == bindparam("annotation", type_=Key))
)
_NEWER = select(Document.superseded_by).where(Document.id == bindparam("document", type_=Key))


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
    """An annotation of one's own, to be changed. Raises NotFound, Frozen, and EditConflict for somebody else's."""
    row = living_annotation(session, annotation_id)
    refuse_others(session, row.annotator_id, annotator_id, "This annotation is {name}’s; only {name} can change it.")
    return row


def refuse_others(session: Session, owner_id: UUID, annotator_id: UUID, words: str) -> None:
    """Raise EditConflict with these words, in which `{name}` is the owner's, where that is somebody else."""
    if owner_id != annotator_id:
        raise EditConflict(words.format(name=queries.annotator_name(session.connection(), owner_id)))


def refuse_frozen(session: Session, document_id: UUID) -> None:
    """Raise Frozen for an older version of an article."""
    newer = session.exec(_NEWER, params={"document": document_id}).one()
    if newer:
        raise Frozen(newer)
