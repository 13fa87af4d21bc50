"""When something was published, as suppliers print it: ISO 8601 long and short, and the dates of mail and feeds."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from annotator.core.times import iso_time

# Years 1000 to 2999: a longer number is an identifier.
_ISO = re.compile(
    r"\s*([12]\d{3})-?(\d\d)-?(\d\d)"
    r"(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?\s*",
    re.IGNORECASE,
)
_LONGEST = 80


def printed_time(printed: str) -> str:
    """The time in ISO 8601, as exact as it is printed, its zone kept; "" for what is no time.

    "20250704T213500+0700" and "Fri, 04 Jul 2025 21:35:00 +0700" are both "2025-07-04T21:35:00+07:00".
    """
    if len(printed) > _LONGEST:
        return ""
    found = _ISO.fullmatch(printed)
    return _of_iso(found) if found else _of_mail(printed)


def utc_time(moment: datetime) -> str:
    """A moment as ISO 8601 without fractions of a second; one without a zone is in UTC."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat(timespec="seconds")


def _of_iso(found: re.Match[str]) -> str:
    year, month, day, hour, minute, second, zone = found.groups()
    date = f"{year}-{month}-{day}"
    return iso_time(date if hour is None else f"{date}T{hour}:{minute}:{second or '00'}{zone or ''}") or ""


def _of_mail(printed: str) -> str:
    if not re.search(r"\d", printed):
        return ""
    try:
        moment = parsedate_to_datetime(printed)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    # “-0000” says UTC and that the sender's own zone is unknown.
    return utc_time(moment) if 1000 <= moment.year < 3000 else ""
