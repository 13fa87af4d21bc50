"""Which articles a search is about, whatever is looked for in them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from annotator.core.records import Progress, Status


class Reading(StrEnum):
    """How far the reading of an article is."""

    UNTOUCHED = "untouched"  # nothing tagged, nothing read
    BEGUN = "begun"
    DONE = "done"  # every sentence is decided


def reading_of(progress: Progress) -> Reading:
    """The reading of an article that somebody has begun with."""
    return Reading.DONE if progress.decided >= progress.sentences else Reading.BEGUN


@dataclass(frozen=True, slots=True)
class Filters:
    """What an article must be; an empty set asks for nothing.

    `labels` and `annotators`: one annotation at least, with one of these labels, by one of these. `languages` counts
    further languages of a mixed article, too. `since` and `until` (included) are days of publication; where that is
    not known, of loading. Older versions of an article are found only `with_superseded`.
    """

    labels: frozenset[str] = frozenset()
    annotators: frozenset[UUID] = frozenset()
    languages: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    readings: frozenset[Reading] = frozenset()
    statuses: frozenset[Status] = frozenset()
    with_superseded: bool = False

    @property
    def are_set(self) -> bool:
        """True when some article may be left out that would be found without them."""
        return self != Filters(with_superseded=self.with_superseded)


EVERYTHING = Filters()
"""Every article but older versions."""
