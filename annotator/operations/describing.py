"""What is known of annotations beside themselves: an article's links and sources, and a source made for several."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from annotator.core.records import RelationRecord, SourceRecord
from annotator.operations.annotations import put_attributes
from annotator.operations.relations import name_sources, relations_from
from annotator.operations.sources import clean_name
from annotator.store import queries, relations
from annotator.store.tables import Source
from annotator.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Ties:
    """The relations that go out from an article's annotations, the oldest first, and the sources that they name."""

    relations: tuple[RelationRecord, ...] = ()
    sources: tuple[SourceRecord, ...] = ()


def read_ties(workspace: Workspace, document_id: UUID) -> Ties:
    """The links and sources of an article as they are now."""
    with workspace.reading() as connection:
        names = queries.annotator_names(connection)
        links = relations.relations_by_document(connection, [document_id], names)
        sources = relations.sources_of(connection, links)
    return Ties(tuple(links.get(document_id, ())), tuple(sources.values()))


def describe(
    workspace: Workspace,
    annotation_ids: Sequence[UUID],
    values: Mapping[str, Any],
    sources: Mapping[str, Sequence[UUID]],
    annotator_id: UUID,
) -> None:
    """Say of annotations of one's own what they are (`values`, as `set_attributes`) and whose words, as one step.

    `sources`: attribute -> the sources that are named under it; none: take them away. Raises as `set_attributes` and
    `set_sources` do, and then nothing is changed.
    """
    with workspace.edit("Change attributes" if values else "Set source", annotator_id) as session:
        put_attributes(workspace, session, annotation_ids, values, annotator_id)
        for kind, ids in sources.items():
            name_sources(workspace, session, annotation_ids, kind, ids, annotator_id)


def name_new_source(
    workspace: Workspace, annotation_ids: Sequence[UUID], kind: str, name: str, annotator_id: UUID
) -> SourceRecord:
    """Make a source and let annotations name it, as one step; where several can be named it comes to those there are.

    Raises AnnotatorError for a name that is none, and as `set_sources` does.
    """
    with workspace.edit("New source", annotator_id) as session:
        row = Source(name=clean_name(name))
        session.add(row)
        session.flush()
        many = workspace.label_set(session.connection()).attribute(kind).many
        for annotation_id in annotation_ids:
            there = [one.source_id for one in relations_from(session, annotation_id, kind) if one.source_id and many]
            name_sources(workspace, session, [annotation_id], kind, [*there, row.id], annotator_id)
    return relations.source_record(row)
