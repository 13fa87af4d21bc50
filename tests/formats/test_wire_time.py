"""Times as suppliers print them come out as ISO 8601, or as nothing."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.wire_time import printed_time, utc_time


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2025-07-04", "2025-07-04"),
        ("20250704", "2025-07-04"),
        ("20250704T213500+0700", "2025-07-04T21:35:00+07:00"),
        ("20250704T213500Z", "2025-07-04T21:35:00+00:00"),
        ("2025-07-04T21:35:00.123+07:00", "2025-07-04T21:35:00+07:00"),
        ("2025-07-04T21:35", "2025-07-04T21:35:00"),
        ("2025-07-04 21:35:10 -05", "2025-07-04T21:35:10-05:00"),
        ("Fri, 04 Jul 2025 21:35:00 +0700", "2025-07-04T21:35:00+07:00"),
        ("Fri, 04 Jul 2025 21:35:00 GMT", "2025-07-04T21:35:00+00:00"),
        ("4 Jul 2025 21:35 -0000", "2025-07-04T21:35:00+00:00"),
        ("20251399", ""),
        ("2025-02-30", ""),
        ("yesterday", ""),
        ("1" * 10_000, ""),
        ("", ""),
    ],
)
def test_a_printed_time(printed: str, iso: str) -> None:
    assert printed_time(printed) == iso


@given(st.datetimes(min_value=datetime(1000, 1, 2), max_value=datetime(2999, 12, 30), timezones=st.just(UTC)))  # noqa: DTZ001
def test_iso_comes_back(moment: datetime) -> None:
    assert printed_time(utc_time(moment)) == utc_time(moment)


@given(st.text(max_size=80))
def test_anything_is_a_time_or_nothing(printed: str) -> None:
    found = printed_time(printed)
    assert not found or datetime.fromisoformat(found)
