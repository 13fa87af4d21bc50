"""Which annotations may be linked to one, and in which order they are offered.

What a label calls for comes first; the same kinds seen from the other end come last, so that a claim in a quote can
be linked to the quote from either of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from annotator.core.records import AnnotationRecord, RelationRecord
from annotator.core.schema import LabelSet, RelationKind

ENCLOSING = "contains"
"""The kind that is proposed by itself where one stretch encloses another."""


@dataclass(frozen=True, slots=True)
class Way:
    """A kind of link, as seen from one of its ends: `inward` from the one that it leads to."""

    kind: RelationKind
    inward: bool = False

    @property
    def title(self) -> str:
        """What the link says, read from this end."""
        return self.kind.inverse if self.inward else self.kind.title

    @property
    def others(self) -> tuple[str, ...]:
        """The labels that may be at the other end."""
        return self.kind.from_labels if self.inward else self.kind.to_labels


def ways_of(label_set: LabelSet, label: str) -> tuple[Way, ...]:
    """Every kind of link that an annotation with this label can have, the one that it calls for first."""
    wanted = label_set.link_of(label)
    outward = sorted(label_set.relations_from(label), key=lambda kind: kind != wanted)
    inward = (kind for kind in label_set.relations if not kind.retired and label in kind.to_labels)
    return (*map(Way, outward), *(Way(kind, inward=True) for kind in inward if not kind.symmetric))


def candidates(
    way: Way,
    start: AnnotationRecord,
    annotations: Iterable[AnnotationRecord],
    relations: Sequence[RelationRecord],
    by: str,
) -> list[AnnotationRecord]:
    """What can be linked in this way to `start`, of the annotations of its article, the likeliest first.

    What it encloses, or what encloses it, comes first for `contains`; then the nearest before it, then the nearest
    after. Left out is what is linked so already. `by` is who links: a link goes out from annotations of one's own.
    """
    linked = linked_ends(way, start.id, relations)
    fitting = (
        one
        for one in annotations
        if one.id != start.id
        and one.label in way.others
        and one.id not in linked
        and (not way.inward or one.annotator == by)
    )
    return sorted(fitting, key=lambda one: _rank(way, start, one))


def linked_ends(way: Way, annotation_id: UUID, relations: Iterable[RelationRecord]) -> set[UUID]:
    """The annotations that are linked to one in this way already; by a symmetric kind from either end."""
    found: set[UUID] = set()
    for link in relations:
        if link.kind != way.kind.key or link.to_id is None:
            continue
        if link.from_id == annotation_id and (not way.inward or way.kind.symmetric):
            found.add(link.to_id)
        if link.to_id == annotation_id and (way.inward or way.kind.symmetric):
            found.add(link.from_id)
    return found


def encloses(outer: AnnotationRecord, inner: AnnotationRecord) -> bool:
    """True when every segment of one annotation lies within a segment of the other."""
    return all(any(around.contains(segment) for around in outer.segments) for segment in inner.segments)


def _rank(way: Way, start: AnnotationRecord, other: AnnotationRecord) -> tuple[int, int, int, UUID]:
    here, there = start.extent, other.extent
    outer, inner = (other, start) if way.inward else (start, other)
    if way.kind.key == ENCLOSING and encloses(outer, inner):
        # In reading order; of several around it the narrowest.
        return 0, (there.end_char - there.start_char if way.inward else 0), there.start_char, other.id
    if there.start_char <= here.start_char:
        return 1, max(0, here.start_char - there.end_char), -there.start_char, other.id
    return 2, max(0, there.start_char - here.end_char), there.start_char, other.id
