"""What a supplier says may be done with a story: its status, its embargo, its notes to editors."""

from typing import NamedTuple

from annotator.core.records import Status
from annotator.formats.wire_text import one_line
from annotator.formats.wire_time import printed_time

_STATUSES = {
    "": Status.USABLE,
    "usable": Status.USABLE,
    "embargoed": Status.USABLE,
    "withheld": Status.WITHHELD,
    "canceled": Status.CANCELLED,
    "cancelled": Status.CANCELLED,
    "killed": Status.CANCELLED,
}
_UNTIL_FURTHER_NOTICE = "Embargoed until further notice."
_LONGEST_NOTE = 2_000


class Release(NamedTuple):
    """Status, the end of the embargo (ISO 8601), and a sentence for what neither can say."""

    status: Status
    embargo_until: str
    note: str


def release_of(status: str, embargo: str | None) -> Release:
    """What a status word or code ("stat:withheld") and an embargo mean; None for no embargo, "" for one without end."""
    word = status.replace("/", ":").rpartition(":")[2].strip().lower()
    known = _STATUSES.get(word)
    note = "" if known is not None else f"Status: {one_line(word)}."
    if embargo is None:
        return Release(known or Status.USABLE, "", note)
    until = printed_time(embargo)
    if until:
        return Release(known or Status.USABLE, until, note)
    # An embargo that ends at no time that can be read is kept, as a person would.
    held = known if known is Status.CANCELLED else Status.WITHHELD
    words = one_line(embargo)
    return Release(held, "", f"Embargoed: {words}" if words else _UNTIL_FURTHER_NOTICE)


def notes(*told: str) -> str:
    """What a supplier tells editors, each once, as one text."""
    return " ".join(dict.fromkeys(filter(None, map(one_line, told))))[:_LONGEST_NOTE]
