"""Figures and what they are of."""

import pytest

from annotator.core.agreement.measures import FEW, Figure, Measure, f1, f1_of_shares, mean


def test_a_figure_of_few_things_says_so() -> None:
    assert Figure(Measure.PERCENT, 1.0, FEW - 1).is_of_few
    assert not Figure(Measure.PERCENT, 1.0, FEW).is_of_few
    assert Figure(Measure.PERCENT, 1.0, FEW, annotations=FEW - 1).is_of_few
    assert not Figure(Measure.PERCENT, 1.0, FEW, annotations=FEW).is_of_few


def test_what_is_undefined_takes_no_part_in_a_mean() -> None:
    assert mean([0.5, None, 1.0]) == 0.75
    assert mean([None]) is None


def test_f1_of_the_published_pair() -> None:
    assert f1(28, 57, 50) == pytest.approx(0.5234, abs=5e-5)
    assert f1(0, 0, 0) is None


def test_two_short_spans_in_a_long_one_are_both_met() -> None:
    assert f1_of_shares(2, 2, 1, 1) == 1
    assert f1_of_shares(1, 2, 1, 1) == pytest.approx(2 / 3)
    assert f1_of_shares(0, 2, 0, 1) == f1_of_shares(0, 2, 0, 0) == 0
    assert f1_of_shares(0, 0, 0, 0) is None


def test_the_keys_are_those_of_the_command_line() -> None:
    assert [one.value for one in Measure] == [
        "percent", "kappa_sentence", "fleiss_sentence", "alpha_sentence", "alpha_characters", "alpha_u", "f1_exact",
        "f1_overlap", "f1_characters",
    ]  # fmt: skip
