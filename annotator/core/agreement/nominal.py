"""Agreement of several people on items that each gave one value: percent, Cohen's and Fleiss' kappa, alpha.

Every coefficient is worked out from sums over items, so that the sums of many articles can be added.

Sources: Cohen (1960), A coefficient of agreement for nominal scales. Fleiss (1971), Measuring nominal scale agreement
among many raters. Krippendorff (2011), Computing Krippendorff's alpha-reliability.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import permutations
from typing import Any

Items = Mapping[tuple[Any, ...], int]
"""How many items there are on which the people, in one order, gave these values; None where somebody gave none."""
Distance = Callable[[Any, Any], float]


def counted(items: Iterable[Sequence[Any]]) -> Counter[tuple[Any, ...]]:
    """Items one by one -> how many there are of each pattern."""
    return Counter(map(tuple, items))


@dataclass(slots=True)
class Sums:
    """What the coefficients of any number of people follow from. Only items with two values or more count.

    Attributes:
        items: how many.
        shares: the share of agreeing pairs in each item, summed.
        same: agreeing ordered pairs, each item's weighted by 1 / (its values - 1), summed.
        values: how often each value was given.

    """

    items: float = 0
    shares: float = 0
    same: float = 0
    values: Counter[Any] = field(default_factory=Counter)

    @classmethod
    def of(cls, items: Items) -> "Sums":
        """Sum items up."""
        sums = cls()
        for pattern, number in items.items():
            people, agreeing, given = _summed(pattern)
            if people < 2:
                continue
            sums.items += number
            sums.shares += number * agreeing / (people * (people - 1))
            sums.same += number * agreeing / (people - 1)
            for value, count in given:
                sums.values[value] += number * count
        return sums


@lru_cache(maxsize=4096)
def _summed(pattern: tuple[Any, ...]) -> tuple[int, int, tuple[tuple[Any, int], ...]]:
    """How many gave a value, how many ordered pairs of them agree, and who gave what; few patterns come often."""
    given = Counter(value for value in pattern if value is not None)
    return given.total(), sum(count * (count - 1) for count in given.values()), tuple(given.items())


@dataclass(slots=True)
class PairSums:
    """What Cohen's kappa of two people follows from: items both judged, those agreed on, and the values of each."""

    items: float = 0
    agreed: float = 0
    left: Counter[Any] = field(default_factory=Counter)
    right: Counter[Any] = field(default_factory=Counter)

    @classmethod
    def of(cls, items: Items, one: int = 0, other: int = 1) -> "PairSums":
        """Sum up what two of the people say."""
        sums = cls()
        for pattern, number in items.items():
            left, right = pattern[one], pattern[other]
            if left is None or right is None:
                continue
            sums.items += number
            sums.agreed += number * (left == right)
            sums.left[left] += number
            sums.right[right] += number
        return sums

    def together(self) -> Sums:
        """The same as sums over any number of people."""
        return Sums(self.items, self.agreed, 2 * self.agreed, self.left + self.right)


def chance_corrected(observed: float, expected: float) -> float | None:
    """(observed - expected) / (1 - expected); None where chance alone would agree on everything."""
    return None if _is_one(expected) else (observed - expected) / (1 - expected)


def percent(sums: Sums) -> float | None:
    """The share of pairs of values that are the same, 0..1; for two people the share of items they agree on."""
    return sums.shares / sums.items if sums.items else None


def cohen(sums: PairSums) -> float | None:
    """Cohen's kappa. None without items, and where both gave one and the same value to all (Pe = 1)."""
    if not sums.items:
        return None
    expected = sum(count * sums.right[value] for value, count in sums.left.items()) / sums.items**2
    return chance_corrected(sums.agreed / sums.items, expected)


def fleiss(sums: Sums) -> float | None:
    """Fleiss' kappa; for two people Scott's pi. Where not all judged all items, each item counts with those who did."""
    given = sums.values.total()
    if not sums.items or not given:
        return None
    expected = sum(count * count for count in sums.values.values()) / given**2
    return chance_corrected(sums.shares / sums.items, expected)


def krippendorff(sums: Sums) -> float | None:
    """Krippendorff's alpha for values without an order; None where there is only one value, or nothing to pair."""
    given = sums.values.total()
    by_chance = given**2 - sum(count * count for count in sums.values.values())
    if by_chance <= 0:
        return None
    return 1 - (given - 1) * (given - sums.same) / by_chance


def krippendorff_by_distance(items: Items, distance: Distance) -> float | None:
    """Krippendorff's alpha for values that are more or less far apart (see the distances below)."""
    observed: float = 0
    values: Counter[Any] = Counter()
    for pattern, number in items.items():
        given = [value for value in pattern if value is not None]
        if len(given) < 2:
            continue
        apart = sum(distance(one, other) for one, other in permutations(given, 2))
        observed += number * apart / (len(given) - 1)
        for value in given:
            values[value] += number
    by_chance = sum(values[one] * values[other] * distance(one, other) for one, other in permutations(values, 2))
    return 1 - (values.total() - 1) * observed / by_chance if by_chance else None


def interval_distance(one: float, other: float) -> float:
    """For numbers: the square of what is between them."""
    return (one - other) ** 2


def ratio_distance(one: float, other: float) -> float:
    """For numbers with a true zero: relative to their sum."""
    return ((one - other) / (one + other)) ** 2 if one + other else 0.0


def ordinal_distance(items: Items) -> Distance:
    """For ranks: how many values, of all that were given, lie between two of them."""
    given: Counter[Any] = Counter()
    for pattern, number in items.items():
        present = [value for value in pattern if value is not None]
        for value in present if len(present) > 1 else ():
            given[value] += number

    def distance(one: Any, other: Any) -> float:
        low, high = min(one, other), max(one, other)
        between = sum(count for value, count in given.items() if low <= value <= high)
        return float(between - (given[one] + given[other]) / 2) ** 2

    return distance


def _is_one(expected: float) -> bool:
    return abs(1 - expected) < 1e-12
