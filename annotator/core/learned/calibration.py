"""From scores to probabilities (Platt's method), and from which one on something is proposed."""

from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

Scored = tuple[float, bool]
"""A score for a sentence that the model was not made from, and whether the label belongs on it."""

NEVER = 2.0
"""A threshold that no probability reaches: the model abstains."""

_ROUNDS = 60
_FEWEST = 5


class Calibration(NamedTuple):
    """A score's probability is 1 / (1 + exp(-(slope * score + offset)))."""

    slope: float
    offset: float

    def probability(self, score: float) -> float:
        """0..1."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.slope * score + self.offset))))


def fit(scored: Sequence[Scored]) -> Calibration:
    """The calibration under which these outcomes are likeliest: Newton's method on two numbers.

    Outcomes are taken as a little less certain than they are (Platt), which keeps few of them from giving 0 or 1.
    """
    positive = sum(truth for _, truth in scored)
    negative = len(scored) - positive
    high, low = (positive + 1) / (positive + 2), 1 / (negative + 2)
    targets = [(score, high if truth else low) for score, truth in scored]
    slope, offset = 0.0, log((positive + 1) / (negative + 1))
    for _ in range(_ROUNDS):
        step = _newton(targets, slope, offset)
        before, scale = _loss(targets, slope, offset), 1.0
        while scale > 1e-6 and _loss(targets, slope + scale * step[0], offset + scale * step[1]) > before:
            scale /= 2
        slope, offset = slope + scale * step[0], offset + scale * step[1]
        if scale * max(map(abs, step)) < 1e-5:
            break
    return Calibration(max(0.0, slope), offset)


def _newton(targets: Sequence[tuple[float, float]], slope: float, offset: float) -> tuple[float, float]:
    first = second = 0.0
    slope_slope, slope_offset, offset_offset = 1e-6, 0.0, 1e-6
    calibration = Calibration(slope, offset)
    for score, target in targets:
        chance = calibration.probability(score)
        error, weight = target - chance, chance * (1 - chance)
        first += error * score
        second += error
        slope_slope += weight * score * score
        slope_offset += weight * score
        offset_offset += weight
    determinant = slope_slope * offset_offset - slope_offset * slope_offset
    if determinant < 1e-12:
        return 0.0, 0.0
    return (
        (offset_offset * first - slope_offset * second) / determinant,
        (slope_slope * second - slope_offset * first) / determinant,
    )


def _loss(targets: Sequence[tuple[float, float]], slope: float, offset: float) -> float:
    calibration = Calibration(slope, offset)
    total = 0.0
    for score, target in targets:
        chance = min(1 - 1e-12, max(1e-12, calibration.probability(score)))
        total -= target * log(chance) + (1 - target) * log(1 - chance)
    return total


def threshold(chances: Sequence[Scored], precision: float) -> float:
    """From which probability on to propose: of those where at least this share is right, the one with the best F1.

    NEVER where no probability gives a few proposals or more that are right so often.
    """
    ordered = sorted(chances, key=lambda one: -one[0])
    wanted = sum(truth for _, truth in ordered)
    right, best, found = 0, 0.0, NEVER
    for number, (chance, truth) in enumerate(ordered, 1):
        right += truth
        f1 = 2 * right / (number + wanted or 1)
        following = ordered[number][0] if number < len(ordered) else 0.0
        is_last_of_its_kind = number == len(ordered) or following < chance
        if is_last_of_its_kind and number >= _FEWEST and right >= precision * number and f1 > best:
            # Halfway to the next: outcomes that lie far apart leave room for what was never seen.
            halfway = (chance + following) / 2
            best, found = f1, halfway if halfway > following else chance  # two neighbours have nothing between them
    return found
