"""GUIDs and times as REFI-QDA files hold them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.refi_names import guid_in, guid_of, moment_in, moment_words
from tests.formats.exchanged import key

GUID = "01900000-0000-7000-8000-000000000064"


def test_a_key_that_is_a_guid_stays_one() -> None:
    assert guid_of(key(100)) == GUID
    assert guid_of(GUID.upper()) == guid_of(f"{{{GUID}}}") == GUID


@given(st.text(max_size=20))
def test_any_key_gives_a_guid_and_always_the_same(words: str) -> None:
    assert guid_in(guid_of(words)) == guid_of(words) == guid_of(words)
    assert len(guid_of(words)) == 36


def test_a_guid_is_read_in_any_spelling() -> None:
    assert guid_in(f"{{{GUID.upper()}}}") == GUID
    assert guid_in(None) == ""
    assert guid_in("mine") == "mine"


def test_a_time_is_told_in_utc_and_whole_seconds() -> None:
    jakarta = timezone(timedelta(hours=7))
    assert moment_words(datetime(2026, 1, 1, 7, 0, 0, 999, tzinfo=jakarta)) == "2026-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2026-01-01T00:00:00Z", datetime(2026, 1, 1, tzinfo=UTC)),
        ("2026-01-01T07:00:00+07:00", datetime(2026, 1, 1, tzinfo=UTC)),
        ("2026-01-01T00:00:00", datetime(2026, 1, 1, tzinfo=UTC)),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_a_time_is_read_or_is_none(words: str | None, moment: datetime | None) -> None:
    assert moment_in(words) == moment
