"""Annotations of two people matched one to one, held against every way there is."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.agreement.matching import Matches, exact_matches, meet
from annotator.core.submissions import SubmittedAnnotation
from tests.core.agreement.desk import said

Spans = st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda at: (at[0], at[0] + at[1]))
Said = st.lists(st.builds(said, st.sampled_from(["claim", "quote"]), Spans), max_size=5)


def matches(one: list[SubmittedAnnotation], other: list[SubmittedAnnotation]) -> Matches:
    return meet(one, other).matches


def common(one: SubmittedAnnotation, other: SubmittedAnnotation) -> int:
    characters = [{at for start, end in each.segments for at in range(start, end)} for each in (one, other)]
    return len(characters[0] & characters[1]) if one.label == other.label else 0


def best_by_trying(one: list[SubmittedAnnotation], other: list[SubmittedAnnotation]) -> tuple[int, int, int]:
    """Matches, how many of them are exact, characters in common: the best of every way."""
    if len(one) > len(other):
        one, other = other, one
    ways = []
    for order in permutations(other, len(one)):
        met = [(left, right) for left, right in zip(one, order, strict=True) if common(left, right)]
        exact = sum(left.segments == right.segments for left, right in met)
        ways.append((len(met), exact, sum(common(*pair) for pair in met)))
    return max(ways)


@given(Said, Said)
def test_there_is_no_better_way(one: list[SubmittedAnnotation], other: list[SubmittedAnnotation]) -> None:
    found = matches(one, other)
    assert len({left for left, _ in found}) == len({right for _, right in found}) == len(found)
    pairs = [(one[left], other[right]) for left, right in found]
    exact = sum(left.segments == right.segments for left, right in pairs)
    assert (len(found), exact, sum(common(*pair) for pair in pairs)) == best_by_trying(one, other)


@given(Said)
def test_everything_matches_itself(one: list[SubmittedAnnotation]) -> None:
    assert exact_matches(one, one) == len(matches(one, one)) == len(one)


@given(Said, Said)
def test_what_overlaps_anything_is_known_of_each_side(
    one: list[SubmittedAnnotation], other: list[SubmittedAnnotation]
) -> None:
    found = meet(one, other)
    assert found.left == {at for at, mine in enumerate(one) if any(common(mine, theirs) for theirs in other)}
    assert found.right == {at for at, theirs in enumerate(other) if any(common(mine, theirs) for mine in one)}


def test_a_long_span_answers_one_of_the_short_ones_in_it() -> None:
    short = [said("quote", (0, 4)), said("quote", (6, 14))]
    assert matches([said("quote", (0, 20))], short) == [(0, 1)]


def test_one_steps_aside_where_that_gives_one_match_more() -> None:
    one = [said("claim", (0, 10)), said("claim", (8, 20))]
    other = [said("claim", (5, 20)), said("claim", (12, 30))]
    assert matches(one, other) == [(0, 0), (1, 1)]


def test_parts_count_by_their_characters_and_not_by_what_lies_between() -> None:
    around = said("quote", (0, 3), (20, 23))
    assert matches([around], [said("quote", (5, 15))]) == []
    assert matches([around], [said("quote", (22, 30))]) == [(0, 0)]
    assert exact_matches([around], [said("quote", (0, 3), (20, 23))]) == 1
    assert exact_matches([around], [said("quote", (0, 23))]) == 0


def test_the_same_span_twice_is_matched_twice_at_most() -> None:
    twice = [said("claim", (0, 4)), said("claim", (0, 4))]
    assert exact_matches(twice, twice[:1]) == 1
    assert len(matches(twice, twice[:1])) == 1
