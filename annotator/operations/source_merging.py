"""Two entries for one source become one: what named the other one names it, and the other's names become aliases."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from annotator.core.records import SourceRecord
from annotator.core.sources import Role, SourceKind
from annotator.errors import AnnotatorError, NotFound
from annotator.store import relations
from annotator.store.tables import Relation, Source
from annotator.store.workspace import Workspace


def merge_sources(workspace: Workspace, kept_id: UUID, other_ids: Sequence[UUID], annotator_id: UUID) -> SourceRecord:
    """Make one source of several, as one step; the one that is kept is returned.

    It keeps its own details and gets the others' where it has none; it is protected if any of them is. An annotation
    that named two of them names it once. Everybody's annotations follow, in older versions of articles, too: who said
    something has not changed, only how the project writes it. Raises NotFound, AnnotatorError for a source alone.
    """
    others = [source_id for source_id in dict.fromkeys(other_ids) if source_id != kept_id]
    if not others:
        raise AnnotatorError("Choose another source to merge this one with.")
    with workspace.edit("Merge sources", annotator_id) as session:
        kept, rows = _row(session, kept_id), [_row(session, source_id) for source_id in others]
        for row in rows:
            _take_details(kept, row)
        _move_relations(session, kept_id, others)
        session.flush()  # nothing may refer to a row that goes
        for row in rows:
            session.delete(row)
    return relations.source_record(kept)


def _row(session: Session, source_id: UUID) -> Source:
    row = session.get(Source, source_id)
    if row is None:
        raise NotFound("This source is no longer in the project.")
    return row


def _take_details(kept: Source, other: Source) -> None:
    names = dict.fromkeys([*(kept.aliases or ()), other.name, *(other.aliases or ())])
    kept.aliases = [name for name in names if name != kept.name] or None
    if kept.kind == SourceKind.UNKNOWN:
        kept.kind = other.kind
    if kept.role == Role.UNKNOWN:
        kept.role = other.role
    kept.gender = kept.gender or other.gender
    kept.protected = kept.protected or other.protected
    if other.note and other.note not in kept.note:
        kept.note = f"{kept.note}\n{other.note}" if kept.note else other.note


def _move_relations(session: Session, kept_id: UUID, others: Sequence[UUID]) -> None:
    """Point what named the others to the one that is kept, where that is not named already."""
    naming = [row for source_id in (kept_id, *others) for row in _relations_to(session, source_id)]
    known: set[tuple[UUID, str]] = set()
    for relation in naming:
        end = relation.from_id, relation.kind
        if end in known:
            session.delete(relation)
        else:
            relation.source_id = kept_id
        known.add(end)


def _relations_to(session: Session, source_id: UUID) -> list[Relation]:
    return list(session.exec(select(Relation).where(Relation.source_id == source_id).order_by(col(Relation.id))))
