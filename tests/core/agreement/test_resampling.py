"""Intervals by drawing articles anew."""

import pytest

from annotator.core.agreement.counting import EVERYBODY, Counts
from annotator.core.agreement.measures import Interval
from annotator.core.agreement.resampling import LEAST_ARTICLES, Draws, intervals
from annotator.errors import Cancelled

KEY = ("claim", "x")


def sums(*values: float) -> list[Counts]:
    return [{EVERYBODY: {KEY: value, ("claim", "y"): 1}} for value in values]


def share(counts: Counts) -> list[float | None]:
    there = counts.get(EVERYBODY, {})
    return [there[KEY] / there["claim", "y"] if there else None, None]


def test_a_draw_is_the_sum_of_as_many_articles() -> None:
    draws = Draws(sums(1, 10, 100, 1000))
    for _ in range(20):
        counts = draws.draw()[EVERYBODY]
        assert counts["claim", "y"] == 4
        digits = [int(digit) for digit in str(round(counts[KEY]))]
        assert sum(digits) == 4


def test_what_is_no_whole_number_comes_back_as_it_was() -> None:
    assert Draws(sums(0.3, 0.3)).draw()[EVERYBODY][KEY] == pytest.approx(0.6, rel=1e-6)
    assert Draws(sums(1e17 / 3, 1e17 / 3)).draw()[EVERYBODY][KEY] == pytest.approx(2e17 / 3, rel=1e-6)


def test_articles_that_are_alike_leave_no_doubt() -> None:
    assert intervals(sums(*[0.5] * 10), share) == [Interval(0.5, 0.5), None]


def test_the_interval_lies_around_the_figure_and_is_the_same_every_time() -> None:
    values = [at / 20 for at in range(20)]
    (found, _) = intervals(sums(*values), share)
    assert found is not None
    assert 0.3 < found.low < 0.475 < found.high < 0.65
    assert intervals(sums(*values), share)[0] == found


def test_few_articles_have_none() -> None:
    assert intervals(sums(*range(LEAST_ARTICLES - 1)), share) == [None, None]
    assert intervals([], share) == [None, None]


def test_it_can_be_stopped() -> None:
    def stop(done: int, total: int) -> None:
        assert (done, total) == (1, 1000)
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        intervals(sums(*range(9)), share, step=stop)
