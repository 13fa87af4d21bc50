"""What two or more readings of one article say alike, and where they do not: groups of annotations, and their kinds.

How they are found is in adjudication.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from annotator.core.spans import Span
from annotator.core.submissions import SubmittedAnnotation, SubmittedLink


class DisputeKind(StrEnum):
    """How readings differ. A group can differ in several ways; the first of them, in this order, names it."""

    LABEL = "label"  # another label on the same words, or on words that overlap
    BOUNDARY = "boundary"  # the same label on other words that overlap
    MISSED = "missed"  # somebody has nothing there
    ATTRIBUTE = "attribute"  # the same words and label, other values
    LINK = "link"  # the same words and label, another source, or other links


@dataclass(frozen=True, slots=True)
class Side:
    """What one annotator says in a group: nothing, one annotation, or several; and the links that go out from them."""

    annotator_id: UUID
    annotations: tuple[SubmittedAnnotation, ...] = ()
    links: tuple[SubmittedLink, ...] = ()


@dataclass(frozen=True)
class Group:
    """Annotations of several readings that are about the same: one side an annotator, in the order of their keys.

    `kinds` is empty where all say the same; `attributes` and `links` are the keys of those that differ.
    """

    document_id: UUID
    sides: tuple[Side, ...]
    kinds: tuple[DisputeKind, ...] = ()
    attributes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()

    @cached_property
    def ids(self) -> frozenset[UUID]:
        """The annotations that it is about."""
        return frozenset(one.id for one in self.annotations())

    @cached_property
    def id(self) -> UUID:
        """The key by which it is called: that of its annotation that was made first."""
        return min(self.ids)

    @cached_property
    def extent(self) -> Span:
        """From where the first of its annotations begins to where the last one ends."""
        segments = [one.segments for one in self.annotations()]
        return Span(min(one[0][0] for one in segments), max(one[-1][1] for one in segments))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Its labels, each once, in the order of their keys."""
        return tuple(sorted({one.label for one in self.annotations()}))

    @property
    def kind(self) -> DisputeKind | None:
        """The kind that names it, None where all agree."""
        return self.kinds[0] if self.kinds else None

    def annotations(self) -> Iterator[SubmittedAnnotation]:
        """All of its annotations, side by side."""
        for side in self.sides:
            yield from side.annotations

    def side_of(self, annotator_id: UUID) -> Side | None:
        """What this annotator says, None for somebody whose reading is not compared here."""
        return next((side for side in self.sides if side.annotator_id == annotator_id), None)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The readings of one article held against each other. Every annotation is in one group, both in text order.

    `agreed` holds what all say alike; with a single reading, all of it.
    """

    document_id: UUID
    annotator_ids: tuple[UUID, ...]
    agreed: tuple[Group, ...] = ()
    disputes: tuple[Group, ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """All of them, in the order of the text."""
        return tuple(sorted((*self.agreed, *self.disputes), key=place_of))


def place_of(group: Group) -> tuple[int, int, UUID]:
    """Where a group stands among others: by its words, the wider one first, then by its key."""
    start, end = group.extent
    return start, -end, group.id
