"""How far figures would move with other articles: intervals by drawing articles anew, with replacement.

Efron (1979), Bootstrap methods. What an article adds to the sums is written as one very long whole number, 64 bits for
each sum, so that a draw of a thousand articles is a thousand additions and no more.
"""

import random
from array import array
from collections.abc import Callable, Iterator, Sequence
from operator import truediv
from sys import byteorder

from annotator.core.agreement.counting import Counts, Group, Key, Sum
from annotator.core.agreement.measures import Interval

DRAWS = 1000
LEAST_ARTICLES = 5
"""With fewer articles than these an interval would say more than is known."""
_OUTSIDE = 0.025  # at each end
_LARGEST = 2**63
_NOTHING: Sum = {}


class Draws:
    """Sums over articles that are drawn anew; the same ones for a seed."""

    def __init__(self, counted: Sequence[Counts], seed: int = 0) -> None:
        self._parts = [_Part(group, counted) for group in dict.fromkeys(group for one in counted for group in one)]
        self._size = 8 * sum(len(part.keys) for part in self._parts)
        self._packed = [
            int.from_bytes(b"".join(part.packed(one) for part in self._parts), byteorder) for one in counted
        ]
        self._chance = random.Random(seed)  # noqa: S311  (figures, no secrets)

    def draw(self) -> Counts:
        """The sums of as many articles as there are, each of which may come several times or never."""
        drawn = sum(self._chance.choices(self._packed, k=len(self._packed)))
        numbers = array("Q", drawn.to_bytes(self._size, byteorder))
        counts: Counts = {}
        first = 0
        for part in self._parts:
            last = first + len(part.keys)
            counts[part.group] = dict(zip(part.keys, map(truediv, numbers[first:last], part.scales), strict=True))
            first = last
        return counts


class _Part:
    """The sums of one group of people: their keys, and by what each is multiplied to be a whole number."""

    def __init__(self, group: Group, counted: Sequence[Counts]) -> None:
        self.group = group
        most: dict[Key, float] = {}
        broken: set[Key] = set()
        for counts in counted:
            for key, number in counts.get(group, _NOTHING).items():
                if number > most.get(key, -1):
                    most[key] = number
                if number != int(number):
                    broken.add(key)
        self.keys = list(most)
        # Sums that are no whole numbers are kept with as many binary places as there is room for.
        self.scales = [_scale(top * len(counted), whole=key not in broken) for key, top in most.items()]

    def packed(self, counts: Counts) -> bytes:
        """An article's sums, 64 bits each."""
        there = counts.get(self.group, _NOTHING)
        numbers = array("Q", bytes(8 * len(self.keys)))
        if there:
            for at, (key, scale) in enumerate(zip(self.keys, self.scales, strict=True)):
                if number := there.get(key):
                    numbers[at] = round(number * scale)
        return numbers.tobytes()


def _scale(most: float, *, whole: bool) -> float:
    """The largest power of two by which a sum can be multiplied."""
    scale = 1.0 if whole else 2.0**30
    while most * scale >= _LARGEST:
        scale /= 2
    return scale


def intervals(
    counted: Sequence[Counts],
    values: Callable[[Counts], Sequence[float | None]],
    draws: int = DRAWS,
    step: Callable[[int, int], None] = lambda _done, _total: None,
) -> list[Interval | None]:
    """For each of the values that `values` works out from sums: where 95 of 100 draws lie.

    None with too few articles, and for values that are undefined in half of the draws. `step` is told how far it is and
    may raise to stop.
    """
    if len(counted) < LEAST_ARTICLES:
        return [None for _ in values({})]
    drawn: list[Sequence[float | None]] = []
    source = Draws(counted)
    for done in range(draws):
        drawn.append(values(source.draw()))
        step(done + 1, draws)
    return [_interval([value for value in column if value is not None], draws) for column in _columns(drawn)]


def _columns(rows: Sequence[Sequence[float | None]]) -> Iterator[tuple[float | None, ...]]:
    yield from zip(*rows, strict=True)


def _interval(found: list[float], draws: int) -> Interval | None:
    if len(found) <= draws / 2:
        return None
    found.sort()
    last = len(found) - 1
    return Interval(found[round(last * _OUTSIDE)], found[round(last * (1 - _OUTSIDE))])
