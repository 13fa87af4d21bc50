"""Which of one reading's annotations answer to which of another's: the pairing that has most in common as a whole.

Pairs are chosen together, not one after the other: taking the best pair first can leave two others without any.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from annotator.core.spans import Span

_Row = TypeVar("_Row", bound=Hashable)
_Column = TypeVar("_Column", bound=Hashable)

_MOST = 100
"""More than this many annotations that all overlap each other are paired one by one, the best pair first."""


def likeness(one: Sequence[Span], other: Sequence[Span]) -> float:
    """How much two sets of disjoint stretches have in common: shared characters of all that either has, 0 to 1."""
    shared = 0
    for start, end in one:
        for begin, finish in other:
            shared += max(0, min(end, finish) - max(start, begin))
    if not shared:
        return 0.0
    return shared / (sum(end - start for start, end in (*one, *other)) - shared)


def best_pairs(weights: Mapping[tuple[_Row, _Column], float]) -> list[tuple[_Row, _Column]]:
    """Pairs, none with a row or a column of another's, whose weights (above 0) have the greatest sum.

    The same weights in the same order give the same pairs.
    """
    pairs: list[tuple[_Row, _Column]] = []
    for part in _parts(weights):
        if len(part) == 1:
            pairs += part
        else:
            pairs += _paired(part, weights)
    return pairs


def _parts(pairs: Iterable[tuple[_Row, _Column]]) -> list[list[tuple[_Row, _Column]]]:
    """The pairs in parts that have no row and no column in common."""
    ordered = list(pairs)
    columns: dict[_Row, list[_Column]] = defaultdict(list)
    rows: dict[_Column, list[_Row]] = defaultdict(list)
    for row, column in ordered:
        columns[row].append(column)
        rows[column].append(row)
    part_of: dict[_Row, int] = {}
    seen: set[_Column] = set()
    parts: list[list[tuple[_Row, _Column]]] = []
    for first in columns:
        if first in part_of:
            continue
        waiting = [first]
        while waiting:
            row = waiting.pop()
            if row not in part_of:
                part_of[row] = len(parts)
                for column in columns[row]:
                    if column not in seen:
                        seen.add(column)
                        waiting += rows[column]
        parts.append([])
    for row, column in ordered:
        parts[part_of[row]].append((row, column))
    return parts


def _paired(
    part: Sequence[tuple[_Row, _Column]], weights: Mapping[tuple[_Row, _Column], float]
) -> list[tuple[_Row, _Column]]:
    rows, columns = list(dict.fromkeys(row for row, _ in part)), list(dict.fromkeys(column for _, column in part))
    if max(len(rows), len(columns)) > _MOST:
        return _one_by_one(part, weights)
    costs = [[-weights.get((row, column), 0.0) for column in columns] for row in rows]
    if len(rows) > len(columns):
        found = [(at, to) for to, at in enumerate(_assigned([list(column) for column in zip(*costs, strict=True)]))]
    else:
        found = list(enumerate(_assigned(costs)))
    return [(rows[at], columns[to]) for at, to in sorted(found) if (rows[at], columns[to]) in weights]


def _one_by_one(
    part: Sequence[tuple[_Row, _Column]], weights: Mapping[tuple[_Row, _Column], float]
) -> list[tuple[_Row, _Column]]:
    pairs: list[tuple[_Row, _Column]] = []
    rows: set[_Row] = set()
    columns: set[_Column] = set()
    for pair in sorted(part, key=lambda pair: -weights[pair]):
        if pair[0] not in rows and pair[1] not in columns:
            pairs.append(pair)
            rows.add(pair[0])
            columns.add(pair[1])
    return pairs


def _assigned(costs: Sequence[Sequence[float]]) -> list[int]:
    """For each row its column, so that the costs have the smallest sum; there are at least as many columns as rows.

    The Hungarian method with potentials (Kuhn 1955, Munkres 1957); row by row, along the shortest augmenting path.
    """
    width = len(costs[0])
    of_rows, of_columns = [0.0] * (len(costs) + 1), [0.0] * (width + 1)
    row_of = [0] * (width + 1)  # counted from 1; column 0 holds the row that is being placed
    for row in range(1, len(costs) + 1):
        row_of[0] = row
        at, before = 0, [0] * (width + 1)
        least, used = [float("inf")] * (width + 1), [False] * (width + 1)
        while row_of[at]:
            used[at] = True
            at = _step(costs[row_of[at] - 1], at, row_of, (of_rows, of_columns), (least, before, used))
        while at:
            row_of[at], at = row_of[before[at]], before[at]
    column_of = [0] * len(costs)
    for column in range(1, width + 1):
        if row_of[column]:
            column_of[row_of[column] - 1] = column - 1
    return column_of


def _step(
    costs: Sequence[float],
    at: int,
    row_of: Sequence[int],
    potentials: tuple[list[float], list[float]],
    path: tuple[list[float], list[int], list[bool]],
) -> int:
    """One column further along the path; returns it."""
    of_rows, of_columns = potentials
    least, before, used = path
    own = of_rows[row_of[at]]
    nearest, shortest = 0, float("inf")
    for column in range(1, len(used)):
        if used[column]:
            continue
        reduced = costs[column - 1] - own - of_columns[column]
        if reduced < least[column]:
            least[column], before[column] = reduced, at
        if least[column] < shortest:
            nearest, shortest = column, least[column]
    for column, is_used in enumerate(used):
        if is_used:
            of_rows[row_of[column]] += shortest
            of_columns[column] -= shortest
        else:
            least[column] -= shortest
    return nearest
