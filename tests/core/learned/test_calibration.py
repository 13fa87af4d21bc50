"""Scores become probabilities that mean what they say."""

import random
from math import nextafter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.learned.calibration import NEVER, Calibration, fit, threshold


def test_a_probability_is_how_often_it_is_so() -> None:
    dice = random.Random(4)
    true = Calibration(1.7, -0.6)
    scores = [dice.uniform(-4, 4) for _ in range(4000)]
    found = fit([(score, dice.random() < true.probability(score)) for score in scores])
    assert found.slope == pytest.approx(true.slope, rel=0.15)
    assert found.offset == pytest.approx(true.offset, abs=0.15)


def test_few_outcomes_make_nothing_certain() -> None:
    calibration = fit([(-1.0, False), (1.0, True)])
    assert 0.05 < calibration.probability(-1.0) < calibration.probability(1.0) < 0.95


@given(st.lists(st.tuples(st.floats(-1e6, 1e6), st.booleans()), max_size=30), st.floats(-1e9, 1e9))
def test_any_outcomes_give_a_probability_that_never_falls(scored: list[tuple[float, bool]], score: float) -> None:
    calibration = fit(scored)
    assert 0 <= calibration.probability(score) <= 1
    assert calibration.probability(score) <= calibration.probability(score + 1)


def test_the_threshold_keeps_to_the_precision() -> None:
    chances = [(0.9, True)] * 8 + [(0.8, True), (0.8, False)] * 2 + [(0.5, False)] * 20 + [(0.4, True)] * 3
    assert threshold(chances, 0.8) == pytest.approx(0.65)
    assert threshold(chances, 0.9) == pytest.approx(0.85)
    assert threshold(chances, 0.3) == pytest.approx(0.65)


@pytest.mark.parametrize(("least", "next_one"), [(5e-324, 0.0), (nextafter(0.25, 1), 0.25), (1.0, nextafter(1.0, 0))])
def test_probabilities_with_none_between_them_are_told_apart(least: float, next_one: float) -> None:
    chances = [(least, True)] * 6 + [(next_one, False)] * 9
    assert next_one < threshold(chances, 0.9) <= least


def test_what_is_never_right_often_enough_is_never_proposed() -> None:
    assert threshold([(0.9, False)] * 20 + [(0.8, True)] * 4, 0.8) == NEVER
    assert threshold([(0.9, True)] * 4, 0.8) == NEVER  # four tell nothing
    assert threshold([], 0.8) == NEVER
    assert max(fit([(1e9, True)] * 9).probability(1e9), 1.0) < NEVER


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=40), st.floats(0.5, 1))
def test_what_reaches_the_threshold_is_right_as_often_as_was_asked(
    chances: list[tuple[float, bool]], precision: float
) -> None:
    least = threshold(chances, precision)
    proposed = [truth for chance, truth in chances if chance >= least]
    assert sum(proposed) >= precision * len(proposed)
