"""The queue of readings that wait for a reviewer: what is told of each, and which are wanted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

SUBMITTED, RETURNED, APPROVED = "submitted", "returned", "approved"
STATES = (SUBMITTED, RETURNED, APPROVED)
"""States of a reading that a reviewer has to do with."""


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """One annotator's reading of one article, as a line of the queue.

    `since` is when it was handed in last. `labels` counts its annotations by label; `unsure` are those that the
    annotator is unsure of, `flagged` those with a legal flag or that a rule holds back. `judged`: how many have a
    verdict since. `returned`, of those, were returned. `reviewer` approved or returned it last, "" for nobody.
    """

    document_id: UUID
    annotator_id: UUID
    annotator: str
    title: str
    outlet: str
    language: str
    state: str
    since: datetime
    version: int = 1
    labels: Mapping[str, int] = field(default_factory=dict, hash=False)
    unsure: int = 0
    flagged: int = 0
    judged: int = 0
    returned: int = 0
    reviewer: str = ""
    reason: str = ""

    @property
    def annotations(self) -> int:
        """How many annotations it has."""
        return sum(self.labels.values())


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which readings are wanted; what is empty asks for nothing. `words` must all be in title, outlet or name.

    `unsure` and `flagged`: only those with such annotations.
    """

    words: str = ""
    states: Collection[str] = frozenset({SUBMITTED})
    annotators: Collection[str] = frozenset()
    labels: Collection[str] = frozenset()
    languages: Collection[str] = frozenset()
    outlets: Collection[str] = frozenset()
    unsure: bool = False
    flagged: bool = False

    def fits(self, entry: QueueEntry) -> bool:
        """True for a reading that is wanted."""
        asked = (
            (self.states, entry.state),
            (self.annotators, entry.annotator),
            (self.languages, entry.language),
            (self.outlets, entry.outlet),
        )
        if any(wanted and value not in wanted for wanted, value in asked):
            return False
        if self.labels and not any(entry.labels.get(label) for label in self.labels):
            return False
        if (self.unsure and not entry.unsure) or (self.flagged and not entry.flagged):
            return False
        told = f"{entry.title} {entry.outlet} {entry.annotator}".casefold()
        return all(word in told for word in self.words.casefold().split())
