"""Corrections: what is made, what goes along with it, and that nobody's own rows are altered."""

from uuid import UUID

import pytest

from annotator.core.records import AnnotationRecord
from annotator.core.spans import Span
from annotator.errors import EditConflict, InvalidDetails, InvalidLabelSet, InvalidSpan
from annotator.operations import annotations, history, relations, review, sources
from annotator.operations.corrections import Correction, correct
from annotator.operations.under_review import ReviewedAnnotation, read_review
from tests.operations.review_desk import TEXT, hand_in, reviewable, tag
from tests.store.desk import Desk


def reviewed(desk: Desk, article: UUID, annotation_id: UUID) -> ReviewedAnnotation:
    found = read_review(desk.workspace, article, desk.ana).annotations
    return next(one for one in found if one.annotation.id == annotation_id)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def links_from(desk: Desk, record: AnnotationRecord) -> set[tuple[str, UUID | None, UUID | None, str]]:
    found = relations.read_relations(desk.workspace, [record.id])
    return {(one.kind, one.to_id, one.source_id, one.annotator) for one in found if one.from_id == record.id}


def test_a_correction_stands_beside_what_it_corrects(desk: Desk) -> None:
    article, claim, *_ = reviewable(desk)
    before = desk.rows()["annotation"]
    correction = Correction([span("mayor took the money")], values={"accuses": "named_person"}, note="Narrower.")
    made = correct(desk.workspace, claim.id, correction, desk.ben, "Too long")
    assert (made.annotator, made.origin, made.label, made.note) == ("Ben", "corrected", "claim", "Narrower.")
    assert (made.segments, made.attributes) == ((span("mayor took the money"),), {"accuses": "named_person"})
    assert [row for row in desk.rows()["annotation"] if row["id"] != made.id] == before
    found = reviewed(desk, article, claim.id)
    assert (found.judged.standing, found.correction, found.present) == ("corrected", made, made)
    assert found.judged.verdict is not None
    assert found.judged.verdict.reason == "Too long"
    assert desk.problems() == []


def test_links_and_sources_go_along_where_they_fit(desk: Desk) -> None:
    article = desk.load(TEXT)
    claim, denial = tag(desk, article, "The mayor took the money."), tag(desk, article, "She denies it.", "denial")
    vera = sources.add_source(desk.workspace, "Vera Lund", desk.ana)
    relations.set_sources(desk.workspace, [denial.id], "attributed_to", [vera.id], desk.ana)
    relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    annotations.set_attributes(desk.workspace, [denial.id], {"denial_scope": "partial"}, desk.ana)
    hand_in(desk, article)
    same = correct(desk.workspace, denial.id, Correction(note="Both."), desk.ben)
    assert links_from(desk, same) == {("denies", claim.id, None, "Ben"), ("attributed_to", None, vera.id, "Ben")}
    assert same.attributes == {"denial_scope": "partial"}
    history.undo(desk.workspace, desk.ben)
    other = correct(desk.workspace, denial.id, Correction(label="quote"), desk.ben)
    assert links_from(desk, other) == {("attributed_to", None, vera.id, "Ben")}
    assert "denial_scope" not in other.attributes
    assert links_from(desk, denial) == {("denies", claim.id, None, "Ana"), ("attributed_to", None, vera.id, "Ana")}


def test_another_source_alone_is_a_correction(desk: Desk) -> None:
    _, claim, *_ = reviewable(desk)
    town = sources.add_source(desk.workspace, "The town", desk.ben)
    made = correct(desk.workspace, claim.id, Correction(sources={"attributed_to": [town.id]}), desk.ben)
    assert links_from(desk, made) == {("attributed_to", None, town.id, "Ben")}
    with pytest.raises(InvalidDetails):
        correct(desk.workspace, made.id, Correction(sources={"attributed_to": [town.id]}), desk.ben)
    none = correct(desk.workspace, made.id, Correction(sources={"attributed_to": []}), desk.ben)
    assert links_from(desk, none) == set()


def test_a_correction_that_changes_nothing_or_what_cannot_be_is_refused(desk: Desk) -> None:
    _, claim, *_ = reviewable(desk)
    entries = desk.entries()
    with pytest.raises(InvalidDetails, match="Nothing is otherwise"):
        correct(desk.workspace, claim.id, Correction([claim.extent], "claim", note=""), desk.ben)
    with pytest.raises(InvalidSpan):
        correct(desk.workspace, claim.id, Correction([Span(5, 5)]), desk.ben)
    with pytest.raises(InvalidLabelSet):
        correct(desk.workspace, claim.id, Correction(label="nonsense"), desk.ben)
    with pytest.raises(InvalidLabelSet):
        correct(desk.workspace, claim.id, Correction(values={"quote_type": "direct"}), desk.ben)
    with pytest.raises(EditConflict, match="your own reading"):
        correct(desk.workspace, claim.id, Correction(label="quote"), desk.ana)
    assert desk.entries() == entries


def test_a_correction_can_be_corrected_but_not_by_whose_reading_it_is(desk: Desk) -> None:
    article, claim, *_ = reviewable(desk)
    first = correct(desk.workspace, claim.id, Correction(label="quote"), desk.ben)
    second = correct(desk.workspace, first.id, Correction(label="denial"), desk.ben)
    assert reviewed(desk, article, claim.id).correction == second
    with pytest.raises(EditConflict, match="your own reading"):
        correct(desk.workspace, second.id, Correction(label="claim"), desk.ana)
    history.undo(desk.workspace, desk.ben)
    assert reviewed(desk, article, claim.id).correction == first
    history.undo(desk.workspace, desk.ben)
    assert reviewed(desk, article, claim.id).correction is None
    history.redo(desk.workspace, desk.ben)
    assert reviewed(desk, article, claim.id).correction == first


def test_a_correction_gives_way_to_a_later_verdict_and_to_its_removal(desk: Desk) -> None:
    article, claim, denial, _ = reviewable(desk)
    correct(desk.workspace, claim.id, Correction(label="quote"), desk.ben)
    review.approve(desk.workspace, [claim.id], desk.ben)
    assert (reviewed(desk, article, claim.id).judged.standing, reviewed(desk, article, claim.id).correction) == (
        "approved",
        None,
    )
    made = correct(desk.workspace, denial.id, Correction(label="quote"), desk.ben)
    annotations.remove_annotations(desk.workspace, [made.id], desk.ben)
    assert reviewed(desk, article, denial.id).judged.standing == "waiting"


def test_a_correction_stays_when_the_reading_is_approved(desk: Desk) -> None:
    article, claim, *_ = reviewable(desk)
    made = correct(desk.workspace, claim.id, Correction(label="quote"), desk.ben)
    review.approve_reading(desk.workspace, article, desk.ana, desk.ben, rest=True)
    rows = desk.rows()
    with pytest.raises(EditConflict, match="reopen it first"):
        annotations.set_label(desk.workspace, made.id, "denial", desk.ben)
    with pytest.raises(EditConflict, match="reopen it first"):
        annotations.remove_annotations(desk.workspace, [made.id], desk.ben)
    assert desk.rows() == rows
    review.reopen_reading(desk.workspace, article, desk.ana, desk.ben)
    annotations.set_label(desk.workspace, made.id, "denial", desk.ben)


def test_a_correction_belongs_to_no_reading_of_the_reviewers(desk: Desk) -> None:
    article, claim, *_ = reviewable(desk)
    made = correct(desk.workspace, claim.id, Correction(label="quote"), desk.ben)
    hand_in(desk, article, desk.ben)
    assert read_review(desk.workspace, article, desk.ben).annotations == ()
    again = correct(desk.workspace, made.id, Correction(label="denial"), desk.ben)
    assert reviewed(desk, article, claim.id).correction == again
