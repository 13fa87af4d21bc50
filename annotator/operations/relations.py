"""Links: of an annotation to another one, in the same article or elsewhere, and to the sources it names."""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from sqlmodel import Session, col, or_, select

from annotator.core.records import RelationRecord
from annotator.core.schema import AttributeKind, LabelSet, RelationKind
from annotator.errors import EditConflict, InvalidLabelSet, NotFound
from annotator.operations.ownership import is_handed_in, own_annotation, refuse_frozen, refuse_handed_in, refuse_others
from annotator.store import queries, relations
from annotator.store.blindness import hidden_documents
from annotator.store.tables import Annotation, Contact, Document, Relation, Source
from annotator.store.workspace import Workspace

_CLOSED_LINK = "{name}’s reading of “{title}” is handed in and links to this; it has to be taken back first."
_HIDDEN_LINK = "A reading that is handed in links to this; it has to be taken back first."


def link(workspace: Workspace, from_id: UUID, kind: str, to_id: UUID, annotator_id: UUID) -> RelationRecord:
    """Link an annotation to another one; a link that is there already stays the only one.

    Raises InvalidLabelSet where the label set does not allow it, NotFound, EditConflict for an annotation of somebody
    else's at the beginning, Frozen.
    """
    with workspace.edit("Link", annotator_id) as session:
        label_set = workspace.label_set(session.connection())
        start, end = own_annotation(session, from_id, annotator_id), _end(session, to_id)
        there = relations_from(session, from_id, kind)
        row = _same(session, there, label_set.relation(kind), start, end)
        if row is None:
            refuse_unfit(label_set, kind, start.label, end.label, len(there))
            if from_id == to_id:
                raise InvalidLabelSet("An annotation is not linked to itself; choose another.")
            row = Relation(
                document_id=start.document_id, annotator_id=annotator_id, kind=kind, from_id=from_id, to_id=to_id
            )
            session.add(row)
        name = queries.annotator_name(session.connection(), row.annotator_id)
    return relations.relation_record(row, name)


def unlink(workspace: Workspace, relation_ids: Iterable[UUID], annotator_id: UUID) -> None:
    """Take links away. Raises NotFound, EditConflict for a link of somebody else's, Frozen, Closed."""
    with workspace.edit("Remove link", annotator_id) as session:
        for relation_id in dict.fromkeys(relation_ids):
            row = session.get(Relation, relation_id)
            if row is None:
                raise NotFound("This link is no longer in the project.")
            words = "This link is {name}’s; only {name} can remove it."
            refuse_others(session, row.annotator_id, annotator_id, words)
            refuse_frozen(session, row.document_id)
            refuse_handed_in(session, row.document_id, annotator_id)
            session.delete(row)


def set_sources(
    workspace: Workspace, annotation_ids: Sequence[UUID], kind: str, source_ids: Sequence[UUID], annotator_id: UUID
) -> None:
    """Make these the sources that annotations of one's own name under an attribute (`kind`); none: take them away.

    Raises InvalidLabelSet for an attribute that names no sources, or only one, NotFound, EditConflict, Frozen.
    """
    with workspace.edit("Set source" if source_ids else "Remove source", annotator_id) as session:
        name_sources(workspace, session, annotation_ids, kind, source_ids, annotator_id)


def name_sources(
    workspace: Workspace,
    session: Session,
    annotation_ids: Sequence[UUID],
    kind: str,
    source_ids: Sequence[UUID],
    annotator_id: UUID,
) -> None:
    """`set_sources` inside an edit. Raises as it does."""
    label_set = workspace.label_set(session.connection())
    wanted = list(dict.fromkeys(source_ids))
    for source_id in wanted:
        if session.get(Source, source_id) is None:
            raise NotFound("This source is no longer in the project.")
    for annotation_id in dict.fromkeys(annotation_ids):
        row = own_annotation(session, annotation_id, annotator_id)
        _refuse_unfit_source(label_set, kind, row.label, len(wanted))
        put_sources(session, row, kind, wanted, annotator_id)


def put_sources(session: Session, row: Annotation, kind: str, source_ids: Sequence[UUID], annotator_id: UUID) -> None:
    """Make these the sources of an annotation inside an edit."""
    there = relations_from(session, row.id, kind)
    for relation in there:
        if relation.source_id not in source_ids:
            session.delete(relation)
    known = {relation.source_id for relation in there}
    for source_id in source_ids:
        if source_id not in known:
            ends = {"from_id": row.id, "source_id": source_id}
            session.add(Relation(document_id=row.document_id, annotator_id=annotator_id, kind=kind, **ends))


def read_relations(workspace: Workspace, annotation_ids: Iterable[UUID]) -> list[RelationRecord]:
    """The relations that go out from these annotations or lead to them, also from other articles."""
    with workspace.reading() as connection:
        return relations.relations_of(connection, annotation_ids, queries.annotator_names(connection))


def relations_from(session: Session, annotation_id: UUID, kind: str) -> list[Relation]:
    """The rows of one kind that go out from an annotation, in the order in which they were made."""
    query = select(Relation).where(Relation.from_id == annotation_id, Relation.kind == kind)
    return list(session.exec(query.order_by(col(Relation.id))))


def delete_ties(session: Session, annotation_ids: Sequence[UUID], annotator_id: UUID) -> None:
    """Take away inside an edit what refers to annotations that are about to go: links both ways, contacts.

    Raises EditConflict for a link that stands in somebody else's reading while that is handed in or approved.
    """
    ids = list(annotation_ids)
    links: list[Relation] = []
    contacts: list[Contact] = []
    for start in range(0, len(ids), queries.BATCH):
        part = ids[start : start + queries.BATCH]
        ends = or_(col(Relation.from_id).in_(part), col(Relation.to_id).in_(part))
        links += session.exec(select(Relation).where(ends))
        contacts += session.exec(select(Contact).where(col(Contact.annotation_id).in_(part)))
    _refuse_closed_links(session, links, set(ids), annotator_id)
    for row in (*links, *contacts):
        session.delete(row)
    if links or contacts:
        session.flush()


def refuse_unfit(label_set: LabelSet, kind: str, from_label: str, to_label: str, there: int) -> None:
    """Raise InvalidLabelSet, in words, where the label set does not allow a link; `there` are those there already."""
    relation = label_set.relation(kind)
    if relation.retired:
        raise InvalidLabelSet(f"“{relation.title}” is retired in this project; choose another link.")
    for end, allowed, words in (
        (from_label, relation.from_labels, "goes out from"),
        (to_label, relation.to_labels, "leads to"),
    ):
        if end not in allowed:
            titles = " or ".join(label_set.label(key).title.lower() for key in allowed)
            raise InvalidLabelSet(f"“{relation.title}” {words} a {titles}, not a {label_set.label(end).title.lower()}.")
    if relation.most is not None and there >= relation.most:
        raise InvalidLabelSet(f"There can be only {relation.most} “{relation.title}”; remove the one there is first.")


def _refuse_closed_links(
    session: Session, links: Sequence[Relation], going: Collection[UUID], annotator_id: UUID
) -> None:
    """Raise EditConflict where what somebody else has handed in would lose a link to what goes."""
    coming = (row for row in links if row.from_id not in going and row.annotator_id != annotator_id)
    for row in coming:
        if not is_handed_in(session, row.document_id, row.annotator_id):
            continue
        if row.document_id in hidden_documents(session.connection(), annotator_id):
            raise EditConflict(_HIDDEN_LINK)
        name = queries.annotator_name(session.connection(), row.annotator_id)
        title = session.exec(select(Document.title).where(Document.id == row.document_id)).one()
        raise EditConflict(_CLOSED_LINK.format(name=name, title=title))


def _refuse_unfit_source(label_set: LabelSet, kind: str, label: str, wanted: int) -> None:
    fitting = [one for one in label_set.attributes_of(label) if one.kind is AttributeKind.SOURCE]
    attribute = next((one for one in fitting if one.key == kind), None)
    if attribute is None:
        known = ", ".join(one.key for one in fitting) or "none"
        raise InvalidLabelSet(f"There is no source “{kind}” for “{label}” in this project; it has {known}.")
    if wanted > 1 and not attribute.many:
        raise InvalidLabelSet(f"“{attribute.title}” is one source; choose one.")


def _same(
    session: Session, there: Sequence[Relation], kind: RelationKind, start: Annotation, end: Annotation
) -> Relation | None:
    """The link that says so already, for a symmetric one also from the other end."""
    found = next((row for row in there if row.to_id == end.id), None)
    if found is None and kind.symmetric:
        back = relations_from(session, end.id, kind.key)
        found = next((row for row in back if row.to_id == start.id), None)
    return found


def _end(session: Session, annotation_id: UUID) -> Annotation:
    row = session.get(Annotation, annotation_id)
    if row is None:
        raise NotFound("This annotation is no longer in the project.")
    return row
