"""What a source has claimed, denied or been quoted with, and when."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from annotator.core.spans import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """An annotation that names a source under `kind`, with what is known of its article."""

    annotation_id: UUID
    document_id: UUID
    kind: str
    label: str
    segments: tuple[Span, ...]
    title: str
    outlet: str
    published: str
    published_at: str
    language: str
    loaded_at: datetime

    @property
    def day(self) -> str:
        """The day of publication as ISO 8601, as exact as is known; "" where it is not."""
        return self.published_at[:10]


def by_month(statements: Iterable[Statement]) -> list[tuple[str, Counter[str]]]:
    """How many statements of each label every month has, from the first to the last one without a gap.

    Those whose day is not known, or no more of it than the year, are left out.
    """
    counts: dict[str, Counter[str]] = {}
    for statement in statements:
        if len(statement.day) >= len("2025-07"):
            counts.setdefault(statement.day[:7], Counter())[statement.label] += 1
    if not counts:
        return []
    first, last = (_month_number(month(counts)) for month in (min, max))
    return [(name, counts.get(name, Counter())) for name in map(_month_name, range(first, last + 1))]


def _month_number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _month_name(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
