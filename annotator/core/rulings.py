"""How disputes are settled: what a ruling keeps, and whether it still holds for what readings say now."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from annotator.core.disputes import Comparison, Group
from annotator.core.identity import born_at
from annotator.core.spans import Span


class RulingVerdict(StrEnum):
    """Which of what the sides say holds."""

    ONE = "one"
    BOTH = "both"
    NEITHER = "neither"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class RulingRecord:
    """A dispute settled by somebody: the annotations that it is about, those of them that hold, or what holds instead.

    `label`, `segments` and `attributes` are what holds where the verdict is new. `case_number` counts the cases of the
    guideline, None for a ruling that is none.
    """

    id: UUID
    document_id: UUID
    annotator_id: UUID
    verdict: RulingVerdict
    settles: frozenset[UUID]
    keeps: frozenset[UUID] = frozenset()
    label: str = ""
    segments: tuple[Span, ...] = ()
    attributes: Mapping[str, Any] = field(default_factory=dict, hash=False)
    reason: str = ""
    case_number: int | None = None
    case_title: str = ""

    @property
    def at(self) -> datetime:
        """When it was made."""
        return born_at(self.id)


@dataclass(frozen=True)
class Dispute:
    """A group in dispute, and what was ruled. `former` is a ruling on what the group was before it changed."""

    group: Group
    ruling: RulingRecord | None = None
    former: RulingRecord | None = None

    @property
    def id(self) -> UUID:
        """The key by which it is called."""
        return self.group.id

    @property
    def is_open(self) -> bool:
        """True while nothing is ruled that still holds."""
        return self.ruling is None


Before = Callable[[RulingRecord], Comparison | None]
"""The comparison as it was when a ruling was made; None where no reading has been handed in anew since."""


def with_rulings(comparison: Comparison, rulings: Iterable[RulingRecord], before: Before) -> tuple[Dispute, ...]:
    """The disputes of an article, each with the newest ruling on the same annotations, as long as they say the same."""
    newest_first = sorted(rulings, key=lambda ruling: ruling.id, reverse=True)
    return tuple(_with_ruling(group, newest_first, before) for group in comparison.disputes)


def same_words(one: Group, other: Group) -> bool:
    """True when the annotations of two groups are the same and say the same; who has nothing there does not count."""
    return _said(one) == _said(other)


def superseded(rulings: Sequence[RulingRecord]) -> set[UUID]:
    """The keys of those rulings that a later one on the same annotations has replaced."""
    newest: dict[frozenset[UUID], UUID] = {}
    for ruling in rulings:
        newest[ruling.settles] = max(ruling.id, newest.get(ruling.settles, ruling.id))
    return {ruling.id for ruling in rulings if newest[ruling.settles] != ruling.id}


def _with_ruling(group: Group, newest_first: Sequence[RulingRecord], before: Before) -> Dispute:
    about = [ruling for ruling in newest_first if not ruling.settles.isdisjoint(group.ids)]
    exact = next((ruling for ruling in about if ruling.settles == group.ids), None)
    if exact and _still_holds(exact, group, before):
        return Dispute(group, exact)
    return Dispute(group, None, about[0] if about else None)


def _still_holds(ruling: RulingRecord, group: Group, before: Before) -> bool:
    then = before(ruling)
    return then is None or any(same_words(group, old) for old in then.groups)


def _said(group: Group) -> dict[UUID, tuple[object, ...]]:
    return {
        side.annotator_id: (
            frozenset(
                (one.id, one.label, one.segments, str(sorted(one.attributes.items()))) for one in side.annotations
            ),
            frozenset(side.links),
        )
        for side in group.sides
        if side.annotations
    }
