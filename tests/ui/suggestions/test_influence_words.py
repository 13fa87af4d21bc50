"""The figures of the control arm, in words."""

from annotator.core.suggestion_influence import Arm, Influence, Interval, LabelInfluence
from annotator.core.suggestion_policy import SuggestionPolicy
from annotator.ui.suggestions.influence_words import (
    arm_words,
    difference_words,
    explanations,
    ground_words,
    headings,
    least,
    outcome_words,
    time_words,
)

ARM = Arm(120, 40, Interval(33.3, 25.6, 42.1))
FEW = Arm(12, 4, None)


def influence(more: Interval | None, **origins: int) -> LabelInfluence:
    return LabelInfluence("quote", ARM, FEW, more, origins)


def test_a_rate_has_its_bounds_and_how_many_it_is_of() -> None:
    assert arm_words(ARM) == "33 (26 … 42) · n = 120"
    assert arm_words(FEW) == "too few to judge · n = 12"


def test_a_difference_has_its_sign() -> None:
    assert difference_words(influence(Interval(4.4, -1.2, 10.0))) == "+4 (−1 … +10)"
    assert difference_words(influence(Interval(-0.3, -2.0, 0.2))) == "0 (−2 … 0)"
    assert difference_words(influence(None)) == "too few to judge"


def test_shares_are_told_where_there_are_enough() -> None:
    assert outcome_words(influence(None, accepted=30, rejected=10), "accepted") == "30 (75 %)"
    assert outcome_words(influence(None, accepted=30, rejected=10, manual=7), "manual") == "7"
    assert outcome_words(influence(None, accepted=3), "accepted") == "3"


def test_times_are_told_or_that_there_are_too_few() -> None:
    few = Influence(1, (), None, None, (40, 3))
    assert time_words(few) == "Time for a sentence: too few to judge (40 with suggestions, 3 without)"
    enough = Influence(1, (), Interval(4.12, 3.5, 5), Interval(5.6, 5, 6), (40, 40))
    assert "4.1 (3.5 … 5.0) with suggestions, 5.6 (5.0 … 6.0) without" in time_words(enough)


def test_what_it_was_counted_in() -> None:
    found = Influence(1, ())
    assert ground_words(found, SuggestionPolicy()).startswith("No sentence is hidden")
    assert ground_words(found, SuggestionPolicy(hidden_share=0.1)) == "Counted in 1 article."
    since = SuggestionPolicy(hidden_share=0.1, since="2025-07-04T12:00:00+00:00")
    assert "since" in ground_words(Influence(3, ()), since)
    assert "3 articles" in ground_words(Influence(3, ()), since)
    assert "30" in least()


def test_every_column_has_a_heading_and_an_explanation() -> None:
    assert len(headings()) == len(explanations()) == len(set(headings()))
