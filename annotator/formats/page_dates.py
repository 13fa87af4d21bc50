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
_SLASHED = re.compile(
    r"\s*(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?:[ ,]+(\d{1,2}):(\d\d)(?::\d\d)?(?: ?([ap])\.?m)?)?(?![ ,:]*\d)",
    re.IGNORECASE,
)
_NAMED_DAY = re.compile(
    r"\s*(?:[a-z]{3,9}\.?,? )?(?:(\d{1,2}) ([a-z]{3,9})\.?,?|([a-z]{3,9})\.? (\d{1,2}),?) (\d{4})\s*", re.IGNORECASE
)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_SECONDS = re.compile(r"\s*(\d{10})(?:\d{3})?\s*")
_MOST_MONTHS = 12
_EARLIEST, _LATEST = 1700, 2100
_LONGEST = 60


def iso_time(text: str) -> str:
    """A point in time in ISO 8601, with its zone when it is told; "" for what is none or could be several.

    "2025-07-04T21:35:07.5+0700" becomes "2025-07-04T21:35:07+07:00", "4.7.2025" becomes "2025-07-04".
    """
    text = text[:_LONGEST]
    try:
        return _iso(text) or _written(text) or _slashed(text) or _named(text) or _mailed(text)
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


def _slashed(text: str) -> str:
    """14/3/2025 and 3/14/2025, which can be one day only; 4/3/2025 stays open."""
    found = _SLASHED.match(text)
    if found is None:
        return ""
    first, _, second, year, hour, minute, half = found.groups()
    low, high = sorted((int(first), int(second)))
    if not low <= _MOST_MONTHS < high and low != high:
        return ""
    when = _day(int(year), low, high)
    if hour is None:
        return when.isoformat()
    hours = int(hour) % 12 + (12 if half in "pP" else 0) if half else int(hour)
    return _told(datetime.combine(when, time(hours, int(minute))), exact=False)


def _named(text: str) -> str:
    """A day alone with its month in English, as tables have it: 4 July 2025, Jul 4, 2025."""
    found = _NAMED_DAY.fullmatch(text)
    if found is None:
        return ""
    day, month, month_first, day_second, year = found.groups()
    name = (month or month_first).lower()
    name = name[:3] if name == "sept" else name
    number = next((at for at, whole in enumerate(_MONTHS, 1) if name in (whole, whole[:3])), 0)
    return _day(int(year), number, int(day or day_second)).isoformat() if number else ""


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
