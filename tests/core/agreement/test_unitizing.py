"""The published examples of alpha_U, and those that a program has to survive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.agreement.unitizing import (
    NO_UNITS,
    Disagreement,
    Observer,
    Pairs,
    alpha_u,
    disagreement,
    distance,
    merged,
)
from annotator.core.spans import Span


def units(*places: tuple[int, int], begin: int = 0) -> list[Span]:
    """Units as they are printed: begin and length."""
    return [Span(start - begin, start - begin + length) for start, length in places]


def measured(found: Disagreement, people: int, length: int) -> tuple[float, float]:
    """Observed and expected disagreement as they are printed, for one continuum."""
    return found.observed / (people * length**2), found.expected / (people * length**2)


def test_krippendorff_2004_page_254() -> None:
    i = Observer(units((225, 70), (370, 30), begin=150), 300)
    j = Observer(units((220, 80), (355, 20), (400, 20), begin=150), 300)
    c = disagreement([i, j], 300)
    observed, expected = measured(c, 2, 300)
    assert observed == pytest.approx(0.014444, abs=5e-7)
    assert expected == pytest.approx(0.05322, abs=5e-6)
    assert alpha_u(c) == pytest.approx(0.728599, abs=5e-7)
    k = disagreement([Observer(units((180, 60), (300, 50), begin=150), 300)] * 2, 300)
    assert measured(k, 2, 300)[1] == pytest.approx(0.0490, abs=5e-5)
    assert alpha_u(k) == 1
    assert alpha_u(c + k) == pytest.approx(0.858665, abs=5e-7)


def test_one_long_unit_against_three_short_ones() -> None:
    found = disagreement([Observer(units((1, 8)), 10), Observer(units((2, 1), (4, 1), (6, 1)), 10)], 10)
    observed, expected = measured(found, 2, 10)
    assert observed == pytest.approx(0.91)
    assert expected == pytest.approx(0.535185, abs=5e-7)
    assert alpha_u(found) == pytest.approx(-0.700346, abs=5e-7)


def test_one_unit_of_one_of_three_is_what_chance_gives() -> None:
    found = disagreement([Observer(units((0, 1)), 20), Observer([], 20), Observer([], 20)], 20)
    assert alpha_u(found) == pytest.approx(0.0, abs=1e-12)


def test_no_units_have_no_figure() -> None:
    assert alpha_u(disagreement([Observer([], 20)] * 3, 20)) is None
    assert alpha_u(NO_UNITS) is None


def test_units_without_length_say_nothing() -> None:
    nothing = disagreement([Observer([Span(0, 0)], 15)] * 2, 15)
    assert (nothing.observed, nothing.expected) == (0, 0)
    assert alpha_u(nothing) == 0.0
    mixed = Observer([Span(0, 0), Span(2, 7)], 15)
    assert alpha_u(disagreement([mixed, Observer([Span(2, 7)], 15)], 15)) == pytest.approx(1, abs=0.001)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((5, 6), (4, 2), 26),
        ((5, 6), (5, 2), 16),
        ((5, 6), (6, 2), 10),
        ((5, 6), (7, 2), 8),
        ((5, 6), (6, 4), 2),
        ((5, 6), (5, 6), 0),
        ((225, 70), (220, 80), 50),
        ((370, 30), (355, 20), 850),
        ((2, 2), (20, 6), 40),
    ],
)
def test_how_far_units_are_apart(one: tuple[int, int], other: tuple[int, int], apart: int) -> None:
    assert distance(units(one), units(other)) == apart
    assert distance(units(other), units(one)) == apart


def test_overlapping_units_are_one_and_touching_ones_two() -> None:
    assert merged([Span(4, 9), Span(0, 5), Span(9, 12)]) == [Span(0, 9), Span(9, 12)]


def test_a_pair_out_of_three_is_as_the_two_alone() -> None:
    people = [Observer(units(*places), 30) for places in (((1, 4),), ((2, 5), (20, 3)), ((25, 2),))]
    assert Pairs(people, 30).among((0, 1)) == disagreement(people[:2], 30)


Units = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=4)


@given(Units, Units)
def test_those_who_say_the_same_agree(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    same = disagreement([Observer(units(*one), 40)] * 2, 40)
    assert same.observed == 0
    assert alpha_u(same) == (1 if one else None)
    there = alpha_u(disagreement([Observer(units(*one), 40), Observer(units(*other), 40)], 40))
    back = alpha_u(disagreement([Observer(units(*other), 40), Observer(units(*one), 40)], 40))
    assert there == (back if back is None else pytest.approx(back))
    assert there is None or there <= 1
