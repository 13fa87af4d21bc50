"""Days and moments are kept as exact as they were, and nothing else is taken for one."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.times import iso_time, moment_of, time_refusal

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2025-07-04", "2025-07-04"),
        (" 2025-07-04 ", "2025-07-04"),
        ("2025-07-04 21:35", "2025-07-04T21:35"),
        ("2025-07-04T21:35:10.125Z", "2025-07-04T21:35:10+00:00"),
        ("2025-07-04T21:35:00+0700", "2025-07-04T21:35:00+07:00"),
        ("2025-07-04T21:35:00 -03", "2025-07-04T21:35:00-03:00"),
    ],
)
def test_what_is_a_time(words: str, iso: str) -> None:
    assert iso_time(words) == iso
    assert iso_time(iso) == iso


@pytest.mark.parametrize(
    "words",
    ["", "tomorrow", "2025-02-30", "2025-07-04T25:00", "2025-07-04 21:35 WIB", "04/07/2025", "20250704", "2025-W27-5",
     "2025-07-04T21:35:00+99:00", "２０２５-07-04", "2025-07-04\n2025-07-05"],
)  # fmt: skip
def test_what_is_none(words: str) -> None:
    assert iso_time(words) is None
    assert moment_of(words) is None


@given(st.datetimes(timezones=ZONES | st.none()).map(lambda moment: moment.replace(microsecond=0)))
def test_a_moment_comes_back_with_its_zone(moment: datetime) -> None:
    assert iso_time(moment.isoformat()) == moment.isoformat()


@given(st.text(max_size=40))
def test_no_words_upset_it(words: str) -> None:
    found = iso_time(words)
    assert found is None or iso_time(found) == found
    assert "2025-07-04T21:35:00+07:00" in time_refusal(words)


def test_a_time_without_a_zone_is_local() -> None:
    here = datetime(2025, 7, 4, 21, 35).astimezone()
    assert moment_of("2025-07-04 21:35") == here
    assert moment_of("2025-07-04") == datetime(2025, 7, 4).astimezone()
    assert moment_of("2025-07-04T21:35+07:00") == datetime(2025, 7, 4, 14, 35, tzinfo=UTC)


def test_the_ends_of_time_are_no_reason_to_fall_over() -> None:
    for words in ("0001-01-01", "9999-12-31T23:59:59", "9999-12-31T23:59:59-14:00"):
        assert iso_time(words)
        moment_of(words)
