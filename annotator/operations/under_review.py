"""One reading as its reviewer sees it: the article, each annotation, and all that was said of it."""

from dataclasses import dataclass
from uuid import UUID

from annotator.core.comments import Thread
from annotator.core.readings import ReadingRecord, own_work
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.core.reviewing import NOTHING_REPLACED, UNJUDGED, Judged, Outcome, Standing, VerdictRecord, outcome
from annotator.core.schema import LabelSet, Severity
from annotator.core.validation import Problem, problems
from annotator.errors import NotFound
from annotator.store import queries, reviews
from annotator.store.comments import threads_of
from annotator.store.readings import readings_in
from annotator.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ReviewedAnnotation:
    """An annotation of a reading, where it stands, and what was put in its place, if anything."""

    annotation: AnnotationRecord
    judged: Judged
    correction: AnnotationRecord | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def present(self) -> AnnotationRecord:
        """What holds now: the correction where there is one."""
        return self.correction or self.annotation

    @property
    def is_held_back(self) -> bool:
        """True while something in it is to be put right."""
        return any(one.severity is Severity.HARD for one in self.problems)


@dataclass(frozen=True, slots=True)
class ReviewedReading:
    """A reading with its article. `annotations` are in the order of the text; the rest of the article's stay out.

    `threads` are the comments on the article that the viewer may see.
    """

    document: DocumentRecord
    reading: ReadingRecord
    annotator: str
    annotations: tuple[ReviewedAnnotation, ...]
    label_set: LabelSet
    threads: tuple[Thread, ...] = ()

    def first_waiting(self, start: int) -> int:
        """The place of the first annotation from one on that waits, round to the one before it.

        The first of all where none waits, -1 where there is none.
        """
        count = len(self.annotations)
        round_about = ((start + step) % count for step in range(count))
        waiting = (place for place in round_about if self.annotations[place].judged.standing is Standing.WAITING)
        return next(waiting, min(0, count - 1))

    def threads_on(self, one: ReviewedAnnotation) -> tuple[Thread, ...]:
        """What is said about an annotation, or about words of it."""
        about = {one.annotation.id, one.present.id}
        return tuple(
            thread
            for thread in self.threads
            if thread.first.annotation_id in about
            or (thread.first.annotation_id is None and thread.touches(one.annotation.extent))
        )

    def rest(self) -> list[UUID]:
        """What waits and can be approved unseen: nothing in it is to be put right."""
        waiting = (one for one in self.annotations if one.judged.standing is Standing.WAITING)
        return [one.annotation.id for one in waiting if not one.is_held_back]

    def count(self, standing: Standing) -> int:
        """How many annotations stand so."""
        return sum(one.judged.standing is standing for one in self.annotations)


def read_review(workspace: Workspace, document_id: UUID, annotator_id: UUID) -> ReviewedReading:
    """What a reviewer has before them. Raises NotFound."""
    with workspace.reading() as connection:
        document = next(queries.documents(connection, [document_id]), None)
        if document is None:
            raise NotFound("This article is no longer in the project.")
        name = queries.annotator_names(connection).get(annotator_id, "")
        found = [one for one in readings_in(connection, document_id) if one.annotator_id == annotator_id]
        reading = found[0] if found else ReadingRecord(document_id, annotator_id)
        judged = reviews.judged_by_document(connection, [document_id]).get(document_id, {})
        label_set = workspace.label_set(connection)
        threads = tuple(threads_of(connection, document_id))
    after = outcome(judged) if judged else NOTHING_REPLACED
    there = {one.id: one for one in document.annotations}
    own = own_work(document, name).annotations
    annotations = tuple(_reviewed(one, judged, after, there, label_set, document) for one in own)
    return ReviewedReading(document, reading, name, annotations, label_set, threads)


def _reviewed(
    annotation: AnnotationRecord,
    judged: dict[UUID, Judged],
    after: Outcome,
    there: dict[UUID, AnnotationRecord],
    label_set: LabelSet,
    document: DocumentRecord,
) -> ReviewedAnnotation:
    correction = there.get(after.replaced[annotation.id]) if annotation.id in after.replaced else None
    found = tuple(problems(label_set, correction or annotation, document))
    return ReviewedAnnotation(annotation, judged.get(annotation.id, UNJUDGED), correction, found)


def verdicts_on(workspace: Workspace, document_id: UUID) -> list[VerdictRecord]:
    """All that reviewers have said of annotations of an article, the oldest first."""
    with workspace.reading() as connection:
        return reviews.verdicts_by_document(connection, [document_id]).get(document_id, [])
