"""Points in time as pages and files write them for machines, brought to ISO 8601 and no more exact than they were."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"\s*(\d{4})(?:-(\d\d)-(\d\d)|(\d\d)(\d\d))"
    r"(?:[T ]\s*(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?(?!\d)"
)
_DAY_FIRST = re.compile(r"\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:[ ,]+(\d\d)[:.](\d\d))?(?!\d)")
_YEAR_FIRST = re.compile(r"\s*(\d{4})[/.年]\s?(\d{1,2})[/.月]\s?(\d{1,2})日?(?:\s*(\d\d):(\d\d))?(?!\d)")
_SECONDS = re.compile(r"\s*(\d{10})(?:\d{3})?\s*")
_EARLIEST, _LATEST = 1700, 2100
_LONGEST = 60


def iso_time(text: str) -> str:
    """A point in time in ISO 8601, with its zone when it is told; "" for what is none or could be several.

    "2025-07-04T21:35:07.5+0700" becomes "2025-07-04T21:35:07+07:00", "4.7.2025" becomes "2025-07-04".
    """
    text = text[:_LONGEST]
    try:
        return _iso(text) or _written(text) or _mailed(text)
    except (ValueError, OverflowError):
        return ""


def _iso(text: str) -> str:
    found = _ISO.match(text)
    if found is None:
        return ""
    year, month, day, month_packed, day_packed, hour, minute, second, zone = found.groups()
    when = _day(int(year), int(month or month_packed), int(day or day_packed))
    if hour is None:
        return when.isoformat()
    clock = time(0 if hour == "24" else int(hour), int(minute), min(int(second or 0), 59))
    return _told(datetime.combine(when, clock, _zone(zone)), exact=second is not None)


def _written(text: str) -> str:
    """Figures in the orders that can be no other: 4.7.2025 and 2025/7/4."""
    if found := _DAY_FIRST.match(text):
        day, month, year = map(int, found.groups()[:3])
    elif found := _YEAR_FIRST.match(text):
        year, month, day = map(int, found.groups()[:3])
    else:
        return ""
    when = _day(year, month, day)
    hour, minute = found.groups()[3:]
    if hour is None:
        return when.isoformat()
    return _told(datetime.combine(when, time(int(hour), int(minute))), exact=False)


def _mailed(text: str) -> str:
    """As in an e-mail, "Fri, 4 Jul 2025 21:35:07 +0700", or the seconds since 1970."""
    if found := _SECONDS.fullmatch(text):
        return _told(datetime.fromtimestamp(int(found.group(1)), UTC), exact=True)
    try:
        when = parsedate_to_datetime(text)
    except (TypeError, IndexError):  # what Python's own parser says of some texts
        return ""
    _day(when.year, when.month, when.day)
    return _told(when, exact=True)


def _day(year: int, month: int, day: int) -> date:
    """Raises ValueError for what stands where nobody filled in a date."""
    if not _EARLIEST <= year <= _LATEST or (year, month, day) == (1970, 1, 1):
        raise ValueError(year)
    return date(year, month, day)


def _zone(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text[0] not in "+-":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[3:].lstrip(":") or 0)
    return timezone(timedelta(minutes=minutes if text[0] == "+" else -minutes))


def _told(when: datetime, exact: bool) -> str:
    return when.isoformat(timespec="seconds" if exact else "minutes")
