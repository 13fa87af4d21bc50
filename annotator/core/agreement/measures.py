"""What is measured, and a measured value with what has to be known of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

FEW = 30
"""Figures of fewer things than this are too few to judge by."""
FEW_ARTICLES = 10
"""Intervals that are drawn from fewer articles than this are narrower than they should be."""


class Measure(StrEnum):
    """Every figure of agreement. The values are those of the command line's JSON."""

    PERCENT = "percent"
    KAPPA_SENTENCE = "kappa_sentence"
    FLEISS_SENTENCE = "fleiss_sentence"
    ALPHA_SENTENCE = "alpha_sentence"
    ALPHA_CHARACTERS = "alpha_characters"
    ALPHA_U = "alpha_u"
    F1_EXACT = "f1_exact"
    F1_OVERLAP = "f1_overlap"
    F1_CHARACTERS = "f1_characters"


BY_SENTENCE = (Measure.PERCENT, Measure.KAPPA_SENTENCE, Measure.FLEISS_SENTENCE, Measure.ALPHA_SENTENCE)
"""Measures that ask of each sentence whether it holds the label."""

ON_TEXT = (Measure.ALPHA_CHARACTERS, Measure.ALPHA_U, Measure.F1_CHARACTERS)
"""Measures that look at single characters of the text; page furniture is none of it."""


class Why(StrEnum):
    """Why a figure cannot be given."""

    NOTHING = "nothing"  # no article was read by two
    UNUSED = "unused"  # nobody has used the label
    ONE_VALUE = "one_value"  # everybody says the same of everything, so that chance explains it all


class Interval(NamedTuple):
    """Between these the figure lies in 95 of 100 draws of articles."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One value. `n` is of how many things: sentences, or for those that look at spans annotations of all readers.

    `value` is None where it is not defined; `why` says why then. `annotations` are those that it rests on, also where
    it counts sentences: of many sentences without the label nobody learns much about it.
    """

    measure: Measure
    value: float | None
    n: int
    why: Why | None = None
    interval: Interval | None = None
    annotations: int | None = None

    @property
    def is_of_few(self) -> bool:
        """True when there is too little to judge by."""
        return self.n < FEW or (self.annotations is not None and self.annotations < FEW)


def mean(values: Sequence[float | None]) -> float | None:
    """The mean of the values that are defined, None without any."""
    defined = [value for value in values if value is not None]
    return sum(defined) / len(defined) if defined else None


def f1(matched: float, one: float, other: float) -> float | None:
    """The harmonic mean of precision and recall; None where neither has anything."""
    return 2 * matched / (one + other) if one + other else None


def f1_of_shares(one_met: float, one: float, other_met: float, other: float) -> float | None:
    """The same where each side has its own matches: precision is one's share that is met, recall the other's."""
    if not one or not other:
        return 0.0 if one or other else None
    precision, recall = one_met / one, other_met / other
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
