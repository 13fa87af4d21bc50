"""What is said of details: what cannot be kept, and what only looks wrong."""

from dataclasses import asdict
from datetime import UTC, datetime

import pytest

from annotator.operations.details import Details
from annotator.ui.details.remarks import read_printed, refusals, remarks

NOW = datetime(2025, 7, 4, 12, 0, tzinfo=UTC)


def told(**changes: str) -> dict[str, str]:
    return remarks({name: str(value) for name, value in asdict(Details("Judul")).items()} | changes, NOW)


def test_nothing_is_said_of_what_is_in_order() -> None:
    assert told() == {}
    assert told(published="4 Juli 2025", published_at="2025-07-04", language="id") == {}


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("title", "kata " * 60, "long for a title"),
        ("published", "Senin pagi", "cannot tell which day"),
        ("published_at", "2025-07-05", "in the future"),
        ("published_at", "1825-07-05", "long ago"),
        ("embargo_until", "2025-07-01", "has ended"),
        ("embargo_until", "2090-07-09", "leave the article out until Sunday, July 9, 2090"),
        ("status", "withheld", "Exports leave the article out."),
    ],
)
def test_what_looks_wrong_is_said_under_its_field(name: str, value: str, words: str) -> None:
    (found,) = told(**{name: value}).items()
    assert found[0] == name
    assert words in found[1]


def test_a_printed_day_that_is_another_one_is_told() -> None:
    words = told(published="4 Juli 2025", published_at="2025-07-03", language="id")["published"]
    assert words.startswith("This reads as 2025-07-04")


def test_what_cannot_be_kept_is_refused_under_its_field() -> None:
    found = refusals({"title": "", "url": "berita", "embargo_until": "Senin", "outlet": "Kantor"})
    assert found.keys() == {"title", "url", "embargo_until"}
    assert "needs a title" in found["title"]


@pytest.mark.parametrize(
    ("words", "language", "iso"),
    [
        ("4 Juli 2025 21.35 WIB", "id", "2025-07-04T21:35+07:00"),
        ("July 4, 2025", "id", "2025-07-04"),
        ("4 juillet 2025", "fr", "2025-07-04"),
        ("4 июля 2025", "ru", "2025-07-04"),
        ("4 يوليو 2025", "ar", "2025-07-04"),
        ("2025年7月4日", "zh", "2025-07-04"),
        ("2025-07-04", "unknown", "2025-07-04"),
        ("besok", "id", ""),
    ],
)
def test_months_are_known_by_their_names(words: str, language: str, iso: str) -> None:
    assert read_printed(words, language) == iso
