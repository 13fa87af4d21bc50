"""Points in time as machines write them: one form, no more exact than they were, and none made up."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.page_dates import iso_time

FIRST = datetime(1971, 1, 1)  # noqa: DTZ001  strategies want it without a zone


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2025-07-04", "2025-07-04"),
        ("20250704", "2025-07-04"),
        ("2025-07-04T21:35", "2025-07-04T21:35"),
        ("2025-07-04T21:35:07Z", "2025-07-04T21:35:07+00:00"),
        ("2025-07-04T21:35:07.123456+07:00", "2025-07-04T21:35:07+07:00"),
        ("2025-07-04T21:35:07-0330", "2025-07-04T21:35:07-03:30"),
        ("2025-07-04 21:35:07 +02", "2025-07-04T21:35:07+02:00"),
        (" 2025-07-04 21:35:07 UTC", "2025-07-04T21:35:07+00:00"),
        ("2025-07-04T21:35:60Z[UTC]", "2025-07-04T21:35:59+00:00"),
        ("Fri, 04 Jul 2025 21:35:07 +0700", "2025-07-04T21:35:07+07:00"),
        ("4.7.2025", "2025-07-04"),
        ("04.07.2025, 21:35 Uhr", "2025-07-04T21:35"),
        ("2025/7/4 21:35", "2025-07-04T21:35"),
        ("2025年7月4日", "2025-07-04"),
        ("14/3/2025", "2025-03-14"),
        ("3/14/2025", "2025-03-14"),
        ("14-03-2025, 21:35", "2025-03-14T21:35"),
        ("4/4/2025", "2025-04-04"),
        ("3/14/2025 9:35 PM", "2025-03-14T21:35"),
        ("3/14/2025 12:05:09 a.m.", "2025-03-14T00:05"),
        ("4 July 2025", "2025-07-04"),
        ("Friday, July 4, 2025", "2025-07-04"),
        ("Sept. 4, 2025", "2025-09-04"),
        ("4 Jul 2025 21:35", "2025-07-04T21:35:00"),
        ("1751664907", "2025-07-04T21:35:07+00:00"),
        ("1751664907123", "2025-07-04T21:35:07+00:00"),
    ],
)
def test_forms_that_mean_one_thing(written: str, iso: str) -> None:
    assert iso_time(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "",
        "today",
        "4/7/2025",  # July or April
        "14/13/2025",
        "4/7-2025",
        "4 marraskuu 2025",  # November in Finnish
        "31 June 2025",
        "2025-13-04",
        "2025-02-30",
        "31.2.2025",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "9999-12-31",
        "2025-07-04T99:00",
        "99999999999999",
        "2025-07-041",
        "٢٠٢٥-٠٧",
        "Fri, 99 Jul 2025",
        "2025-07-04T21:35:07+99:00",
    ],
)
def test_what_is_none_or_could_be_several_is_left_open(written: str) -> None:
    assert iso_time(written) == ""


@given(st.datetimes(FIRST, FIRST.replace(year=2099), timezones=st.timezones()))
def test_every_time_in_iso_comes_back(when: datetime) -> None:
    offset = when.utcoffset()
    if offset is not None and offset.total_seconds() % 60 == 0:
        assert iso_time(when.isoformat()) == when.isoformat(timespec="seconds")


@given(st.text() | st.from_regex(r"\A[\d:.TZ+/ -]{0,40}\Z") | st.from_regex(r"\A\w{3}, \d+ Jul \d+ [\d:]* [+-]\d*\Z"))
def test_any_text_gives_a_time_or_nothing(text: str) -> None:
    iso = iso_time(text)
    if iso:
        datetime.fromisoformat(iso)
