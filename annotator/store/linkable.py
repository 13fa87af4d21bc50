"""Reads of annotations as the ends of links: by their label, and with the text they stand in."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, or_, select

from annotator.core.places import Place, place_in
from annotator.core.progress import corrected_ends, tiles
from annotator.core.records import AnnotationRecord
from annotator.store import queries
from annotator.store.tables import Annotation, Document, table_of

_annotation = table_of(Annotation)
_document = table_of(Document)


def newest_annotations(
    connection: Connection,
    labels: Collection[str],
    names: Mapping[UUID, str],
    *,
    apart_from: UUID | None,
    older: Collection[UUID],
    limit: int,
) -> list[AnnotationRecord]:
    """The annotations with these labels that were made last, but not those of older versions other than `older`."""
    c, d = _annotation.c, _document.c
    query = select(_annotation).join(_document, d.id == c.document_id).where(c.label.in_(list(labels)))
    query = query.where(or_(d.superseded_by.is_(None), d.id.in_(list(older))))
    if apart_from:
        query = query.where(d.id != apart_from)
    return records(connection, query.order_by(c.id.desc()).limit(limit), names)


def annotations_of(
    connection: Connection, document_ids: Sequence[UUID], labels: Collection[str], names: Mapping[UUID, str]
) -> list[AnnotationRecord]:
    """The annotations with these labels of some documents, document by document as they are given, in reading order."""
    c = _annotation.c
    query = select(_annotation).where(c.document_id.in_(list(document_ids)), c.label.in_(list(labels)))
    found = records(connection, query.order_by(c.start_char, c.id), names)
    order = {document_id: at for at, document_id in enumerate(document_ids)}
    return sorted(found, key=lambda one: order[one.document_id])


def places_of(connection: Connection, annotations: Sequence[AnnotationRecord]) -> dict[UUID, Place]:
    """Where each of these annotations stands, by its key."""
    wanted: dict[UUID, list[AnnotationRecord]] = {}
    for annotation in annotations:
        wanted.setdefault(annotation.document_id, []).append(annotation)
    keys, found = list(wanted), dict[UUID, Place]()
    for start in range(0, len(keys), queries.BATCH):
        for cut in queries.cut_texts(connection, keys[start : start + queries.BATCH]):
            sentences = tiles(corrected_ends(cut.ends, cut.breaks))
            found.update({one.id: place_in(cut.text, sentences, one) for one in wanted[cut.id]})
    return found


def records(connection: Connection, query: Select[Any], names: Mapping[UUID, str]) -> list[AnnotationRecord]:
    """What a query for whole rows of annotations gives, in its order."""
    rows: Iterable[Any] = connection.execute(query)
    return [queries.annotation_record(row, names[row.annotator_id]) for row in rows]
