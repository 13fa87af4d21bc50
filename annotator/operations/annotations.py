"""Tagging: labels on stretches of text, notes, and "nothing here"."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import Session, select

from annotator.core.attributes import changed
from annotator.core.guesses import guess_attributes
from annotator.core.readings import CORRECTED
from annotator.core.records import AnnotationRecord
from annotator.core.schema import LabelSet
from annotator.core.spans import Span, check
from annotator.errors import NotFound
from annotator.operations.documents import key_range, only_one
from annotator.operations.ownership import own_annotation
from annotator.operations.relations import delete_ties
from annotator.store import queries
from annotator.store.columns import Key, storable
from annotator.store.stretches import stretch_columns
from annotator.store.tables import Annotation, Document, Mark
from annotator.store.workspace import Workspace

# Made once, as it is run at every key press: putting a statement together costs as much as running it.
_LANGUAGE = select(Document.language).where(Document.id == bindparam("document", type_=Key))


def add_annotation(
    workspace: Workspace,
    document_id: UUID,
    segments: Sequence[Span],
    label: str,
    annotator_id: UUID,
    note: str = "",
    origin: str = "manual",
    attributes: Mapping[str, Any] | None = None,
    suggested_by: str | None = None,
) -> AnnotationRecord:
    """Label one or more stretches of a document's text, as one annotation.

    What is not said in `attributes`, the article may propose (core/guesses.py). Raises InvalidSpan, InvalidLabelSet
    for a label or attribute that the project does not have, NotFound, Frozen, Closed where it has been handed in.
    """
    with workspace.edit(f"Tag {label}", annotator_id) as session:
        row = put_annotation(workspace, session, document_id, segments, label, annotator_id)
        row.note, row.origin, row.suggested_by = _clean(note), origin, suggested_by
        if attributes:
            row.attributes = changed(workspace.label_set(session.connection()), label, row.attributes, attributes)
        name = queries.annotator_name(session.connection(), annotator_id)
    return queries.annotation_record(row, name)


def toggle_label(
    workspace: Workspace,
    document_id: UUID,
    segments: Sequence[Span],
    label: str,
    annotator_id: UUID,
    origin: str = "manual",
) -> AnnotationRecord | None:
    """Label these stretches, or take the label off when this annotator has put the same one on the same stretches.

    Returns the new annotation, None when one was removed. Raises as `add_annotation` does.
    """
    ordered = tuple(sorted(Span(*segment) for segment in segments))
    start = ordered[0].start_char if ordered else 0
    with workspace.reading() as connection:
        near = queries.segments_at(connection, document_id, start, label, annotator_id)
    same = [annotation_id for annotation_id, there in near if there == ordered]
    if same:
        remove_annotations(workspace, same[:1], annotator_id)
        return None
    return add_annotation(workspace, document_id, ordered, label, annotator_id, origin=origin)


def read_annotation(workspace: Workspace, annotation_id: UUID) -> AnnotationRecord:
    """One annotation. Raises NotFound."""
    with workspace.reading() as connection:
        for record in queries.annotations(connection, [annotation_id]):
            return record
    raise NotFound("This annotation is no longer in the project.")


def read_annotations(workspace: Workspace, annotation_ids: Sequence[UUID]) -> list[AnnotationRecord]:
    """Those of these annotations that there are."""
    with workspace.reading() as connection:
        return queries.annotations(connection, annotation_ids)


def read_marks(workspace: Workspace, document_id: UUID) -> list[Span]:
    """The stretches of a document that somebody has read and found nothing in."""
    with workspace.reading() as connection:
        return queries.marks_of(connection, [document_id]).get(document_id, [])


def find_annotation(workspace: Workspace, beginning: str) -> UUID:
    """The annotation whose id is, or alone begins with, `beginning`. Raises NotFound."""
    with workspace.reading() as connection:
        found = queries.annotation_ids_beginning(connection, *key_range(beginning, "annotation"))
    return only_one(found, beginning, "annotation")


def remove_annotations(workspace: Workspace, annotation_ids: Iterable[UUID], annotator_id: UUID) -> None:
    """Take annotations of one's own away.

    Raises NotFound, or EditConflict for somebody else's, or one that somebody's handed-in reading links to.
    """
    ids = list(annotation_ids)
    with workspace.edit("Remove tag" if len(ids) == 1 else f"Remove {len(ids)} tags", annotator_id) as session:
        rows = [own_annotation(session, annotation_id, annotator_id) for annotation_id in ids]
        delete_ties(session, ids, annotator_id)
        for row in rows:
            session.delete(row)


def set_note(workspace: Workspace, annotation_id: UUID, note: str, annotator_id: UUID) -> None:
    """Write the note of an annotation of one's own. Raises as `remove_annotations` does."""
    with workspace.edit("Change note", annotator_id) as session:
        own_annotation(session, annotation_id, annotator_id).note = _clean(note)


def set_attributes(
    workspace: Workspace, annotation_ids: Iterable[UUID], changes: Mapping[str, Any], annotator_id: UUID
) -> None:
    """Change attributes of annotations of one's own, all as one step; a value None takes one away.

    Raises InvalidLabelSet for an attribute or value that the label set does not have, and as `remove_annotations`.
    """
    with workspace.edit("Change attributes", annotator_id) as session:
        put_attributes(workspace, session, annotation_ids, changes, annotator_id)


def set_label(workspace: Workspace, annotation_id: UUID, label: str, annotator_id: UUID) -> None:
    """Give an annotation of one's own another label. Raises as `add_annotation` does.

    Attributes stay, those of the former label, too: they are shown again when it gets that label back.
    """
    with workspace.edit("Change label", annotator_id) as session:
        workspace.label_set(session.connection()).offered_label(label)
        row = own_annotation(session, annotation_id, annotator_id)
        row.label, row.origin = label, _after_a_change(row.origin)


def set_segments(workspace: Workspace, annotation_id: UUID, segments: Sequence[Span], annotator_id: UUID) -> None:
    """Move an annotation of one's own to other stretches of its document. Raises as `add_annotation` does."""
    with workspace.edit("Change stretch", annotator_id) as session:
        row = own_annotation(session, annotation_id, annotator_id)
        ordered = check(workspace.text_of(session.connection(), row.document_id, to_change=True), segments)
        for name, value in stretch_columns(ordered).items():
            setattr(row, name, value)
        row.origin = _after_a_change(row.origin)


def mark_nothing(workspace: Workspace, document_id: UUID, spans: Sequence[Span], annotator_id: UUID) -> None:
    """Say that these stretches have been read and hold nothing to tag. What is marked already stays so."""
    with workspace.edit("Nothing here", annotator_id) as session:
        text = workspace.text_of(session.connection(), document_id, to_change=True, by=annotator_id)
        there = _own_marks(session, document_id, annotator_id, spans)
        for span in check(text, spans):
            if not any(mark.start_char <= span.start_char and span.end_char <= mark.end_char for mark in there):
                session.add(
                    Mark(document_id=document_id, annotator_id=annotator_id, start_char=span[0], end_char=span[1])
                )


def clear_nothing(workspace: Workspace, document_id: UUID, spans: Sequence[Span], annotator_id: UUID) -> bool:
    """Take one's own "nothing here" away where it overlaps these stretches. True when there was any."""
    with workspace.edit("Clear “nothing here”", annotator_id) as session:
        workspace.text_of(session.connection(), document_id, to_change=True, by=annotator_id)
        marks = _own_marks(session, document_id, annotator_id, spans)
        for mark in marks:
            session.delete(mark)
    return bool(marks)


def put_annotation(
    workspace: Workspace,
    session: Session,
    document_id: UUID,
    segments: Sequence[Span],
    label: str,
    annotator_id: UUID,
    *,
    corrects: bool = False,
) -> Annotation:
    """The row of a new annotation inside an edit. Raises as `add_annotation` does.

    `corrects`: a reviewer puts it in the place of another one, so that it is of nobody's own reading.
    """
    label_set = workspace.label_set(session.connection())
    label_set.offered_label(label)
    by = None if corrects else annotator_id
    text = workspace.text_of(session.connection(), document_id, to_change=True, by=by)
    ordered = check(text, segments)
    row = Annotation(document_id=document_id, annotator_id=annotator_id, label=label, **stretch_columns(ordered))
    row.guideline_version = label_set.version
    if corrects:
        row.origin = CORRECTED
    if any(attribute.guess for attribute in label_set.attributes_of(label)):
        row.attributes = _guessed(session, label_set, row, text, ordered)
    session.add(row)
    return row


def put_attributes(
    workspace: Workspace,
    session: Session,
    annotation_ids: Iterable[UUID],
    changes: Mapping[str, Any],
    annotator_id: UUID,
) -> None:
    """`set_attributes` inside an edit. Raises as it does."""
    label_set = workspace.label_set(session.connection())
    for annotation_id in dict.fromkeys(annotation_ids):
        row = own_annotation(session, annotation_id, annotator_id)
        row.attributes = changed(label_set, row.label, row.attributes, changes)


def _guessed(
    session: Session, label_set: LabelSet, row: Annotation, text: str, segments: Sequence[Span]
) -> dict[str, Any] | None:
    """What the article itself proposes, e.g. that a quote is a direct one because it stands in marks."""
    language = session.exec(_LANGUAGE, params={"document": row.document_id}).one()
    guesses = guess_attributes(label_set, row.label, text, segments, language)
    return changed(label_set, row.label, None, guesses)


def _after_a_change(origin: str) -> str:
    """The origin of an annotation whose label or stretch a person has changed."""
    return "edited" if origin == "accepted" else origin


def _own_marks(session: Session, document_id: UUID, annotator_id: UUID, spans: Sequence[Span]) -> list[Mark]:
    start = min((span.start_char for span in spans), default=0)
    end = max((span.end_char for span in spans), default=0)
    near = session.exec(
        select(Mark).where(
            Mark.document_id == document_id,
            Mark.annotator_id == annotator_id,
            Mark.start_char < end,
            Mark.end_char > start,
        )
    )
    return [mark for mark in near if any(span.overlaps(Span(mark.start_char, mark.end_char)) for span in spans)]


def _clean(note: str) -> str:
    """A note as it is kept, without white space at its end."""
    return storable(note).rstrip()
