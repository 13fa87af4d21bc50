"""Pairs are chosen so that they have most in common as a whole."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core import dispute_matching
from annotator.core.dispute_matching import best_pairs, likeness
from annotator.core.spans import Span

WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(10, 14)), st.integers(1, 20).map(lambda n: n / 20), max_size=12
)


def test_likeness_counts_what_is_shared() -> None:
    assert likeness([Span(0, 10)], [Span(0, 10)]) == 1
    assert likeness([Span(0, 10)], [Span(10, 20)]) == 0
    assert likeness([Span(0, 10)], [Span(5, 15)]) == 5 / 15
    assert likeness([Span(0, 4), Span(8, 10)], [Span(2, 9)]) == 3 / 10


def test_the_best_pair_first_would_leave_two_without_any() -> None:
    weights = {("a", "x"): 0.9, ("a", "y"): 0.8, ("b", "x"): 0.7}
    assert sorted(best_pairs(weights)) == [("a", "y"), ("b", "x")]


def test_no_pair_for_what_has_nothing_in_common() -> None:
    assert best_pairs({}) == []
    assert best_pairs({("a", "x"): 0.4, ("b", "x"): 0.5}) == [("b", "x")]


@settings(max_examples=50)
@given(WEIGHTS)
def test_no_other_pairing_has_a_greater_sum(weights: dict[tuple[int, int], float]) -> None:
    found = best_pairs(weights)
    assert len({row for row, _ in found}) == len({column for _, column in found}) == len(found)
    best = max(
        sum(weights.get((row, column), 0.0) for row, column in zip(range(5), columns, strict=True))
        for columns in permutations(range(10, 15))
    )
    assert sum(weights[pair] for pair in found) == pytest.approx(best)


@settings(max_examples=50)
@given(WEIGHTS)
def test_more_than_can_be_weighed_are_paired_one_by_one(weights: dict[tuple[int, int], float]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dispute_matching, "_MOST", 1)
        found = best_pairs(weights)
    taken_rows, taken_columns = {row for row, _ in found}, {column for _, column in found}
    assert len(taken_rows) == len(taken_columns) == len(found)
    assert all(row in taken_rows or column in taken_columns for row, column in weights)
