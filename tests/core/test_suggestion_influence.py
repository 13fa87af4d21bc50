"""The comparison of sentences with suggestions and without."""

import random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.suggestion_influence import Reading, measure, median, wilson

QUOTE = frozenset({"quote"})


def readings(articles: int, a_sentence: int, shown: float, hidden: float) -> list[Reading]:
    """Articles whose sentences have a quote at these rates."""
    chance = random.Random(1)
    return [
        Reading(UUID(int=article), side, QUOTE if chance.random() < rate else frozenset(), 2.0 if side else 1.0)
        for article in range(articles)
        for side, rate in ((False, shown), (True, hidden))
        for _ in range(a_sentence)
    ]


def test_a_difference_that_there_is_is_found() -> None:
    (quote,) = measure(readings(40, 10, 0.5, 0.25), {}, ["quote"]).labels
    assert quote.more is not None
    assert quote.shown.rate is not None
    assert quote.shown.rate.low < 50 < quote.shown.rate.high
    assert 0 < quote.more.low < 25 < quote.more.high


def test_where_there_is_none_the_bounds_hold_nought() -> None:
    (quote,) = measure(readings(40, 10, 0.3, 0.3), {}, ["quote"]).labels
    assert quote.more is not None
    assert quote.more.low < 0 < quote.more.high


def test_of_few_sentences_nothing_is_said() -> None:
    found = measure(readings(1, 29, 0.5, 0.5), {}, ["quote"])
    assert found.labels[0].shown.rate is None
    assert found.labels[0].more is None
    assert found.seconds_shown is None
    assert found.labels[0].shown.sentences == 29


def test_of_few_articles_no_difference_is_told() -> None:
    (quote,) = measure(readings(4, 20, 0.5, 0.5), {}, ["quote"]).labels
    assert quote.shown.rate is not None
    assert quote.more is None


def test_of_few_tags_no_difference_is_told() -> None:
    """Resampled, a label that nobody used would differ by nought for sure."""
    made = [one._replace(labels=QUOTE if at < 4 else frozenset()) for at, one in enumerate(readings(9, 10, 0, 0))]
    assert measure(made, {}, ["quote"]).labels[0].more is None
    made[4] = made[4]._replace(labels=QUOTE)
    assert measure(made, {}, ["quote"]).labels[0].more is not None


def test_the_same_sentences_always_give_the_same_figures() -> None:
    made = readings(12, 10, 0.5, 0.25)
    assert measure(made, {}, ["quote"]) == measure(made, {}, ["quote"])


def test_sentences_of_one_article_are_one_case() -> None:
    """Where all of an article's sentences are alike, many of them make nothing surer."""
    alike = [
        Reading(UUID(int=article), side, QUOTE if article % 2 else frozenset())
        for article in range(12)
        for side in (False, True)
        for _ in range(50)
    ]
    (quote,) = measure(alike, {}, ["quote"]).labels
    assert quote.more is not None
    assert quote.more.value == 0
    assert quote.shown.rate is not None


def test_shares_are_of_what_was_answered() -> None:
    outcomes = {"quote": {"accepted": 30, "edited": 6, "rejected": 4, "manual": 100}}
    (quote,) = measure([], outcomes, ["quote"]).labels
    assert quote.share("accepted") == 0.75
    assert measure([], {"quote": {"accepted": 29}}, ["quote"]).labels[0].share("accepted") is None


def test_times_are_medians_of_each_side() -> None:
    found = measure(readings(10, 5, 0.5, 0.5), {}, [])
    assert found.timed == (50, 50)
    assert found.seconds_shown == (1.0, 1.0, 1.0)
    assert found.seconds_hidden == (2.0, 2.0, 2.0)


def test_wilson_as_published() -> None:
    share, low, high = wilson(81, 263)  # Newcombe 1998, table I, method 3
    assert share == pytest.approx(0.3080, abs=1e-4)
    assert low == pytest.approx(0.2553, abs=1e-4)
    assert high == pytest.approx(0.3662, abs=1e-4)


@given(st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_the_share_lies_within_its_bounds(counts: tuple[int, int]) -> None:
    share, low, high = wilson(*counts)
    assert 0 <= low <= share + 1e-12
    assert share <= high + 1e-12 <= 1 + 2e-12


@given(st.lists(st.floats(0, 1000), min_size=30))
def test_the_median_lies_within_its_bounds(values: list[float]) -> None:
    found = median(values)
    assert found is not None
    assert found.low <= found.value <= found.high


def test_it_stops_when_asked() -> None:
    assert measure(readings(2, 30, 0.5, 0.5), {}, ["quote", "claim"], lambda: True).labels == ()
