"""What two sequences have in common, in the same order: rare things first, the rest by the fewest edits.

Anything that stands once in both sequences is a landmark (patience diff); between landmarks the shortest
script of edits is looked for (Myers). Both spend from one budget, so that no input can cost more than it
allows: what is left when it is spent counts as having nothing in common.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import pairwise
from typing import NamedTuple

_MOST_EDITS = 256
"""Where two stretches without a landmark differ more than this, they are told as rewritten."""


class Block(NamedTuple):
    """`length` elements from `old` in the first sequence equal those from `new` in the second."""

    old: int
    new: int
    length: int


class Budget:
    """How many steps may still be made: some tenth of a microsecond each."""

    def __init__(self, steps: int) -> None:
        self._left = steps

    def spend(self, steps: int) -> bool:
        """True when there was that much left."""
        self._left -= steps
        return self._left >= 0


class _Range(NamedTuple):
    """A stretch of each sequence, ends excluded."""

    old: int
    old_end: int
    new: int
    new_end: int

    def is_empty(self) -> bool:
        return self.old == self.old_end or self.new == self.new_end


def common_blocks(old: Sequence[Hashable], new: Sequence[Hashable], budget: Budget) -> list[Block]:
    """The blocks that both sequences have in common, in order, disjoint; touching ones are joined."""
    found: list[Block] = []
    waiting = [_Range(0, len(old), 0, len(new))]
    while waiting:
        inner, edges = _without_edges(old, new, waiting.pop())
        found += edges
        if inner.is_empty() or not budget.spend(sum(edge.length for edge in edges) + _size(inner)):
            continue
        if landmarks := _landmarks(old, new, inner):
            found += landmarks
            waiting += _between(inner, landmarks)
        else:
            found += _fewest_edits(old, new, inner, budget)
    return _joined(sorted(found))


def _size(inner: _Range) -> int:
    return inner.old_end - inner.old + inner.new_end - inner.new


def _without_edges(old: Sequence[Hashable], new: Sequence[Hashable], outer: _Range) -> tuple[_Range, list[Block]]:
    """What is left of a range without the equal elements at its ends, and these."""
    i, i_end, j, j_end = outer
    while i < i_end and j < j_end and old[i] == new[j]:
        i, j = i + 1, j + 1
    while i < i_end and j < j_end and old[i_end - 1] == new[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
    edges = [Block(outer.old, outer.new, i - outer.old), Block(i_end, j_end, outer.old_end - i_end)]
    return _Range(i, i_end, j, j_end), [edge for edge in edges if edge.length]


def _landmarks(old: Sequence[Hashable], new: Sequence[Hashable], inner: _Range) -> list[Block]:
    """What stands exactly once in both ranges, as many as are in the same order in both."""
    once_old = _once(old, inner.old, inner.old_end)
    once_new = _once(new, inner.new, inner.new_end)
    pairs = [(at, once_new[element]) for element, at in once_old.items() if element in once_new]
    return [Block(i, j, 1) for i, j in _rising(pairs)]


def _once(elements: Sequence[Hashable], start: int, end: int) -> dict[Hashable, int]:
    counts = Counter(elements[start:end])
    return {elements[at]: at for at in range(start, end) if counts[elements[at]] == 1}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of pairs, sorted by the first, whose second rises too."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [j]
        last[at : at + 1] = [index]
    chain: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _between(inner: _Range, landmarks: list[Block]) -> list[_Range]:
    """The ranges before, between and after landmarks."""
    fence = [Block(inner.old - 1, inner.new - 1, 1), *landmarks, Block(inner.old_end, inner.new_end, 1)]
    ranges = (_Range(one.old + 1, two.old, one.new + 1, two.new) for one, two in pairwise(fence))
    return [found for found in ranges if not found.is_empty()]


def _fewest_edits(old: Sequence[Hashable], new: Sequence[Hashable], inner: _Range, budget: Budget) -> list[Block]:
    """Myers' greedy search; nothing when it takes more edits than are worth looking for."""
    height, width = inner.old_end - inner.old, inner.new_end - inner.new
    reached = {1: 0}
    trail: list[dict[int, int]] = []
    for edits in range(min(height + width, _MOST_EDITS) + 1):
        trail.append(dict(reached))
        if not budget.spend(3 * edits + 3):
            return []
        for diagonal in range(-edits, edits + 1, 2):
            below = diagonal == -edits or (diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1])
            x = reached[diagonal + 1] if below else reached[diagonal - 1] + 1
            start = x
            while x < height and x - diagonal < width and old[inner.old + x] == new[inner.new + x - diagonal]:
                x += 1
            reached[diagonal] = x
            if not budget.spend(x - start):
                return []
            if x >= height and x - diagonal >= width:
                return _walked_back(trail, inner, height, width)
    return []


def _walked_back(trail: list[dict[int, int]], inner: _Range, x: int, y: int) -> list[Block]:
    """The diagonals of the way that `_fewest_edits` has found, from its end to its start."""
    blocks: list[Block] = []
    for edits in range(len(trail) - 1, -1, -1):
        reached, diagonal = trail[edits], x - y
        below = diagonal == -edits or (diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1])
        former = diagonal + 1 if below else diagonal - 1
        from_x = max(reached[former], 0)
        from_y = max(from_x - former, 0)
        length = min(x - from_x, y - from_y)
        if length > 0:
            blocks.append(Block(inner.old + x - length, inner.new + y - length, length))
        x, y = from_x, from_y
    return blocks


def _joined(blocks: list[Block]) -> list[Block]:
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and last.old + last.length == block.old and last.new + last.length == block.new:
            joined[-1] = Block(last.old, last.new, last.length + block.length)
        else:
            joined.append(block)
    return joined
