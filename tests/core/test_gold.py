"""What is gold, and how each span got there."""

from uuid import UUID

from hypothesis import given, settings

from annotator.core.adjudication import compare
from annotator.core.gold import Decisions, GoldReading, How, Judgement, Replacement, gold_reading
from annotator.core.rulings import RulingRecord, RulingVerdict
from annotator.core.spans import Span
from annotator.core.submissions import SubmittedReading
from tests.core.submitted import ANA, BEN, CLEO, DOCUMENT, link, reading, said
from tests.core.test_adjudication import readings

AGREED = [
    reading(ANA, said(1, "claim", (0, 9)), said(2, "denial", (20, 30)), links=[link("denies", 2, 1)]),
    reading(BEN, said(11, "claim", (0, 9)), said(12, "denial", (20, 30)), links=[link("denies", 12, 11)]),
]
DISPUTED = [
    reading(ANA, said(1, "claim", (0, 9), voice="outlet"), said(2, "denial", (20, 30)), links=[link("denies", 2, 1)]),
    reading(BEN, said(11, "claim", (0, 12)), said(12, "denial", (20, 30)), links=[link("denies", 12, 11)]),
]


def gold(made: list[SubmittedReading], *judgements: Judgement, **rulings: RulingRecord) -> GoldReading:
    comparison = compare(made)
    about = {min(ruling.settles): ruling for ruling in rulings.values()}
    put = Replacement(said(50, "quote", (0, 8)), (link("attributed_to", 50, source=90),))
    return gold_reading(
        comparison, Decisions(about, {one.annotation_id: one for one in judgements}, {UUID(int=50): put})
    )


def ruled(verdict: RulingVerdict, *keeps: int, **more: object) -> RulingRecord:
    settles, kept = frozenset({UUID(int=1), UUID(int=11)}), frozenset(UUID(int=one) for one in keeps)
    return RulingRecord(UUID(int=1000), DOCUMENT, CLEO, verdict, settles, kept, **more)  # type: ignore[arg-type]


def judged(number: int, verdict: str, at: int = 2000, replacement: int | None = None) -> Judgement:
    put = UUID(int=replacement) if replacement else None
    return Judgement(UUID(int=at), UUID(int=number), CLEO, verdict, "because", put)


def told(found: GoldReading) -> list[tuple[str, tuple[int, int], How]]:
    return [(one.label, one.segments[0], one.how) for one in found.spans]


def test_what_all_agree_on() -> None:
    found = gold(AGREED)
    assert told(found) == [("claim", (0, 9), How.AGREED), ("denial", (20, 30), How.AGREED)]
    assert found.spans[0].annotator_ids == (ANA, BEN)
    assert found.links == (link("denies", 2, 1),)


def test_the_only_reader() -> None:
    assert told(gold(AGREED[:1]))[0] == ("claim", (0, 9), How.ONLY_READER)
    approved = gold(AGREED[:1], judged(1, "approved"))
    assert told(approved)[0] == ("claim", (0, 9), How.APPROVED)
    assert approved.spans[0].decided_by == CLEO


def test_an_open_dispute_is_listed_and_not_gold() -> None:
    found = gold(DISPUTED)
    assert told(found) == [("denial", (20, 30), How.AGREED)]
    assert [group.id.int for group in found.disputed] == [1]
    assert found.links == ()  # what it leads to is in dispute


def test_a_ruling_for_one_side() -> None:
    found = gold(DISPUTED, ruling=ruled(RulingVerdict.ONE, 11, reason="Whole sentence", case_number=7))
    assert told(found)[0] == ("claim", (0, 12), How.RULED)
    span = found.spans[0]
    assert (span.decided_by, span.reason, span.case_number, span.annotator_ids) == (CLEO, "Whole sentence", 7, (BEN,))
    assert found.links == (link("denies", 2, 11),)  # also the one that led to what was not kept


def test_a_ruling_for_both_and_for_neither() -> None:
    both = gold(DISPUTED, ruling=ruled(RulingVerdict.BOTH, 1, 11))
    assert [place for _, place, _ in told(both)] == [(0, 9), (0, 12), (20, 30)]
    neither = gold(DISPUTED, ruling=ruled(RulingVerdict.NEITHER))
    assert told(neither) == [("denial", (20, 30), How.AGREED)]


def test_a_new_span_has_its_own_words_and_the_links_that_all_have() -> None:
    made = [
        reading(ANA, said(1, "claim", (0, 9)), links=[link("attributed_to", 1, source=9)]),
        reading(BEN, said(11, "claim", (0, 12)), links=[link("attributed_to", 11, source=9)]),
    ]
    new = ruled(RulingVerdict.NEW, label="claim", segments=(Span(0, 10),), attributes={"voice": "outlet"})
    found = gold(made, ruling=new)
    assert told(found) == [("claim", (0, 10), How.RULED)]
    assert found.spans[0].id.int == 1000
    assert found.spans[0].attributes == {"voice": "outlet"}
    assert found.links == (link("attributed_to", 1000, source=9),)


def test_what_a_reviewer_corrected_stands_in_its_place() -> None:
    found = gold(AGREED, judged(1, "approved", 1999), judged(11, "corrected", replacement=50))
    assert told(found)[0] == ("quote", (0, 8), How.CORRECTED)
    assert set(found.links) == {link("attributed_to", 50, source=90), link("denies", 2, 50)}


def test_a_correction_that_was_taken_back_leaves_what_was_there() -> None:
    assert told(gold(AGREED, judged(1, "corrected", replacement=51)))[0] == ("claim", (0, 9), How.AGREED)


def test_a_correction_may_be_corrected_or_returned() -> None:
    again = gold(AGREED, judged(1, "corrected", replacement=50), judged(50, "corrected", 3000, replacement=51))
    assert told(again)[0] == ("quote", (0, 8), How.CORRECTED)
    back = gold(AGREED, judged(1, "corrected", replacement=50), judged(50, "returned", 3000))
    assert told(back) == [("denial", (20, 30), How.AGREED)]


def test_what_was_returned_is_listed_and_not_gold() -> None:
    found = gold(AGREED, judged(1, "returned"))
    assert told(found) == [("denial", (20, 30), How.AGREED)]
    assert {key.int for key in found.returned} == {1, 11}
    assert found.links == ()


def test_a_ruling_counts_more_than_what_was_judged_before_it() -> None:
    ruling = ruled(RulingVerdict.ONE, 1)
    assert told(gold(DISPUTED, judged(1, "returned", 999), ruling=ruling))[0] == ("claim", (0, 9), How.RULED)
    assert told(gold(DISPUTED, judged(1, "returned", 1001), ruling=ruling))[0][0] == "denial"


def test_a_ruling_on_what_is_agreed_by_now_is_nothing_any_more() -> None:
    found = gold(AGREED, ruling=ruled(RulingVerdict.NEITHER))
    assert told(found)[0] == ("claim", (0, 9), How.AGREED)


@settings(max_examples=40)
@given(readings())
def test_gold_and_disputes_share_all_that_was_said(made: list[SubmittedReading]) -> None:
    found = gold_reading(compare(made), Decisions())
    held = [key for span in found.spans for key in span.came_from]
    disputed = [key for group in found.disputed for key in group.ids]
    assert sorted([*held, *disputed]) == sorted(one.id for reading in made for one in reading.annotations)
    spans = {span.id for span in found.spans}
    assert all(one.from_id in spans and one.to_id in spans for one in found.links)


@settings(max_examples=40)
@given(readings())
def test_once_all_is_ruled_nothing_is_left_in_dispute(made: list[SubmittedReading]) -> None:
    comparison = compare(made)
    rulings = {
        group.id: RulingRecord(UUID(int=9), DOCUMENT, CLEO, RulingVerdict.BOTH, group.ids, group.ids)
        for group in comparison.disputes
    }
    found = gold_reading(comparison, Decisions(rulings))
    assert found.disputed == ()
    said_there = {(one.label, one.segments) for reading in made for one in reading.annotations}
    assert {(span.label, span.segments) for span in found.spans} == said_there
