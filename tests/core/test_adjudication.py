"""Readings held against each other: the cases of the trade, then any readings there can be."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.adjudication import compare
from annotator.core.disputes import Comparison, DisputeKind, Group
from annotator.core.spans import Span
from annotator.core.submissions import SubmittedAnnotation, SubmittedReading
from annotator.operations.label_sets import shipped_label_set
from tests.core.submitted import ANA, BEN, CLEO, by_keys, keys, link, reading, said

LABEL, BOUNDARY, MISSED = DisputeKind.LABEL, DisputeKind.BOUNDARY, DisputeKind.MISSED
ATTRIBUTE, LINK = DisputeKind.ATTRIBUTE, DisputeKind.LINK


def kinds(comparison: Comparison) -> dict[tuple[int, ...], tuple[DisputeKind, ...]]:
    return {key: group.kinds for key, group in by_keys(comparison.disputes).items()}


def test_the_same_words_and_label_are_agreed() -> None:
    found = compare([reading(ANA, said(1, "claim", (0, 9))), reading(BEN, said(2, "claim", (0, 9)))])
    assert [keys(group) for group in found.agreed] == [[1, 2]]
    assert found.disputes == ()


def test_each_kind_of_dispute() -> None:
    ana = reading(
        ANA,
        said(1, "claim", (0, 9)),
        said(2, "claim", (20, 30)),
        said(3, "quote", (40, 50)),
        said(4, "claim", (60, 70), voice="outlet"),
        said(5, "quote", (80, 90)),
        links=[link("attributed_to", 5, source=50)],
    )
    ben = reading(
        BEN,
        said(12, "claim", (22, 34)),
        said(13, "claim", (41, 50)),
        said(14, "claim", (60, 70)),
        said(15, "quote", (80, 90)),
    )
    assert kinds(compare([ana, ben])) == {
        (1,): (MISSED,),
        (2, 12): (BOUNDARY,),
        (3, 13): (LABEL,),
        (4, 14): (ATTRIBUTE,),
        (5, 15): (LINK,),
    }


def test_a_claim_inside_a_quote_is_missed_though_both_have_the_quote() -> None:
    ana = reading(ANA, said(1, "quote", (0, 100)), said(2, "claim", (10, 40)))
    ben = reading(BEN, said(11, "quote", (0, 100)))
    found = compare([ana, ben])
    assert [keys(group) for group in found.agreed] == [[1, 11]]
    assert kinds(found) == {(2,): (MISSED,)}


def test_nested_claims_are_paired_with_what_they_are_most_like() -> None:
    ana = reading(ANA, said(1, "claim", (0, 100)), said(2, "claim", (10, 40)))
    ben = reading(BEN, said(11, "claim", (0, 95)), said(12, "claim", (12, 40)))
    assert kinds(compare([ana, ben])) == {(1, 11): (BOUNDARY,), (2, 12): (BOUNDARY,)}


def test_one_span_against_two_is_one_dispute() -> None:
    ana = reading(ANA, said(1, "quote", (0, 100)))
    ben = reading(BEN, said(11, "quote", (0, 48)), said(12, "quote", (52, 100)))
    assert kinds(compare([ana, ben])) == {(1, 11, 12): (BOUNDARY,)}


def test_two_segments_are_not_one_stretch() -> None:
    ana = reading(ANA, said(1, "quote", [(0, 20), (40, 60)]))
    ben = reading(BEN, said(11, "quote", (0, 60)))
    between = reading(CLEO, said(21, "quote", (25, 35)))
    assert kinds(compare([ana, ben])) == {(1, 11): (BOUNDARY,)}
    assert kinds(compare([ana, between])) == {(1,): (MISSED,), (21,): (MISSED,)}


def test_of_three_readings_two_may_agree() -> None:
    ana = reading(ANA, said(1, "claim", (0, 9)), said(2, "quote", (20, 40)))
    ben = reading(BEN, said(11, "claim", (0, 9)), said(12, "quote", (20, 40)))
    cleo = reading(CLEO, said(22, "claim", (20, 40)))
    assert kinds(compare([ana, ben, cleo])) == {(1, 11): (MISSED,), (2, 12, 22): (LABEL,)}


def test_a_single_reading_has_nothing_to_dispute() -> None:
    found = compare([reading(ANA, said(1, "claim", (0, 9)))])
    assert [keys(group) for group in found.agreed] == [[1]]


def test_helpers_are_not_compared() -> None:
    ana, ben = reading(ANA, said(1, "cue", (0, 9))), reading(BEN, said(2, "claim", (20, 30)))
    assert kinds(compare([ana, ben], shipped_label_set("newsroom"))) == {(2,): (MISSED,)}


SOME = settings(max_examples=40)
SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))
SEGMENTS = st.one_of(SPANS.map(lambda span: [span]), st.just([(0, 4), (8, 12)]), st.just([(2, 6), (10, 20)]))
SAID = st.tuples(st.sampled_from(["claim", "quote", "denial"]), SEGMENTS, st.sampled_from([None, "a", "b"]))


@st.composite
def readings(draw: st.DrawFn) -> list[SubmittedReading]:
    made = []
    for number, who in enumerate([ANA, BEN, CLEO][: draw(st.integers(1, 3))]):
        said_here = draw(st.lists(SAID, max_size=6))
        own = [
            said(100 * number + at + 1, label, stretches, **({"kind": kind} if kind else {}))
            for at, (label, stretches, kind) in enumerate(said_here)
        ]
        ids = [one.id.int for one in own]
        ends = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=3)) if ids else []
        made.append(reading(who, *own, links=[link("denies", *pair) for pair in ends]))
    return made


@SOME
@given(readings())
def test_every_annotation_is_in_one_group(made: list[SubmittedReading]) -> None:
    found = compare(made)
    told = sorted(one.id for group in found.groups for one in group.annotations())
    assert told == sorted(one.id for reading in made for one in reading.annotations)
    assert all(len(group.sides) == len(made) for group in found.groups)


@SOME
@given(readings())
def test_the_order_of_readings_does_not_matter(made: list[SubmittedReading]) -> None:
    assert len({str(compare(order)) for order in permutations(made)}) == 1


@SOME
@given(readings())
def test_what_is_agreed_is_the_same_on_all_sides(made: list[SubmittedReading]) -> None:
    for group in compare(made).agreed:
        places = {frozenset((one.label, one.segments) for one in side.annotations) for side in group.sides}
        values = {frozenset(str(one.attributes) for one in side.annotations) for side in group.sides}
        assert len(places) == 1
        assert len(values) == 1


@SOME
@given(readings())
def test_the_same_label_on_the_same_words_is_never_in_two_groups(made: list[SubmittedReading]) -> None:
    places = [(one.label, one.segments) for group in compare(made).groups for one in said_in(group)]
    assert len(places) == len(set(places))


def said_in(group: Group) -> list[SubmittedAnnotation]:
    return list({(one.label, one.segments): one for one in group.annotations()}.values())


@SOME
@given(readings())
def test_a_dispute_of_one_side_alone_is_missed_and_nothing_else(made: list[SubmittedReading]) -> None:
    for group in compare(made).disputes:
        speaking = [side for side in group.sides if side.annotations]
        if len(speaking) == 1:
            assert group.kinds == (MISSED,)
        else:
            assert set(group.kinds) != {MISSED} or len({(one.label, one.segments) for one in group.annotations()}) == 1


@SOME
@given(readings())
def test_the_same_reading_twice_is_agreed_as_a_whole(made: list[SubmittedReading]) -> None:
    first = made[0]
    moved = {
        one.id: said(one.id.int + 5000, one.label, list(one.segments), **one.attributes) for one in first.annotations
    }
    links = [link(one.kind, one.from_id.int + 5000, one.to_id.int + 5000) for one in first.links if one.to_id]
    again = reading(CLEO, *moved.values(), links=links)
    assert compare([reading(ANA, *first.annotations, links=first.links), again]).disputes == ()


@SOME
@given(readings())
def test_whoever_overlaps_alone_with_the_same_label_is_not_missed(made: list[SubmittedReading]) -> None:
    """Of two readings: what is missed has the same label nowhere on its words in what the other one left unmatched."""
    if len(made) < 2:
        return
    found = compare(made[:2])
    alone = [group for group in found.disputes if group.kinds == (MISSED,)]
    for one in alone:
        for other in alone:
            if one.sides[0].annotations and other.sides[1].annotations:
                assert not any(a.overlaps(b) for a in spans_of(one) for b in spans_of(other))


def spans_of(group: Group) -> list[Span]:
    return [span for one in group.annotations() for span in one.segments]
