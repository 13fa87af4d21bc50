"""What annotations were linked with, given to those that were made from them in a new version or in a copy."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from annotator.core.anchoring import Anchoring
from annotator.store.queries import BATCH
from annotator.store.recorder import RecordedSession
from annotator.store.stretches import stretch_columns, stretches_of
from annotator.store.tables import Annotation, Contact, Document, RejectedSuggestion, Relation


def copy_links(
    session: RecordedSession,
    made: Mapping[UUID, Annotation],
    there: Mapping[UUID, UUID] | None = None,
    annotator_id: UUID | None = None,
) -> None:
    """Give annotations the links of those that they were made from: `made` old key -> new row, already flushed.

    Sources are named again; a link inside the article leads to what was made from its other end (or to what
    `there` has for it), and falls away where there is nothing of the kind; one to another article stays. The links
    are `annotator_id`'s, None: of whoever had made them.
    """
    targets = {**(there or {}), **{old: row.id for old, row in made.items()}}
    links = _links_from(session, list(made))
    homes = _homes(session, [link.to_id for link in links if link.to_id])
    for link in links:
        row = made[link.from_id]
        target = targets.get(link.to_id) if link.to_id else None
        if link.to_id and target is None:
            if homes.get(link.to_id) == link.document_id:
                continue  # its other end has no counterpart there
            target = link.to_id
        session.add(
            Relation(
                document_id=row.document_id,
                annotator_id=annotator_id or link.annotator_id,
                kind=link.kind,
                from_id=row.id,
                to_id=target,
                source_id=link.source_id,
            )
        )


def lead_here(session: RecordedSession, old_document: UUID, made: Mapping[UUID, Annotation]) -> None:
    """Have the links from other articles to an older version's annotations lead to those of the new version.

    Those of articles that are older versions themselves stay as they are.
    """
    keys = list(made)
    for start in range(0, len(keys), BATCH):
        links = (
            select(Relation)
            .join(Document, col(Document.id) == Relation.document_id)
            .where(col(Relation.to_id).in_(keys[start : start + BATCH]))
            .where(Relation.document_id != old_document, col(Document.superseded_by).is_(None))
        )
        for link in session.exec(links):
            if link.to_id:
                link.to_id = made[link.to_id].id


def lead_back(session: Session, newest: UUID, older: Collection[UUID]) -> None:
    """Have the links from other articles to a newest version that goes lead to what it was made from in older ones.

    Where that is linked so already, the link goes with the version.
    """
    links = select(Relation, Annotation.made_from).join(Annotation, col(Annotation.id) == Relation.to_id)
    living = select(Document.id).where(col(Document.superseded_by).is_(None))
    links = links.where(Annotation.document_id == newest, Relation.document_id != newest)
    links = links.where(col(Relation.document_id).in_(living))
    found = [(link, old) for link, old in session.exec(links) if old]
    there = _homes(session, [old for _, old in found])
    for link, old in found:
        if there.get(old) in older:
            same = select(Relation.id).where(
                Relation.from_id == link.from_id, Relation.kind == link.kind, Relation.to_id == old
            )
            if session.exec(same).first() is None:
                link.to_id = old
    session.flush()


def copy_contacts(session: RecordedSession, made: Mapping[UUID, Annotation]) -> None:
    """Give claims of a new version the contact log of those that they were made from."""
    keys = list(made)
    for start in range(0, len(keys), BATCH):
        part = keys[start : start + BATCH]
        for contact in session.exec(
            select(Contact).where(col(Contact.annotation_id).in_(part)).order_by(col(Contact.id))
        ):
            row = made[contact.annotation_id]
            told = contact.model_dump(exclude={"id", "document_id", "annotation_id"})
            session.add(Contact(document_id=row.document_id, annotation_id=row.id, **told))


def carry_rejections(session: RecordedSession, old: UUID, new: UUID, anchoring: Anchoring) -> None:
    """What was rejected in the old version is not suggested again where its text is the same."""
    for row in session.exec(select(RejectedSuggestion).where(RejectedSuggestion.document_id == old)):
        segments = stretches_of(row)
        places = [place for segment in segments if (place := anchoring.same(segment))]
        if len(places) == len(segments):
            session.add(
                RejectedSuggestion(
                    document_id=new,
                    annotator_id=row.annotator_id,
                    label=row.label,
                    **stretch_columns(places),
                    suggester=row.suggester,
                )
            )


def _links_from(session: RecordedSession, keys: Sequence[UUID]) -> list[Relation]:
    found: list[Relation] = []
    for start in range(0, len(keys), BATCH):
        query = select(Relation).where(col(Relation.from_id).in_(keys[start : start + BATCH]))
        found += session.exec(query.order_by(col(Relation.id)))
    return found


def _homes(session: Session, keys: Sequence[UUID]) -> dict[UUID, UUID]:
    """The article of each of these annotations."""
    found: dict[UUID, UUID] = {}
    for start in range(0, len(keys), BATCH):
        query = select(Annotation.id, Annotation.document_id).where(col(Annotation.id).in_(keys[start : start + BATCH]))
        found |= dict(session.exec(query).all())
    return found
