"""The fixed words of reports."""

from datetime import datetime, timedelta, timezone

import pytest

from annotator.core.report import Kind
from annotator.core.report_words import ENGLISH, LANGUAGES, printed, printed_moment, words_in
from annotator.errors import NotFound


def test_every_kind_has_a_title_in_every_language() -> None:
    assert all(words.title(kind) for words in LANGUAGES.values() for kind in Kind)


def test_a_language_that_there_is_not_is_refused_with_those_there_are() -> None:
    assert words_in("en") is ENGLISH
    with pytest.raises(NotFound, match="there is en"):
        words_in("xx")


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2026-05-04T21:35:09+07:00", "2026-05-04 21:35 +07:00"),
        ("2026-05-04T21:35Z", "2026-05-04 21:35 UTC"),
        ("2026-05-04", "2026-05-04"),
        ("Senin, 4 Mei", "Senin, 4 Mei"),
    ],
)
def test_times_are_set_apart_to_be_read(iso: str, expected: str) -> None:
    assert printed(iso) == expected


def test_moments_are_printed_in_utc() -> None:
    assert printed_moment(datetime(2026, 5, 4, 3, tzinfo=timezone(timedelta(hours=7)))) == "2026-05-03 20:00 UTC"
