"""The day and time in a dateline as it was printed: “Jumat, 4 Juli 2025 21.35 WIB”, “July 4, 2025 at 9:35 p.m.”.

Only what cannot be meant otherwise is taken: a year of four figures, a month by its name, a day. What figures alone
leave open (4/7/2025) stays open.
"""

import re
from collections.abc import Mapping
from datetime import datetime

_LONGEST = 120
_WORD = re.compile(r"[^\W\d_]+\.?|\d+月")
_FIGURE_MONTH = re.compile(r"\d+月")
_YEAR = re.compile(r"(?<!\d)([12]\d{3})(?!\d)")
_DAY = re.compile(r"(?<![\d:.])([0-3]?\d)(?:st|nd|rd|th|er|º|°|\.|日)?(?![\d:])", re.IGNORECASE)
_CLOCK = re.compile(r"(?<![\d:.])([0-2]?\d)[:.h]([0-5]\d)(?:[:.]([0-5]\d))?(?![\d.])\s*([ap]\.?m\b\.?)?", re.IGNORECASE)
_ZONE = re.compile(r"\b(WIB|WITA|WIT|UTC|GMT|CET|CEST|BST|IST|JST|KST)\b|(?<=[\d ])([+-]\d\d):?(\d\d)\b")
# Names that mean one zone in news; BST and IST each mean several, and leave the time without one.
_ZONES = {
    "WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00", "UTC": "+00:00", "GMT": "+00:00", "CET": "+01:00",
    "CEST": "+02:00", "JST": "+09:00", "KST": "+09:00",
}  # fmt: skip


def printed_time(words: str, months: Mapping[str, int]) -> str:
    """The day, and the time where there is one, as ISO 8601; "" where there is none, or more than one could be meant.

    `months`: how a month is called (small letters, no full stop) -> 1 to 12.
    """
    words = words[:_LONGEST]
    month = _month(words, months)
    years = set(_YEAR.findall(words))
    if month is None or len(years) != 1:
        return ""
    clock = _CLOCK.search(words)
    rest = _YEAR.sub(" ", words if clock is None else words[: clock.start()] + " " + words[clock.end() :])
    days = {int(day) for day in _DAY.findall(_FIGURE_MONTH.sub(" ", _ZONE.sub(" ", rest)))}
    if len(days) != 1:
        return ""
    return _told(int(years.pop()), month, days.pop(), clock, words)


def _month(words: str, months: Mapping[str, int]) -> int | None:
    found = {months[name] for word in _WORD.findall(words) if (name := word.rstrip(".").casefold()) in months}
    return found.pop() if len(found) == 1 else None


def _told(year: int, month: int, day: int, clock: re.Match[str] | None, words: str) -> str:
    try:
        if clock is None:
            return datetime(year, month, day).date().isoformat()  # noqa: DTZ001  only its date is used
        hour, minute, second, half = clock.groups()
        hours = int(hour)
        if half:
            hours = hours % 12 + (12 if half[0] in "pP" else 0)
        moment = datetime(year, month, day, hours, int(minute), int(second or 0))  # noqa: DTZ001  the zone follows
    except ValueError:
        return ""
    return moment.isoformat(timespec="seconds" if second else "minutes") + _zone(words)


def _zone(words: str) -> str:
    found = _ZONE.search(words)
    if found is None:
        return ""
    name, hours, minutes = found.groups()
    return _ZONES.get(name, "") if name else f"{hours}:{minutes}"
