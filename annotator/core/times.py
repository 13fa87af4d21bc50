"""Times as an article's details hold them: ISO 8601, a day or a moment, with its zone where that is known."""

import re
from datetime import date, datetime
from functools import lru_cache

_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?) ?(Z|z|[+-]\d\d(?::?\d\d)?)?)?", re.ASCII
)
_MINUTES = len("21:35")
_WAYS = "a day like 2025-07-04, or a day and a time like 2025-07-04 21:35 or 2025-07-04T21:35:00+07:00"


def iso_time(words: str) -> str | None:
    """The day or moment that the words are, as ISO 8601 ("2025-07-04T21:35:00+07:00"); None when they are none.

    A day stays a day, a minute a minute, and a moment without a zone stays without one; fractions of a second
    are dropped.
    """
    match = _ISO.fullmatch(words.strip())
    if match is None:
        return None
    day, clock, zone = match.groups()
    if clock is None:
        return day if _is_day(day) else None
    moment = _moment(f"{day}T{re.split('[.,]', clock)[0]}{_zone(zone)}")
    return None if moment is None else moment.isoformat(timespec="minutes" if len(clock) == _MINUTES else "seconds")


def time_refusal(words: str) -> str:
    """What to say of words that are no time: which kinds of them there are."""
    return f"“{words[:60].strip()}” is no date; write {_WAYS}."


@lru_cache(maxsize=1024)
def moment_of(iso: str) -> datetime | None:
    """The moment that an ISO time is, with a zone: the computer's own where it names none; a day is its beginning.

    None for what is no time or lies outside what the system can reckon with.
    """
    known = iso_time(iso)
    if known is None:
        return None
    moment = datetime.fromisoformat(known)
    try:
        return moment if moment.tzinfo else moment.astimezone()
    except (OverflowError, OSError, ValueError):
        return None


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone in "Zz":
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _moment(iso: str) -> datetime | None:
    try:
        return datetime.fromisoformat(iso)
    except ValueError:
        return None
