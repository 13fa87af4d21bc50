"""Counts become tables: in order, folded, with times that leave pauses out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.figures import PAUSE_SECONDS, Subject, by_duration, figures, median, reading_seconds

COUNTS = {("a", "claim"): 1, ("b", "quote"): 5, ("c", "claim"): 2, ("c", "quote"): 3, ("", "claim"): 9}


def test_the_largest_row_comes_first_and_rows_are_whole() -> None:
    table = figures(Subject.OUTLETS, ["claim", "quote"], COUNTS, {"a": "Berita", "b": "Anton", "c": "Zeitung"})
    assert [(row.title, row.numbers) for row in table.rows] == [
        ("", (9, 0)), ("Anton", (0, 5)), ("Zeitung", (2, 3)), ("Berita", (1, 0)),
    ]  # fmt: skip
    assert table.total == 20
    assert table.totals() == (12, 8)


def test_months_are_in_their_order_and_the_unknown_is_last() -> None:
    counts = {("2026-02", "claim"): 1, ("", "claim"): 7, ("2025-12", "claim"): 2}
    assert [row.key for row in figures(Subject.MONTHS, ["claim"], counts, {}, in_order=True).rows] == [
        "2025-12", "2026-02", "",
    ]  # fmt: skip


def test_the_smallest_rows_are_folded_into_one() -> None:
    table = figures(Subject.OUTLETS, ["claim", "quote"], COUNTS, {}).folded(3, "others")
    assert [(row.title, row.total) for row in table.rows] == [("", 9), ("b", 5), ("others", 6)]
    assert table.folded(3, "others") == table


def test_a_pause_counts_for_nothing() -> None:
    decisions = [
        ("ana", "x", 0.0), ("ana", "x", 20.0), ("ben", "x", 25.0), ("ana", "y", 50.0),
        ("ana", "y", 50.0 + PAUSE_SECONDS + 1), ("ben", "x", 55.0), ("ana", "y", 60.0 + PAUSE_SECONDS),
    ]  # fmt: skip
    assert reading_seconds(decisions) == {"x": 50.0, "y": 39.0}


def test_an_article_that_was_decided_at_once_took_no_time_that_is_known() -> None:
    assert reading_seconds([("ana", "x", 5.0)]) == {"x": 0.0}


def test_times_are_grouped() -> None:
    assert by_duration([0, 59, 60, 119, 120, 299, 300, 2399, 2400, 9999]) == [2, 2, 2, 1, 0, 1, 2]


@pytest.mark.parametrize(("values", "middle"), [([], None), ([3], 3), ([1, 9], 5), ([9, 1, 2], 2)])
def test_the_value_in_the_middle(values: list[float], middle: float | None) -> None:
    assert median(values) == middle


@given(st.dictionaries(st.tuples(st.text(max_size=2), st.sampled_from("ab")), st.integers(0, 50)), st.integers(2, 5))
def test_folding_and_ordering_lose_nothing(counts: dict[tuple[str, str], int], most: int) -> None:
    table = figures(Subject.SOURCES, "ab", counts, {})
    assert table.total == sum(counts.values())
    folded = table.folded(most, "others")
    assert len(folded.rows) <= max(most, 0) or len(table.rows) <= most
    assert folded.totals() == table.totals()
