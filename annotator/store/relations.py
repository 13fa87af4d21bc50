"""Reads of links, of sources, and of what has been asked of the accused."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, or_, select

from annotator.core.records import ContactRecord, RelationRecord, SourceRecord
from annotator.store.tables import Annotation, Contact, Relation, Source, table_of

_relation = table_of(Relation)
_annotation = table_of(Annotation)
_source = table_of(Source)
_contact = table_of(Contact)


def relations_by_document(
    connection: Connection, ids: Sequence[UUID], names: Mapping[UUID, str]
) -> dict[UUID, list[RelationRecord]]:
    """The relations that go out from the annotations of these documents, in the order in which they were made."""
    query = select(_relation).where(_relation.c.document_id.in_(list(ids))).order_by(_relation.c.id)
    found: dict[UUID, list[RelationRecord]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.document_id].append(_relation_record(row, names))
    return found


def relations_of(
    connection: Connection, annotation_ids: Iterable[UUID], names: Mapping[UUID, str]
) -> list[RelationRecord]:
    """The relations that go out from these annotations or lead to them, also from other articles."""
    ids = list(annotation_ids)
    ends = or_(_relation.c.from_id.in_(ids), _relation.c.to_id.in_(ids))
    query = select(_relation).where(ends).order_by(_relation.c.id)
    return [_relation_record(row, names) for row in connection.execute(query)]


def relations_to_sources(
    connection: Connection, source_ids: Iterable[UUID], names: Mapping[UUID, str]
) -> list[RelationRecord]:
    """The relations that name these sources."""
    query = select(_relation).where(_relation.c.source_id.in_(list(source_ids))).order_by(_relation.c.id)
    return [_relation_record(row, names) for row in connection.execute(query)]


def documents_leading_elsewhere(connection: Connection, ids: Sequence[UUID]) -> set[UUID]:
    """Those of these documents from which a relation leads to an annotation of another one."""
    c, end = _relation.c, _annotation.c
    query = select(c.document_id).join(_annotation, end.id == c.to_id).where(c.document_id.in_(list(ids)))
    return set(connection.execute(query.where(end.document_id != c.document_id).distinct()).scalars())


def sources_of(connection: Connection, links: Mapping[UUID, Sequence[RelationRecord]]) -> dict[UUID, SourceRecord]:
    """The sources that relations name."""
    ids = {link.source_id for there in links.values() for link in there if link.source_id}
    return {source.id: source for source in sources(connection, list(ids))} if ids else {}


def sources(connection: Connection, ids: Sequence[UUID] | None = None) -> list[SourceRecord]:
    """The sources with these keys that there are (None: all), in the order in which they were made."""
    query = select(_source).order_by(_source.c.id)
    if ids is not None:
        query = query.where(_source.c.id.in_(list(ids)))
    return [source_record(row) for row in connection.execute(query)]


def contacts(
    connection: Connection, names: Mapping[UUID, str], annotation_ids: Sequence[UUID] | None = None
) -> list[ContactRecord]:
    """The contact log of these annotations (None: of all), in the order in which it was written."""
    query = select(_contact).order_by(_contact.c.id)
    if annotation_ids is not None:
        query = query.where(_contact.c.annotation_id.in_(list(annotation_ids)))
    return [contact_record(row, names[row.annotator_id]) for row in connection.execute(query)]


def source_record(row: Any) -> SourceRecord:
    """What a row says of a source."""
    words = row.kind, row.naming, row.role, row.gender or "", bool(row.protected), row.note
    return SourceRecord(row.id, row.name, tuple(row.aliases or ()), *words)


def contact_record(row: Any, name: str) -> ContactRecord:
    """What a row says of a contact, given its annotator's name."""
    ends = row.deadline or "", row.answered_at or "", row.answer, row.note
    return ContactRecord(row.id, row.document_id, row.annotation_id, name, row.at, row.person, row.channel, *ends)


def relation_record(row: Any, name: str) -> RelationRecord:
    """What a row says of a relation, given its annotator's name."""
    return RelationRecord(row.id, row.document_id, row.kind, row.from_id, row.to_id, row.source_id, name)


def _relation_record(row: Any, names: Mapping[UUID, str]) -> RelationRecord:
    return relation_record(row, names[row.annotator_id])
