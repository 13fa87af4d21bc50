"""Readings of one article held against each other: what all say alike, and the disputes.

What has the same label on exactly the same words is one thing (a cell). What is left is paired between every two
readings so that the pairs have most in common as a whole: first with the same label, then with another one. What finds
no partner joins what it overlaps, so that one span against two is one dispute; else somebody has missed it.

Nested, overlapping and multi-segment annotations are legal everywhere. Helper labels are not compared. The order in
which readings are given does not matter.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from annotator.core.dispute_differences import Differences
from annotator.core.dispute_matching import best_pairs, likeness
from annotator.core.disputes import Comparison, DisputeKind, Group, Side, place_of
from annotator.core.schema import LabelSet
from annotator.core.spans import Span, covered
from annotator.core.submissions import SubmittedAnnotation, SubmittedLink, SubmittedReading

_Cell = dict[int, list[SubmittedAnnotation]]
"""Annotations that say the same of the same words, by the number of their reading."""


@dataclass(slots=True)
class _Bundle:
    """Cells that belong together so far. `readers` are the numbers of the readings that have something in it."""

    label: str
    spans: tuple[Span, ...]
    readers: frozenset[int]
    cells: list[_Cell]

    @property
    def end(self) -> int:
        return self.spans[-1].end_char


def compare(readings: Sequence[SubmittedReading], label_set: LabelSet | None = None) -> Comparison:
    """Hold the readings of one article, at most one an annotator, against each other.

    `label_set` says which labels are helpers, and which links mean the same both ways.
    """
    ordered = sorted(readings, key=lambda reading: reading.annotator_id)
    document_id = ordered[0].document_id
    helpers = {label.key for label in label_set.labels if label.helper} if label_set else set[str]()
    whole: list[list[_Cell]] = []
    partial: list[_Bundle] = []
    for (label, segments), cell in _cells(ordered, helpers).items():
        if len(cell) == len(ordered):
            whole.append([cell])
        else:
            partial.append(_Bundle(label, segments, frozenset(cell), [cell]))
    bundles = _joined(_joined(partial, same_label=True), same_label=False)
    links = [_by_start(reading.links) for reading in ordered]
    drafts = [_draft(cells, ordered, links) for cells in (*whole, *(bundle.cells for bundle in bundles))]
    symmetric = {kind.key for kind in label_set.relations if kind.symmetric} if label_set else set[str]()
    differences = Differences(drafts, frozenset(symmetric))
    groups = sorted((_typed(draft, differences) for draft in drafts), key=place_of)
    return Comparison(
        document_id,
        tuple(reading.annotator_id for reading in ordered),
        tuple(group for group in groups if not group.kinds),
        tuple(group for group in groups if group.kinds),
    )


def _cells(ordered: Sequence[SubmittedReading], helpers: set[str]) -> dict[tuple[str, tuple[Span, ...]], _Cell]:
    found: dict[tuple[str, tuple[Span, ...]], _Cell] = {}
    for number, reading in enumerate(ordered):
        for one in reading.annotations:
            if one.label not in helpers:
                found.setdefault((one.label, one.segments), {}).setdefault(number, []).append(one)
    return dict(sorted(found.items(), key=lambda entry: (entry[0][1], entry[0][0])))


# Pairing


def _joined(bundles: Sequence[_Bundle], *, same_label: bool) -> list[_Bundle]:
    """The bundles with those made one that are about the same thing."""
    near = _near(bundles, same_label=same_label)
    parent = list(range(len(bundles)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    def join(pairs: Iterable[tuple[int, int]]) -> None:
        for one, other in pairs:
            low, high = sorted((root(one), root(other)))
            parent[high] = low

    paired = _pairs(bundles, near)
    join(paired)
    join(_strays(bundles, near, paired, root))
    together: dict[int, list[_Bundle]] = defaultdict(list)
    for at, bundle in enumerate(bundles):
        together[root(at)].append(bundle)
    return [_as_one(parts) for parts in together.values()]


def _near(bundles: Sequence[_Bundle], *, same_label: bool) -> dict[tuple[int, int], float]:
    """Which of the bundles, by number, overlap and have no reading in common: how like they are, in text order."""
    order = sorted(range(len(bundles)), key=lambda at: bundles[at].spans)
    found: dict[tuple[int, int], float] = {}
    for rank, one in enumerate(order):
        first = bundles[one]
        for other in order[rank + 1 :]:
            second = bundles[other]
            if second.spans[0].start_char >= first.end:
                break
            if (same_label and first.label != second.label) or not first.readers.isdisjoint(second.readers):
                continue
            if alike := likeness(first.spans, second.spans):
                found[min(one, other), max(one, other)] = alike
    return found


def _pairs(bundles: Sequence[_Bundle], near: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The best pairs between every two readings."""
    by_readers: dict[tuple[int, int], dict[tuple[int, int], float]] = defaultdict(dict)
    for (one, other), alike in near.items():
        for reader in bundles[one].readers:
            for second in bundles[other].readers:
                if reader < second:
                    by_readers[reader, second][one, other] = alike
                else:
                    by_readers[second, reader][other, one] = alike
    return [pair for key in sorted(by_readers) for pair in best_pairs(by_readers[key])]


def _strays(
    bundles: Sequence[_Bundle],
    near: dict[tuple[int, int], float],
    paired: Sequence[tuple[int, int]],
    root: Callable[[int], int],
) -> Iterator[tuple[int, int]]:
    """Those without a partner in some reading, each with the one of that reading that is most like it."""
    readers: dict[int, set[int]] = defaultdict(set)
    for at, bundle in enumerate(bundles):
        readers[root(at)] |= bundle.readers
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for pair, alike in near.items():
        for one, other in (pair, pair[::-1]):
            for reader in bundles[other].readers - readers[root(one)]:
                if alike > best.get((one, reader), (0.0, 0))[0]:
                    best[one, reader] = alike, other
    known = set(paired)
    for (one, _), (_, other) in best.items():
        if (one, other) not in known:
            yield one, other


def _as_one(parts: Sequence[_Bundle]) -> _Bundle:
    if len(parts) == 1:
        return parts[0]
    spans = tuple(covered(span for part in parts for span in part.spans))
    readers = frozenset[int]().union(*(part.readers for part in parts))
    return _Bundle(parts[0].label, spans, readers, [cell for part in parts for cell in part.cells])


# What a group says


def _draft(
    cells: Sequence[_Cell], ordered: Sequence[SubmittedReading], links: Sequence[Mapping[UUID, list[SubmittedLink]]]
) -> Group:
    """A group of these cells, before it is known how it differs."""
    sides = []
    for number, reading in enumerate(ordered):
        own = sorted((one for cell in cells for one in cell.get(number, ())), key=lambda one: (one.segments, one.id))
        out = tuple(link for one in own for link in links[number].get(one.id, ()))
        sides.append(Side(reading.annotator_id, tuple(own), out))
    return Group(ordered[0].document_id, tuple(sides))


def _by_start(links: Iterable[SubmittedLink]) -> dict[UUID, list[SubmittedLink]]:
    found: dict[UUID, list[SubmittedLink]] = defaultdict(list)
    for link in links:
        found[link.from_id].append(link)
    return found


def _typed(draft: Group, differences: Differences) -> Group:
    kinds = set(_span_kinds(draft))
    attributes = differences.attributes(draft)
    links = differences.links(draft)
    if attributes:
        kinds.add(DisputeKind.ATTRIBUTE)
    if links:
        kinds.add(DisputeKind.LINK)
    return Group(
        draft.document_id, draft.sides, tuple(kind for kind in DisputeKind if kind in kinds), attributes, links
    )


def _span_kinds(draft: Group) -> Iterator[DisputeKind]:
    """How the labels and words of a group differ."""
    if not all(side.annotations for side in draft.sides):
        yield DisputeKind.MISSED
    if len(draft.labels) > 1:
        yield DisputeKind.LABEL
    said = [frozenset((one.label, one.segments) for one in side.annotations) for side in draft.sides]
    for one, other in combinations([places for places in said if places], 2):
        if any(label == second for label, _ in one - other for second, _ in other):
            yield DisputeKind.BOUNDARY
            return
