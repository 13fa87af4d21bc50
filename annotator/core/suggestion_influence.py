"""How far suggestions sway those who see them: sentences where they were shown against those where they stayed hidden.

Which sentences are hidden is drawn, so whatever differs between the two is the suggestions' doing or chance. Compared
are all sentences that were read, with a suggestion or without: where one is hidden there is nothing to choose by.
"""

import math
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

ENOUGH = 30
"""Of fewer sentences nothing is said."""
ENOUGH_ARTICLES = FEWEST_TAGS = 5
_Z = 1.96
_RESAMPLES = 600
_MOST_DRAWN = 400_000
_FEWEST_RESAMPLES = 200
_SEED = 5


class Reading(NamedTuple):
    """One annotator's decisions on one sentence. `seconds` that they took, None where that cannot be told."""

    document_id: UUID
    hidden: bool
    labels: frozenset[str]
    seconds: float | None = None


class Interval(NamedTuple):
    """A figure with the bounds between which the true one lies in 95 of 100 cases."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Arm:
    """One side of the comparison: of `sentences` read so many have the label. `rate` per 100, None for too few."""

    sentences: int
    tagged: int
    rate: Interval | None


@dataclass(frozen=True, slots=True)
class LabelInfluence:
    """What was done with one label.

    `more` is by how many per 100 sentences it was put on more where suggestions were shown, resampled by article;
    None for too few. `origins` counts annotations by their origin, and "rejected" suggestions.
    """

    label: str
    shown: Arm
    hidden: Arm
    more: Interval | None
    origins: Mapping[str, int]

    def share(self, origin: str) -> float | None:
        """The share of this outcome among accepted, edited and rejected suggestions; None for too few."""
        answered = sum(self.origins.get(one, 0) for one in ("accepted", "edited", "rejected"))
        return self.origins.get(origin, 0) / answered if answered >= ENOUGH else None


@dataclass(frozen=True, slots=True)
class Influence:
    """The whole measure. Seconds are medians a sentence, with how many sentences they are of."""

    articles: int
    labels: tuple[LabelInfluence, ...]
    seconds_shown: Interval | None = None
    seconds_hidden: Interval | None = None
    timed: tuple[int, int] = field(default=(0, 0))


def measure(
    readings: Sequence[Reading],
    origins: Mapping[str, Mapping[str, int]],
    labels: Iterable[str],
    cancelled: Callable[[], bool] = lambda: False,
) -> Influence:
    """Hold what was shown against what was hidden, label by label. `origins`: label -> outcome -> how often."""
    found = []
    for label in labels:
        if cancelled():
            break
        shown, hidden = (_arm([one for one in readings if one.hidden is side], label) for side in (False, True))
        more = _difference(readings, label, shown, hidden)
        found.append(LabelInfluence(label, shown, hidden, more, origins.get(label, {})))
    times = [[one.seconds for one in readings if one.hidden is hidden and one.seconds] for hidden in (False, True)]
    return Influence(
        articles=len({one.document_id for one in readings}),
        labels=tuple(found),
        seconds_shown=median(times[0]),
        seconds_hidden=median(times[1]),
        timed=(len(times[0]), len(times[1])),
    )


def wilson(count: int, total: int) -> Interval:
    """A share (0..1) with Wilson's interval."""
    share = count / total
    spread = _Z * math.sqrt(share * (1 - share) / total + _Z * _Z / (4 * total * total))
    middle, scale = share + _Z * _Z / (2 * total), 1 + _Z * _Z / total
    return Interval(share, max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale))


def median(values: Iterable[float]) -> Interval | None:
    """The median, with the bounds that the order of the values gives it; None for too few."""
    ordered = sorted(values)
    number = len(ordered)
    if number < ENOUGH:
        return None
    reach = _Z * math.sqrt(number) / 2
    low, high = max(0, math.floor(number / 2 - reach)), min(number - 1, math.ceil(number / 2 + reach))
    middle = (ordered[(number - 1) // 2] + ordered[number // 2]) / 2
    return Interval(middle, ordered[low], ordered[high])


def _arm(readings: Sequence[Reading], label: str) -> Arm:
    tagged = sum(label in one.labels for one in readings)
    if len(readings) < ENOUGH:
        return Arm(len(readings), tagged, None)
    return Arm(len(readings), tagged, Interval(*(100 * part for part in wilson(tagged, len(readings)))))


def _difference(readings: Iterable[Reading], label: str, shown: Arm, hidden: Arm) -> Interval | None:
    """Resampled by article: what one article is like, all its sentences are."""
    if shown.rate is None or hidden.rate is None or shown.tagged + hidden.tagged < FEWEST_TAGS:
        return None
    counts: dict[UUID, list[int]] = {}
    for one in readings:
        there = counts.setdefault(one.document_id, [0, 0, 0, 0])
        there[2 * one.hidden] += 1
        there[2 * one.hidden + 1] += label in one.labels
    if len(counts) < ENOUGH_ARTICLES:
        return None
    drawn = _resampled(list(counts.values()))
    value = shown.rate.value - hidden.rate.value
    if not drawn:
        return None
    return Interval(value, drawn[int(0.025 * len(drawn))], drawn[min(len(drawn) - 1, int(0.975 * len(drawn)))])


def _resampled(counts: Sequence[Sequence[int]]) -> list[float]:
    """The differences that other articles of the same kind might have shown, in order; the same at every call."""
    chance = random.Random(_SEED)  # noqa: S311 no secret: figures must not move when nothing has changed
    times = min(_RESAMPLES, max(_FEWEST_RESAMPLES, _MOST_DRAWN // len(counts)))
    drawn = []
    for _ in range(times):
        shown, shown_tagged, hidden, hidden_tagged = map(sum, zip(*chance.choices(counts, k=len(counts)), strict=True))
        if shown and hidden:
            drawn.append(100 * (shown_tagged / shown - hidden_tagged / hidden))
    return sorted(drawn)
