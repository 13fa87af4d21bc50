"""alpha_U: agreement on where units begin and end on a continuum, chance corrected.

The variant of Krippendorff (2004), Content Analysis, 2nd edition, chapter 11 (after Krippendorff 1995, On the
reliability of unitizing contiguous data). The four coefficients of Krippendorff et al. (2016) are other ones.

One category at a time: each observer's text is cut into units and the gaps between them. A unit that overlaps units of
another observer differs from each by the squares of what lies between their begins and between their ends; one that
lies in a gap differs by the square of its length. Texts of a collection are continua of their own: what was observed
and what chance would give are each added over them before one is divided by the other. For one text this is the formula
as printed.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations

from annotator.core.spans import Span


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What was observed and what chance would give, summed over pairs of observers; `units` is how many there are."""

    observed: float
    expected: float
    units: int

    def __add__(self, other: "Disagreement") -> "Disagreement":
        return Disagreement(self.observed + other.observed, self.expected + other.expected, self.units + other.units)


NO_UNITS = Disagreement(0, 0, 0)


class Observer:
    """One person's units of one category on a text of `length` characters, and what is needed of the gaps between."""

    def __init__(self, units: Iterable[Span], length: int) -> None:
        self.units = merged(units)
        lengths = [end - start for start, end in self.units]
        self.lengths = lengths
        self.cubes = sum(2 * one**3 - 3 * one**2 + one for one in lengths) / 3
        self.pairs = sum(one * (one - 1) for one in lengths)
        starts, ends = [start for start, _ in self.units], [end for _, end in self.units]
        self._gaps = sorted(
            start - end for end, start in zip((0, *ends), (*starts, length), strict=True) if start > end
        )
        self._sums = (0, *accumulate(self._gaps))

    def places(self, length: int) -> int:
        """In how many ways a unit of this length fits into the gaps."""
        first = bisect_left(self._gaps, length)
        return self._sums[-1] - self._sums[first] - (length - 1) * (len(self._gaps) - first)


def merged(units: Iterable[Span]) -> list[Span]:
    """Units in the order of the text; overlapping ones are one, touching ones stay apart."""
    found: list[Span] = []
    for start, end in sorted(units):
        if found and start < found[-1].end_char:
            found[-1] = Span(found[-1].start_char, max(end, found[-1].end_char))
        else:
            found.append(Span(start, end))
    return found


def distance(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How much the units of two observers differ, in squared characters."""
    apart, at = 0, 0
    met = [False] * len(other)
    for start, end in one:
        while at < len(other) and other[at].end_char <= start:
            at += 1
        alone, further = True, at
        while further < len(other) and other[further].start_char < end:
            there = other[further]
            apart += (start - there.start_char) ** 2 + (end - there.end_char) ** 2
            met[further], alone = True, False
            further += 1
        if alone:
            apart += (end - start) ** 2
    return apart + sum((end - start) ** 2 for (start, end), seen in zip(other, met, strict=True) if not seen)


def disagreement(observers: Sequence[Observer], length: int) -> Disagreement:
    """What is observed and expected among two observers or more of a text with this many characters."""
    return Pairs(observers, length).among(range(len(observers)))


class Pairs:
    """The observers of one text and what lies between each two, so that any group of them can be asked about."""

    def __init__(self, observers: Sequence[Observer], length: int) -> None:
        self._observers, self._length = observers, length
        self._apart = {
            (one, other): distance(observers[one].units, observers[other].units)
            for one, other in combinations(range(len(observers)), 2)
        }
        self._fits = [
            [sum(size * size * there.places(size) for size in one.lengths) for there in observers] for one in observers
        ]

    def among(self, group: Sequence[int]) -> Disagreement:
        """The disagreement within a group of two or more."""
        people = [self._observers[one] for one in group]
        units = sum(len(one.units) for one in people)
        if not units or len(people) < 2:
            return NO_UNITS
        apart = sum(self._apart[pair] for pair in combinations(group, 2))
        fits = sum(self._fits[one][other] for one in group for other in group)
        by_chance = (units - 1) * sum(one.cubes for one in people) + fits
        characters = len(people) * self._length
        possible = characters * (characters - 1) - sum(one.pairs for one in people)
        expected = 2 * characters * by_chance / possible if possible else 0.0
        return Disagreement(2 * apart / (len(people) - 1), expected, units)


def alpha_u(found: Disagreement) -> float | None:
    """The coefficient; None without units, 0 where what there is has no length."""
    if not found.units:
        return None
    if not found.expected:
        return 0.0
    return 1 - found.observed / found.expected
