"""Corrections: a reviewer's own annotation put in the place of another one, which stays as it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from annotator.core.attributes import changed
from annotator.core.readings import CORRECTED
from annotator.core.records import AnnotationRecord
from annotator.core.reviewing import Decision
from annotator.core.schema import LabelSet
from annotator.core.spans import Span, check
from annotator.errors import InvalidDetails
from annotator.operations.relations import name_sources
from annotator.operations.review import add_verdict, clean_reason, under_review
from annotator.store import queries
from annotator.store.columns import storable
from annotator.store.stretches import stretch_columns, stretches_of
from annotator.store.tables import Annotation, Relation
from annotator.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Correction:
    """What an annotation shall be instead; None, or nothing said, leaves it as it is.

    `values`: attributes as for `set_attributes`, None takes one away. `sources`: attribute -> the sources named under
    it, none: take them away.
    """

    segments: Sequence[Span] | None = None
    label: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    sources: Mapping[str, Sequence[UUID]] = field(default_factory=dict)
    note: str | None = None


def correct(
    workspace: Workspace, annotation_id: UUID, correction: Correction, reviewer_id: UUID, reason: str = ""
) -> AnnotationRecord:
    """Put an annotation of the reviewer's in the place of another one, or of an earlier correction, as one step.

    Links and sources go along where they fit the label. Raises as `review.approve`, InvalidSpan, InvalidLabelSet, and
    InvalidDetails where nothing would be otherwise.
    """
    words = clean_reason(reason, needed=False)
    with workspace.edit("Correct", reviewer_id) as session:
        former = under_review(session, annotation_id, reviewer_id).annotation
        row = _made(workspace, session, former, correction, reviewer_id)
        label_set = workspace.label_set(session.connection())
        session.add(row)
        session.flush()  # links lead to it
        _carry_links(session, label_set, former, row, reviewer_id)
        session.flush()
        is_other = _name_sources(workspace, session, row, correction, reviewer_id)
        if not is_other and _says_the_same(former, row):
            raise InvalidDetails("Nothing is otherwise than it was; change something, or approve it.")
        add_verdict(session, row.document_id, former.id, Decision.CORRECTED, reviewer_id, words, row.id)
        name = queries.annotator_name(session.connection(), reviewer_id)
    return queries.annotation_record(row, name)


def _made(
    workspace: Workspace, session: Session, former: Annotation, correction: Correction, reviewer_id: UUID
) -> Annotation:
    """The row of the new annotation."""
    connection = session.connection()
    label_set = workspace.label_set(connection)
    label = former.label if correction.label is None else correction.label
    if label != former.label:
        label_set.offered_label(label)
    text = workspace.text_of(connection, former.document_id, to_change=True)
    segments = stretches_of(former) if correction.segments is None else check(text, correction.segments)
    note = former.note if correction.note is None else storable(correction.note).rstrip()
    return Annotation(
        document_id=former.document_id,
        annotator_id=reviewer_id,
        label=label,
        **stretch_columns(segments),
        note=note,
        origin=CORRECTED,
        attributes=_attributes(label_set, former, label, correction.values),
        guideline_version=label_set.version,
    )


def _attributes(
    label_set: LabelSet, former: Annotation, label: str, values: Mapping[str, Any]
) -> dict[str, Any] | None:
    """What was said, as far as it is asked of this label, with what is said now."""
    asked = {one.key for one in label_set.attributes_of(label)} if label != former.label else None
    kept = {key: value for key, value in (former.attributes or {}).items() if asked is None or key in asked}
    return changed(label_set, label, kept, values)


def _carry_links(session: Session, label_set: LabelSet, former: Annotation, row: Annotation, reviewer_id: UUID) -> None:
    """The links that go out from the former annotation, where the new one may have them."""
    fitting = {one.key for one in label_set.attributes_of(row.label)}
    fitting |= {one.key for one in label_set.relations_from(row.label)}
    links = session.exec(select(Relation).where(Relation.from_id == former.id).order_by(col(Relation.id)))
    for link in list(links):
        if former.label == row.label or link.kind in fitting:
            copy = Relation(document_id=row.document_id, annotator_id=reviewer_id, kind=link.kind, from_id=row.id)
            copy.to_id, copy.source_id = link.to_id, link.source_id
            session.add(copy)


def _name_sources(
    workspace: Workspace, session: Session, row: Annotation, correction: Correction, reviewer_id: UUID
) -> bool:
    """Name these sources instead; True where they are others than before."""
    other = False
    for kind, wanted in correction.sources.items():
        there = session.exec(select(Relation.source_id).where(Relation.from_id == row.id, Relation.kind == kind))
        other = other or set(there) != set(wanted)
        name_sources(workspace, session, [row.id], kind, wanted, reviewer_id)
    return other


def _says_the_same(one: Annotation, other: Annotation) -> bool:
    fields = ("label", "start_char", "end_char", "segments", "note")
    return all(getattr(one, name) == getattr(other, name) for name in fields) and (one.attributes or {}) == (
        other.attributes or {}
    )
