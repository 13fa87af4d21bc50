"""How far each annotation has come: a draft, submitted, approved, rejected, adjudicated; and what no longer counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from annotator.core.readings import CORRECTED, State
from annotator.core.records import AnnotationRecord, DocumentRecord, RelationRecord
from annotator.core.reviewing import UNJUDGED, Judged, Standing, outcome


class ReviewState(StrEnum):
    """Where an annotation stands, as a dataset says it."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REJECTED = "rejected"
    ADJUDICATED = "adjudicated"


class ReviewedBy(NamedTuple):
    """Whose reading it is, its state, and who reviewed it last ("" for nobody)."""

    annotator: str
    state: str
    reviewer: str


class Settled(NamedTuple):
    """A ruling: the annotations that it settles, those of them that hold, and who ruled."""

    settles: frozenset[UUID]
    keeps: frozenset[UUID]
    annotator: str


@dataclass(frozen=True, slots=True)
class ReviewOfArticle:
    """All that reviewers and rulings say of an article."""

    readings: Sequence[ReviewedBy] = ()
    judged: Mapping[UUID, Judged] = field(default_factory=dict)
    rulings: Sequence[Settled] = ()


NO_REVIEW = ReviewOfArticle()


def with_review_states(record: DocumentRecord, review: ReviewOfArticle) -> DocumentRecord:
    """The document with each annotation's review state, and who said so."""
    if review == NO_REVIEW:
        return record
    readings = {one.annotator: one for one in review.readings}
    ruled = {key: ruling for ruling in review.rulings for key in ruling.settles}
    annotations = tuple(_told(one, readings.get(one.annotator), review, ruled) for one in record.annotations)
    return replace(record, annotations=annotations)


def newest_state(record: DocumentRecord, review: ReviewOfArticle) -> DocumentRecord:
    """The document without what reviewers have corrected; links to that lead to what stands in its place."""
    after = outcome(review.judged) if review.judged else None
    if after is None or not after.left_out:
        return record
    annotations = tuple(one for one in record.annotations if one.id not in after.left_out)
    relations = tuple(_led_on(record.relations, after.replaced, after.left_out))
    named = {one.source_id for one in relations}
    sources = tuple(source for source in record.sources if source.id in named)
    return replace(record, annotations=annotations, relations=relations, sources=sources)


def _told(
    annotation: AnnotationRecord,
    reading: ReviewedBy | None,
    review: ReviewOfArticle,
    ruled: Mapping[UUID, Settled],
) -> AnnotationRecord:
    state, who = _state(annotation, reading, review.judged.get(annotation.id, UNJUDGED))
    if ruling := ruled.get(annotation.id):
        state = ReviewState.ADJUDICATED if annotation.id in ruling.keeps else ReviewState.REJECTED
        who = ruling.annotator
    return replace(annotation, review_state=state.value, reviewer=who)


def _state(annotation: AnnotationRecord, reading: ReviewedBy | None, judged: Judged) -> tuple[ReviewState, str]:
    reviewer = judged.verdict.reviewer if judged.verdict else ""
    if annotation.origin == CORRECTED and judged.standing is Standing.WAITING:
        return ReviewState.APPROVED, annotation.annotator  # it is a reviewer's own word
    if judged.standing in (Standing.RETURNED, Standing.CORRECTED):
        return ReviewState.REJECTED, reviewer
    if reading is not None and reading.state == State.APPROVED:
        return ReviewState.APPROVED, reviewer or reading.reviewer
    if judged.standing is Standing.APPROVED:
        return ReviewState.APPROVED, reviewer
    if reading is not None and reading.state == State.SUBMITTED:
        return ReviewState.SUBMITTED, ""
    return ReviewState.DRAFT, ""


def _led_on(
    relations: Iterable[RelationRecord], replaced: Mapping[UUID, UUID], left_out: frozenset[UUID]
) -> Iterable[RelationRecord]:
    for one in relations:
        end = replaced.get(one.to_id, one.to_id) if one.to_id else None
        if one.from_id not in left_out and end not in left_out:
            yield one if end == one.to_id else replace(one, to_id=end)
