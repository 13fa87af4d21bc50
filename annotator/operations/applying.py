"""One decision for all copies of an article: proposed place by place, applied as one step.

What is applied is an annotation like any other, made by the one who applies it; it says what it was
made from.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import Session, select

from annotator.core.anchoring import Anchored, Anchoring, Fate
from annotator.core.identity import new_id
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.core.spans import Span, check
from annotator.errors import Cancelled
from annotator.operations.carried_links import copy_links
from annotator.operations.copies import copies_of
from annotator.operations.documents import read_document
from annotator.operations.ownership import is_handed_in
from annotator.store import queries
from annotator.store.stretches import stretch_columns
from annotator.store.tables import Annotation, Document
from annotator.store.workspace import Workspace

COPIED = "copied"
"""The origin of what was applied to a copy."""

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Application:
    """An annotation and where it would be in a copy: `anchored.segments` are empty when its text is not there.

    `is_there`: the copy has it already, so that applying it changes nothing.
    """

    annotation: AnnotationRecord
    copy_id: UUID
    anchored: Anchored
    is_there: bool

    @property
    def can_be_applied(self) -> bool:
        """True when there is a place for it, and it is not there yet."""
        return self.anchored.fate is not Fate.GONE and not self.is_there


@dataclass(slots=True)
class Applied:
    """What became of applications: the annotations `made`, and what was `left` with the reason in a sentence."""

    made: list[AnnotationRecord] = field(default_factory=list)
    left: list[tuple[Application, str]] = field(default_factory=list)


def propose(
    workspace: Workspace,
    document_id: UUID,
    annotator_id: UUID,
    annotation_ids: Sequence[UUID] | None = None,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> list[Application]:
    """Where these annotations of an article (None: all of this annotator's) would be in each of its copies.

    Changes nothing. Copy by copy in the order of loading, in each in the order of the article's text.
    Raises NotFound, Cancelled.
    """
    document = read_document(workspace, document_id)
    with workspace.reading() as connection:
        name = queries.annotator_name(connection, annotator_id)
    if annotation_ids is None:
        chosen = [record for record in document.annotations if record.annotator == name]
    else:
        chosen = [record for record in document.annotations if record.id in set(annotation_ids)]
    there = [copy.document.id for copy in copies_of(workspace, document_id)] if chosen else []
    found: list[Application] = []
    for done, copy_id in enumerate(there, 1):
        if cancelled and cancelled():
            raise Cancelled("Stopped; nothing was changed.")
        found += _proposed(document, read_document(workspace, copy_id), chosen, name)
        if progress:
            progress(done, len(there))
    return found


def source_title(workspace: Workspace, record: AnnotationRecord) -> str:
    """The title of the article that an annotation was copied from; "" when it was not, or that one is gone."""
    if record.origin != COPIED or record.made_from is None:
        return ""
    with workspace.reading() as connection:
        document_id = queries.document_of_annotation(connection, record.made_from)
        found = queries.document_summaries(connection, [document_id]) if document_id else []
    return found[0].title if found else ""


def apply_to_copies(workspace: Workspace, chosen: Sequence[Application], annotator_id: UUID) -> Applied:
    """Make the annotations that were proposed and chosen, as one undo step.

    What cannot be done any more, because somebody has changed it since it was proposed, is left out and told.
    """
    report = Applied()
    number = len({application.copy_id for application in chosen})
    title = "Apply to a copy" if number == 1 else f"Apply to {number} copies"
    with workspace.edit(title, annotator_id) as session:
        name = queries.annotator_name(session.connection(), annotator_id)
        there: dict[UUID, _There] = {}
        rows: dict[UUID, dict[UUID, Annotation]] = defaultdict(dict)
        for application in chosen:
            copy_id = application.copy_id
            if copy_id not in there:
                there[copy_id] = _There(_records(session, copy_id), name)
            reason = _reason_against(session, application, annotator_id) or there[copy_id].reason_against(application)
            if reason:
                report.left.append((application, reason))
                continue
            segments = check(workspace.text_of(session.connection(), copy_id), application.anchored.segments)
            row = _row(application, segments, annotator_id)
            session.add(row)
            rows[copy_id][application.annotation.id] = row
            report.made.append(queries.annotation_record(row, name))
            there[copy_id].add(report.made[-1])
        session.flush()
        for copy_id, made in rows.items():
            copy_links(session, made, there[copy_id].made_from, annotator_id)
    return report


class _There:
    """What a copy has already: where an annotator's labels are, and what its annotations were made from."""

    def __init__(self, records: Iterable[AnnotationRecord], name: str) -> None:
        self._name = name
        self._places: set[tuple[str, tuple[Span, ...]]] = set()
        self._lineage: set[UUID | None] = set()
        self.made_from: dict[UUID, UUID] = {}
        """Annotation of another article -> the one that was made from it here."""
        for record in records:
            self.add(record)

    def add(self, record: AnnotationRecord) -> None:
        """One more annotation of the copy."""
        self._lineage |= {record.id, record.made_from} - {None}
        if record.made_from:
            self.made_from[record.made_from] = record.id
        if record.annotator == self._name:
            self._places.add((record.label, record.segments))

    def has(self, record: AnnotationRecord, segments: tuple[Span, ...]) -> bool:
        """True when the copy has this decision: the same label there, or what was made from the same annotation."""
        return not self._lineage.isdisjoint((record.id, record.made_from)) or (record.label, segments) in self._places

    def reason_against(self, application: Application) -> str:
        """Why an application would change nothing; "" when it would."""
        there = self.has(application.annotation, application.anchored.segments)
        return "The copy has it already." if there else ""


def _proposed(
    document: DocumentRecord, copy: DocumentRecord, chosen: Sequence[AnnotationRecord], name: str
) -> list[Application]:
    anchoring, there = Anchoring(document.text, copy.text), _There(copy.annotations, name)
    places = [(record, anchoring.place(record.segments)) for record in chosen]
    return [Application(record, copy.id, anchored, there.has(record, anchored.segments)) for record, anchored in places]


def _records(session: Session, copy_id: UUID) -> list[AnnotationRecord]:
    names = queries.annotator_names(session.connection())
    rows = session.exec(select(Annotation).where(Annotation.document_id == copy_id))
    return [queries.annotation_record(row, names[row.annotator_id]) for row in rows]


def _reason_against(session: Session, application: Application, annotator_id: UUID) -> str:
    """Why an application cannot be made (any more); "" when it can."""
    record = application.annotation
    copy, source = session.get(Document, application.copy_id), session.get(Annotation, record.id)
    if not application.anchored.segments:
        return "Its text is not in the copy."
    if copy is None:
        return "The copy is no longer in the project."
    if copy.superseded_by is not None:
        return "The copy has been replaced by a newer version."
    if source is None or queries.annotation_record(source, record.annotator) != record:
        return "The annotation has been changed meanwhile."
    return "You have handed the copy in." if is_handed_in(session, application.copy_id, annotator_id) else ""


def _row(application: Application, segments: Sequence[Span], annotator_id: UUID) -> Annotation:
    record = application.annotation
    return Annotation(
        id=new_id(),
        document_id=application.copy_id,
        annotator_id=annotator_id,
        label=record.label,
        **stretch_columns(segments),
        note=record.note,
        origin=COPIED,
        made_from=record.id,
        attributes=dict(record.attributes) or None,
        guideline_version=record.guideline_version,
        suggested_by=record.suggested_by or None,
    )
