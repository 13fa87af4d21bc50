"""Which disputes the page shows: by label, by type, between whom, and in which articles something is open."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from annotator.core.disputes import DisputeKind, Side
from annotator.core.rulings import Dispute

Pair = tuple[UUID, UUID]
"""Two annotators, the lesser key first."""


@dataclass(frozen=True, slots=True)
class DisputeFilter:
    """Nothing chosen of a kind lets all through. `states`: True for open, False for settled."""

    labels: frozenset[str] = frozenset()
    kinds: frozenset[DisputeKind] = frozenset()
    pairs: frozenset[Pair] = frozenset()
    states: frozenset[bool] = frozenset()

    def fits(self, dispute: Dispute) -> bool:
        """True for a dispute that is wanted, be it open or settled."""
        group = dispute.group
        if self.labels and self.labels.isdisjoint(group.labels):
            return False
        if self.kinds and self.kinds.isdisjoint(group.kinds):
            return False
        return not self.pairs or any(_differ(group.side_of(one), group.side_of(two)) for one, two in self.pairs)

    def lists(self, disputes: Iterable[Dispute]) -> bool:
        """True for an article with such disputes."""
        return any(self.fits(one) and (not self.states or one.is_open in self.states) for one in disputes)


def pairs_of(annotator_ids: Iterable[UUID]) -> list[Pair]:
    """Every two of these annotators."""
    ordered = sorted(annotator_ids)
    return [(one, two) for at, one in enumerate(ordered) for two in ordered[at + 1 :]]


def _differ(one: Side | None, two: Side | None) -> bool:
    return one is not None and two is not None and (_said(one) != _said(two) or len(one.links) != len(two.links))


def _said(side: Side) -> set[str]:
    return {f"{one.label} {one.segments} {sorted(one.attributes.items())}" for one in side.annotations}
