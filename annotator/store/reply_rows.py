"""Reads for the right of reply: claims that accuse, links of some kinds, and the sources that annotations name."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection, select

from annotator.core.records import AnnotationRecord, DocumentSummary, RelationRecord
from annotator.store import linkable, queries, relations
from annotator.store.tables import Annotation, Document, Relation, table_of

_annotation = table_of(Annotation)
_document = table_of(Document)
_relation = table_of(Relation)

_AT_A_TIME = 500
_Key = TypeVar("_Key")


def annotations_saying(
    connection: Connection, key: str | None, labels: Collection[str], names: Mapping[UUID, str]
) -> list[AnnotationRecord]:
    """The annotations with these labels that say something of an attribute (None: all), but not of older versions."""
    c, d = _annotation.c, _document.c
    query = select(_annotation).join(_document, d.id == c.document_id)
    query = query.where(c.label.in_(list(labels)), d.superseded_by.is_(None))
    if key is not None:
        query = query.where(c.attributes[key].as_string().is_not(None))
    return linkable.records(connection, query.order_by(c.id), names)


def links_of_kinds(connection: Connection, kinds: Collection[str], names: Mapping[UUID, str]) -> list[RelationRecord]:
    """The links between annotations that are of these kinds, in the order in which they were made."""
    query = select(_relation).where(_relation.c.kind.in_(list(kinds)), _relation.c.to_id.is_not(None))
    rows = connection.execute(query.order_by(_relation.c.id))
    return [relations.relation_record(row, names[row.annotator_id]) for row in rows]


def sources_named(
    connection: Connection, annotation_ids: Sequence[UUID], kinds: Collection[str]
) -> dict[UUID, list[UUID]]:
    """The sources that these annotations name under attributes of these keys, in the order in which they were named."""
    found: dict[UUID, list[UUID]] = {}
    c = _relation.c
    for part in _parts(annotation_ids):
        query = select(c.from_id, c.source_id).where(c.from_id.in_(part), c.kind.in_(list(kinds)))
        for annotation_id, source_id in connection.execute(query.where(c.source_id.is_not(None)).order_by(c.id)):
            found.setdefault(annotation_id, []).append(source_id)
    return found


def annotations_called(connection: Connection, ids: Sequence[UUID]) -> list[AnnotationRecord]:
    """The annotations with these keys that there are."""
    return [one for part in _parts(ids) for one in queries.annotations(connection, part)]


def articles_called(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, DocumentSummary]:
    """The articles with these keys that there are, by key."""
    found = (one for part in _parts(ids) for one in queries.document_summaries(connection, part))
    return {one.id: one for one in found}


def _parts(keys: Sequence[_Key]) -> Iterator[list[_Key]]:
    for start in range(0, len(keys), _AT_A_TIME):
        yield list(keys[start : start + _AT_A_TIME])
