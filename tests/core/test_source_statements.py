"""Statements by month, without gaps."""

from collections import Counter
from datetime import UTC, datetime

from annotator.core.identity import new_id
from annotator.core.source_statements import Statement, by_month
from annotator.core.spans import Span


def statement(published_at: str, label: str = "claim") -> Statement:
    at = datetime(2026, 1, 2, tzinfo=UTC)
    return Statement(new_id(), new_id(), "attributed_to", label, (Span(0, 1),), "", "", "", published_at, "en", at)


def test_every_month_between_the_first_and_the_last_is_there() -> None:
    days = ("2025-11-30", "2026-02-01T10:00:00+07:00", "2025-11", "2024", "")
    found = by_month([*map(statement, days), statement("2026-02-03", "quote")])
    assert found == [
        ("2025-11", Counter(claim=2)),
        ("2025-12", Counter()),
        ("2026-01", Counter()),
        ("2026-02", Counter(claim=1, quote=1)),
    ]


def test_where_no_day_is_known_there_is_no_timeline() -> None:
    assert by_month([statement(""), statement("2024")]) == []


def test_the_day_is_as_exact_as_is_known() -> None:
    assert [statement(known).day for known in ("2025-07-04T21:35:00+07:00", "2025", "")] == ["2025-07-04", "2025", ""]
