"""Whether an article may leave the newsroom: withheld, cancelled, or under an embargo that has not ended."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Protocol

from annotator.core.records import Status
from annotator.core.times import moment_of


class Hold(StrEnum):
    """Why an article is held back."""

    CANCELLED = "cancelled"
    WITHHELD = "withheld"
    EMBARGOED = "embargoed"


class Held(Protocol):
    """Whatever has a status and an embargo: a DocumentRecord, a DocumentSummary."""

    @property
    def status(self) -> Status: ...

    @property
    def embargo_until(self) -> str: ...


def hold_of(article: Held, now: datetime | None = None) -> Hold | None:
    """What holds an article back at this moment (None: now); None when nothing does.

    An embargo without a zone is in the computer's own time; one that is no time at all never ends by itself.
    """
    if article.status is Status.CANCELLED:
        return Hold.CANCELLED
    if article.status is Status.WITHHELD:
        return Hold.WITHHELD
    if not article.embargo_until:
        return None
    end = moment_of(article.embargo_until)
    return Hold.EMBARGOED if end is None or (now or datetime.now(UTC)) < end else None
