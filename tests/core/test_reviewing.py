"""What of the verdicts on an annotation counts."""

from collections.abc import Sequence
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.identity import new_id
from annotator.core.reviewing import (
    Decision,
    Standing,
    VerdictRecord,
    judge,
    outcome,
    root_of,
)
from annotator.core.spans import Span
from annotator.core.submissions import SubmittedAnnotation, SubmittedLink, SubmittedReading

DOCUMENT, ANA, BEN = new_id(), new_id(), new_id()


def said(annotation: UUID, decision: Decision, replacement: UUID | None = None) -> VerdictRecord:
    return VerdictRecord(new_id(), DOCUMENT, annotation, BEN, "Ben", decision, "", replacement)


def handed_in(*annotations: tuple[UUID, str], links: Sequence[SubmittedLink] = ()) -> SubmittedReading:
    content = tuple(SubmittedAnnotation(key, label, (Span(0, 4),)) for key, label in annotations)
    return SubmittedReading(new_id(), DOCUMENT, ANA, 1, True, content, tuple(links))


def test_the_newest_verdict_counts_and_the_others_are_remembered() -> None:
    key = new_id()
    first = handed_in((key, "claim"))
    verdicts = [said(key, Decision.RETURNED), said(key, Decision.APPROVED)]
    found = judge(reversed(verdicts), [first], set())[key]
    assert (found.standing, found.verdict, found.verdicts) == (Standing.APPROVED, verdicts[1], tuple(verdicts))


def test_what_is_handed_in_again_unchanged_keeps_its_approval_but_no_return() -> None:
    kept, sent_back = new_id(), new_id()
    first = handed_in((kept, "claim"), (sent_back, "quote"))
    verdicts = [said(kept, Decision.APPROVED), said(sent_back, Decision.RETURNED)]
    again = handed_in((kept, "claim"), (sent_back, "quote"))
    found = judge(verdicts, [again, first], set())
    assert found[kept].standing is Standing.APPROVED
    assert (found[sent_back].standing, found[sent_back].verdicts) == (Standing.WAITING, (verdicts[1],))


def test_what_is_handed_in_otherwise_waits_once_more_also_for_a_link() -> None:
    relabelled, linked = new_id(), new_id()
    first = handed_in((relabelled, "claim"), (linked, "denial"))
    verdicts = [said(relabelled, Decision.APPROVED), said(linked, Decision.APPROVED)]
    link = SubmittedLink("denies", linked, relabelled, None)
    again = handed_in((relabelled, "quote"), (linked, "denial"), links=[link])
    found = judge(verdicts, [first, again], set())
    assert [found[key].standing for key in (relabelled, linked)] == [Standing.WAITING, Standing.WAITING]
    verdicts.append(said(linked, Decision.APPROVED))
    assert judge(verdicts, [first, again], set())[linked].standing is Standing.APPROVED


def test_a_correction_holds_while_what_it_put_in_place_is_there() -> None:
    key, correction = new_id(), new_id()
    first = handed_in((key, "claim"))
    verdicts = [said(key, Decision.APPROVED), said(key, Decision.CORRECTED, correction)]
    assert judge(verdicts, [first], {correction})[key].standing is Standing.CORRECTED
    assert judge(verdicts, [first], set())[key].standing is Standing.APPROVED
    assert judge(verdicts[1:], [first], set())[key].standing is Standing.WAITING


def test_a_correction_of_a_correction_holds_and_both_before_it_count_no_more() -> None:
    key, first, second = new_id(), new_id(), new_id()
    verdicts = [said(key, Decision.CORRECTED, first), said(first, Decision.CORRECTED, second)]
    found = outcome(judge(verdicts, [handed_in((key, "claim"))], {first, second}))
    assert found.replaced == {key: second}
    assert found.left_out == {key, first}
    assert root_of(second, verdicts) == key == root_of(key, verdicts)


def test_a_correction_that_was_taken_back_in_words_counts_no_more() -> None:
    key, correction = new_id(), new_id()
    verdicts = [said(key, Decision.CORRECTED, correction), said(key, Decision.APPROVED)]
    found = outcome(judge(verdicts, [handed_in((key, "claim"))], {correction}))
    assert not found.replaced
    assert found.left_out == {correction}


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(list(Decision)), st.integers(0, 4)), max_size=12))
def test_whatever_is_said_an_annotation_is_left_out_only_for_one_that_counts(
    steps: list[tuple[int, Decision, int]],
) -> None:
    """Also where corrections lead in a circle, which only a damaged project holds."""
    keys = [new_id() for _ in range(5)]
    verdicts = [
        said(keys[which], decision, keys[to] if decision is Decision.CORRECTED else None)
        for which, decision, to in steps
    ]
    found = outcome(judge(verdicts, [], set(keys)))
    assert set(found.replaced) <= found.left_out
    for root in found.replaced:
        assert root not in {one.replacement_id for one in verdicts}
