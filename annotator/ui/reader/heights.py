"""Where each block of a long document lies, when most heights are only estimates.

Heights are kept in groups with their sums, so that a correction and a look-up both cost the
length of one group and one pass over the groups, never a pass over the document.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_GROUP = 256


class Heights:
    """The heights of all blocks, from top to bottom, in pixels."""

    def __init__(self, heights: Sequence[float]) -> None:
        self._heights = list(heights)
        self._sums = [sum(self._heights[at : at + _GROUP]) for at in range(0, len(self._heights), _GROUP)]
        self._tops: list[float] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> float:
        return self._heights[index]

    def __setitem__(self, index: int, height: float) -> None:
        change = height - self._heights[index]
        if change:
            self._heights[index] = height
            self._sums[index // _GROUP] += change
            self._tops = None

    @property
    def total(self) -> float:
        """Height of everything."""
        return self._group_tops()[-1]

    def top(self, index: int) -> float:
        """Height of everything above a block; `len(self)` gives the total."""
        if index >= len(self._heights):
            return self.total
        group = index // _GROUP
        return self._group_tops()[group] + sum(self._heights[group * _GROUP : index])

    def at(self, y: float) -> int:
        """The block that lies at a height; the first or last one beyond the ends. There must be one."""
        tops = self._group_tops()
        group = min(max(0, bisect_right(tops, y) - 1), len(self._sums) - 1)
        first = group * _GROUP
        ends = list(accumulate(self._heights[first : first + _GROUP], initial=tops[group]))
        return min(max(first, first + bisect_right(ends, y) - 1), first + len(ends) - 2)

    def _group_tops(self) -> list[float]:
        if self._tops is None:
            self._tops = list(accumulate(self._sums, initial=0.0))
        return self._tops
