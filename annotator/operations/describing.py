"""What is known of annotations beside themselves: an article's links and sources, and a source made for several."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from annotator.core.records import RelationRecord, SourceRecord
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
