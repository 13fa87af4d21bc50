"""Words, numbers and times as one line of a window shows them."""

import re
from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from annotator.core import language as languages
from annotator.core.directions import is_right_to_left as is_right_to_left  # of this module's names, too
from annotator.core.quotation_marks import MARKS

_SPACES = re.compile(r"\s+")
_MACHINE_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)
_UTC = frozenset({"Z", "z", "+00:00", "+0000", "-00:00"})
# Marks that turn the direction of what follows: in a list they would reorder the whole row.
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def one_line(text: str, limit: int = 300) -> str:
    """The start of a text on one line: white space as single spaces, no marks that turn direction; dots where cut."""
    start = text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
    return _SPACES.sub(" ", _TURNS.sub("", start.replace("\0", ""))).strip()


def quoted_line(passage: str, limit: int = 300) -> str:
    """The start of a passage on one line, in quotation marks where it does not stand in marks of its own."""
    words = one_line(passage, limit)
    has_own = bool(words) and words[0] in MARKS and (words[-1] in MARKS or len(passage) > limit)
    return words if has_own else f"“{words}”"


def locale() -> QLocale:
    """The person's locale; English where the system names none."""
    chosen = QLocale()
    return QLocale(QLocale.Language.English) if chosen.language() == QLocale.Language.C else chosen


def number(value: int) -> str:
    """A whole number with its thousands parted."""
    return locale().toString(value)


def local_time(at: datetime) -> str:
    """A moment as date and time of day where the person is."""
    moment = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    return locale().toString(moment, QLocale.FormatType.ShortFormat)


def local_day_and_time(at: datetime) -> str:
    """The same with the weekday and the month's name, where 5/4/27 could be taken for another day."""
    moment = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    day = locale().toString(moment.date(), QLocale.FormatType.LongFormat)
    return f"{day}, {locale().toString(moment.time(), QLocale.FormatType.ShortFormat)}"


def printed_time(words: str) -> str:
    """When an article says it was published, as it says it; a time written for machines is set apart to be read."""
    found = _MACHINE_TIME.fullmatch(words)
    if not found:
        return words
    day, time, zone = found.groups(default="")
    return " ".join(part for part in (day, time, "UTC" if zone in _UTC else zone) if part)


def language_name(tag: str) -> str:
    """A language in its own words ("id" -> "Bahasa Indonesia"), or the tag when it is not known."""
    known = languages.language_name(tag) if tag else tag
    if known != tag:
        return known
    found = QLocale(tag)
    if not tag or found.language() == QLocale.Language.C:
        return tag
    return found.nativeLanguageName() or tag


def isolated_language(tag: str) -> str:
    """A language's name that leaves the order of the words around it alone."""
    return isolated(language_name(tag))


def isolated(words: str) -> str:
    """Somebody's words such that they leave the order of the words around them alone."""
    return f"\u2068{words}\u2069" if is_right_to_left(words) else words
