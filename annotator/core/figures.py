"""Counted things as a table: what a page of statistics shows, and a chart is drawn from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

MINUTES = (1, 2, 5, 10, 20, 40)
"""Where one group of reading times ends and the next begins, in minutes."""
PAUSE_SECONDS = 300
"""A longer time between two decisions is a pause, and counts for nothing."""


class Subject(StrEnum):
    """What can be counted."""

    LABELS = "labels"
    SOURCES = "sources"
    LANGUAGES = "languages"
    OUTLETS = "outlets"
    MONTHS = "months"
    ANNOTATORS = "annotators"
    COVERAGE = "coverage"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what is counted under `key` ("" where it is unknown), one number for each column."""

    key: str
    title: str
    numbers: tuple[int, ...]

    @property
    def total(self) -> int:
        """All columns together."""
        return sum(self.numbers)


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers by row and column. `columns` are keys: of labels, or of states. `note` says how they were counted."""

    subject: Subject
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""

    @property
    def total(self) -> int:
        """Everything counted."""
        return sum(row.total for row in self.rows)

    def totals(self) -> tuple[int, ...]:
        """Each column's sum."""
        return tuple(sum(row.numbers[at] for row in self.rows) for at in range(len(self.columns)))

    def folded(self, most: int, title: str) -> "Figures":
        """The same with at most so many rows; the smallest ones are one row under this title."""
        if len(self.rows) <= most:
            return self
        kept = set(sorted(range(len(self.rows)), key=lambda at: -self.rows[at].total)[: most - 1])
        others = [row for at, row in enumerate(self.rows) if at not in kept]
        numbers = tuple(sum(row.numbers[at] for row in others) for at in range(len(self.columns)))
        rows = (*(row for at, row in enumerate(self.rows) if at in kept), Row("", title, numbers))
        return Figures(self.subject, self.columns, rows, self.note)


def figures(
    subject: Subject,
    columns: Sequence[str],
    counts: Mapping[tuple[str, str], int],
    titles: Mapping[str, str],
    *,
    in_order: bool = False,
) -> Figures:
    """A table of counts by (row key, column key): the largest row first, or (`in_order`) by key, the unknown last."""
    keys = dict.fromkeys(row for row, _ in counts)
    rows = [Row(key, titles.get(key, key), tuple(counts.get((key, column), 0) for column in columns)) for key in keys]
    if in_order:
        rows.sort(key=lambda row: (row.key == "", row.key))
    else:
        rows.sort(key=lambda row: (-row.total, row.title.casefold(), row.key))
    return Figures(subject, tuple(columns), tuple(row for row in rows if row.total))


def reading_seconds(decisions: Iterable[tuple[str, str, float]]) -> dict[str, float]:
    """How long each article took, from when decisions were made: (annotator, article, time in seconds), by time.

    The time between two decisions of one person counts for the article of the later one, unless it is a pause. The
    first decision after a pause counts for nothing, so that what is told is rather too little than too much.
    """
    last: dict[str, float] = {}
    found: dict[str, float] = {}
    for annotator, article, at in decisions:
        before = last.get(annotator)
        last[annotator] = at
        found.setdefault(article, 0.0)
        if before is not None and 0 <= at - before <= PAUSE_SECONDS:
            found[article] += at - before
    return found


def by_duration(seconds: Iterable[float]) -> list[int]:
    """How many of these times are under 1 minute, under 2, ... and above the last of MINUTES."""
    groups = [0] * (len(MINUTES) + 1)
    for one in seconds:
        groups[next((at for at, minutes in enumerate(MINUTES) if one < 60 * minutes), len(MINUTES))] += 1
    return groups


def median(values: Sequence[float]) -> float | None:
    """The value in the middle, None of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
