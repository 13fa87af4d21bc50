"""The review state of each annotation, and what is left of an article after corrections."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import pytest

from annotator.core.identity import new_id
from annotator.core.records import DocumentRecord, RelationRecord, SourceRecord
from annotator.core.review_states import (
    NO_REVIEW,
    ReviewedBy,
    ReviewOfArticle,
    Settled,
    newest_state,
    with_review_states,
)
from annotator.core.reviewing import Decision, Judged, VerdictRecord, judge
from annotator.core.spans import Span
from tests.formats.records import annotation, document

TEXT = "Wali kota membantah. Harga naik."
CLAIM, DENIAL, CORRECTION = (
    annotation(1, 1, "claim", (0, 9)),
    annotation(2, 1, "denial", (10, 20)),
    replace(annotation(3, 1, "quote", (0, 4), annotator="Ben"), origin="corrected"),
)


def article(*relations: RelationRecord, sources: tuple[SourceRecord, ...] = ()) -> DocumentRecord:
    made = document(1, TEXT, [Span(0, 21), Span(21, len(TEXT))], CLAIM, DENIAL, CORRECTION)
    return replace(made, relations=relations, sources=sources)


def judged(*said: tuple[UUID, Decision, UUID | None]) -> dict[UUID, Judged]:
    verdicts = [
        VerdictRecord(new_id(), CLAIM.document_id, key, new_id(), "Ben", decision, "", instead)
        for key, decision, instead in said
    ]
    return judge(verdicts, (), {CORRECTION.id})


def states(review: ReviewOfArticle) -> list[tuple[str, str]]:
    return [(one.review_state, one.reviewer) for one in with_review_states(article(), review).annotations]


def test_without_any_review_all_is_a_draft_and_the_record_the_same() -> None:
    record = article()
    assert with_review_states(record, NO_REVIEW) is record
    assert newest_state(record, NO_REVIEW) is record
    assert {one.review_state for one in record.annotations} == {"draft"}


@pytest.mark.parametrize(
    ("state", "reviewer", "told"),
    [
        ("open", "", ("draft", "")),
        ("submitted", "", ("submitted", "")),
        ("returned", "Ben", ("draft", "")),
        ("approved", "Ben", ("approved", "Ben")),
    ],
)
def test_the_reading_says_it_where_no_verdict_does(state: str, reviewer: str, told: tuple[str, str]) -> None:
    review = ReviewOfArticle([ReviewedBy("Ana", state, reviewer)])
    assert states(review) == [told, told, ("approved", "Ben")]


def test_verdicts_say_more_and_rulings_most() -> None:
    reading = [ReviewedBy("Ana", "submitted", "")]
    said = judged((CLAIM.id, Decision.APPROVED, None), (DENIAL.id, Decision.RETURNED, None))
    assert states(ReviewOfArticle(reading, said))[:2] == [("approved", "Ben"), ("rejected", "Ben")]
    ruling = Settled(frozenset({CLAIM.id, DENIAL.id}), frozenset({DENIAL.id}), "Cleo")
    assert states(ReviewOfArticle(reading, said, [ruling]))[:2] == [("rejected", "Cleo"), ("adjudicated", "Cleo")]


def test_the_newest_ruling_counts() -> None:
    both = frozenset({CLAIM.id, DENIAL.id})
    rulings: Sequence[Settled] = [Settled(both, frozenset(), "Cleo"), Settled(both, both, "Dani")]
    assert states(ReviewOfArticle(rulings=rulings))[0] == ("adjudicated", "Dani")


def test_what_was_corrected_leaves_and_links_lead_to_what_stands_in_its_place() -> None:
    source = SourceRecord(new_id(), "Rina")
    relations = (
        RelationRecord(new_id(), CLAIM.document_id, "denies", DENIAL.id, CLAIM.id, None, "Ana"),
        RelationRecord(new_id(), CLAIM.document_id, "attributed_to", CLAIM.id, None, source.id, "Ana"),
    )
    record = article(*relations, sources=(source,))
    review = ReviewOfArticle(judged=judged((CLAIM.id, Decision.CORRECTED, CORRECTION.id)))
    left = newest_state(record, review)
    assert [one.id for one in left.annotations] == [DENIAL.id, CORRECTION.id]
    assert [(one.from_id, one.to_id) for one in left.relations] == [(DENIAL.id, CORRECTION.id)]
    assert left.sources == ()
    assert states(review)[0] == ("rejected", "Ben")


def test_a_correction_that_holds_no_more_leaves_with_its_links() -> None:
    link = RelationRecord(new_id(), CLAIM.document_id, "contains", CORRECTION.id, CLAIM.id, None, "Ben")
    said = judged((CLAIM.id, Decision.CORRECTED, CORRECTION.id), (CLAIM.id, Decision.APPROVED, None))
    left = newest_state(article(link), ReviewOfArticle(judged=said))
    assert [one.id for one in left.annotations] == [CLAIM.id, DENIAL.id]
    assert left.relations == ()
