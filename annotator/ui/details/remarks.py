"""What a person should know of the details as they stand: what cannot be kept, and what looks wrong."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale

from annotator.core.printed_dates import printed_time
from annotator.core.records import Status
from annotator.core.times import iso_time, moment_of
from annotator.errors import InvalidDetails
from annotator.operations.details import check_details
from annotator.ui.hold_words import embargo_end

_LONG_TITLE = 200
_MONTHS = range(1, 13)


def refusals(details: Mapping[str, str]) -> dict[str, str]:
    """Field -> why what stands in it cannot be kept."""
    found: dict[str, str] = {}
    for name, value in details.items():
        try:
            check_details({name: value})
        except InvalidDetails as error:
            found[name] = str(error)
    return found


def remarks(details: Mapping[str, str], now: datetime | None = None) -> dict[str, str]:
    """Field -> what looks wrong, or follows from it; nothing of it keeps a person from saving."""
    now = now or datetime.now(UTC)
    found = {
        "title": _tr("This is long for a title.") if len(details["title"]) > _LONG_TITLE else "",
        "published": _of_printed(details),
        "published_at": _of_published(details["published_at"], now),
        "embargo_until": _of_embargo(details["embargo_until"], now),
        "status": "" if details["status"] == Status.USABLE else _tr("Exports leave the article out."),
    }
    return {name: words for name, words in found.items() if words}


def read_printed(words: str, language: str) -> str:
    """The printed day or time as ISO 8601, by the names of months in this language, in English and the person's own."""
    return iso_time(words) or printed_time(words, _months(language))


def _of_printed(details: Mapping[str, str]) -> str:
    printed, told = details["published"], details["published_at"]
    if not printed.strip():
        return ""
    read = read_printed(printed, details["language"])
    if read and told and iso_time(told) != read:
        return _tr("This reads as {time}, and not as what stands in the field below.").format(time=read)
    if not read and not told:
        return _tr("The program cannot tell which day this is; write it in the field below.")
    return ""


def _of_published(words: str, now: datetime) -> str:
    moment = moment_of(words)
    if moment is None:
        return ""
    if moment > now:
        return _tr("This lies in the future.")
    return _tr("This is long ago.") if moment.year < now.year - 100 else ""


def _of_embargo(words: str, now: datetime) -> str:
    moment = moment_of(words)
    if moment is None:
        return ""
    if moment <= now:
        return _tr("This embargo has ended.")
    until = embargo_end(words)
    return _tr("Exports leave the article out until {time}, by this computer’s clock.").format(time=until)


@lru_cache(maxsize=64)
def _months(language: str) -> dict[str, int]:
    """How months are called: in full, short, and as they stand after a day."""
    named: dict[str, int] = {f"{month}月": month for month in _MONTHS}
    for locale in (QLocale(), QLocale(QLocale.Language.English), QLocale(language)):
        for month in _MONTHS:
            for kind in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
                for name in (locale.monthName(month, kind), locale.standaloneMonthName(month, kind)):
                    if name.rstrip(".").isalpha():
                        named[name.rstrip(".").casefold()] = month
    return named


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
