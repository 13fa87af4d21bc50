"""Whose annotation answers whose: each of one person's with one of another's at most, as many as can be.

Annotations with one label match *exactly* when they are on the same stretches, and *by overlap* when they have a
character in common. By overlap there can be several ways; the one with the most matches counts, and of those the one
with the most characters in common.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotator.core.spans import Span
from annotator.core.submissions import SubmittedAnnotation

Matches = list[tuple[int, int]]
"""Places in the two sequences that were matched."""
_ALIKE = 1 << 20
"""Two that are the same are worth more than two that only have much in common."""


def exact_matches(one: Iterable[SubmittedAnnotation], other: Iterable[SubmittedAnnotation]) -> int:
    """How many annotations of one person another has, too: same label, same stretches."""
    left = Counter((annotation.label, annotation.segments) for annotation in one)
    right = Counter((annotation.label, annotation.segments) for annotation in other)
    return (left & right).total()


class Meeting(NamedTuple):
    """Two people's annotations of one article: those matched one to one, and those of each that overlap any other."""

    matches: Matches
    left: frozenset[int]
    right: frozenset[int]


def meet(one: Sequence[SubmittedAnnotation], other: Sequence[SubmittedAnnotation]) -> Meeting:
    """Hold two people's annotations of one article against each other by overlap, label by label."""
    found: Matches = []
    left: set[int] = set()
    right: set[int] = set()
    there = _by_label(other)
    for label, mine in _by_label(one).items():
        if label in there:
            edges = _edges(one, mine, other, there[label])
            left.update(edges)
            right.update(*edges.values())
            for part in _parts(edges):
                found += _best(part)
    return Meeting(sorted(found), frozenset(left), frozenset(right))


_Edges = dict[int, dict[int, int]]


_Reach = tuple[int, int, int]
"""Where an annotation begins and ends, and which one it is."""


def _by_label(said: Sequence[SubmittedAnnotation]) -> dict[str, list[_Reach]]:
    """Where the annotations of each label are, in the order of the text."""
    found: dict[str, list[_Reach]] = defaultdict(list)
    for at, annotation in enumerate(said):
        segments = annotation.segments
        found[annotation.label].append((segments[0].start_char, segments[-1].end_char, at))
    for reaches in found.values():
        reaches.sort()
    return found


def _edges(
    one: Sequence[SubmittedAnnotation],
    mine: list[_Reach],
    other: Sequence[SubmittedAnnotation],
    theirs: list[_Reach],
) -> _Edges:
    """For each of the one's annotations those of the other that it overlaps, and what that is worth."""
    edges: _Edges = {}
    open_still: list[tuple[int, int]] = []
    ahead = 0
    for start, end, at in mine:
        open_still = [there for there in open_still if there[0] > start]
        while ahead < len(theirs) and theirs[ahead][0] < end:
            open_still.append(theirs[ahead][1:])
            ahead += 1
        met = {there: _worth(one[at].segments, other[there].segments) for _, there in open_still}
        if met := {there: worth for there, worth in met.items() if worth}:
            edges[at] = met
    return edges


def _worth(one: Sequence[Span], other: Sequence[Span]) -> int:
    common = 0
    for start, end in one:
        for first, last in other:
            common += max(0, min(end, last) - max(start, first))
    return common + _ALIKE if one == other else common


def _parts(edges: _Edges) -> Iterable[_Edges]:
    """Annotations that have to be looked at together."""
    back: dict[int, list[int]] = defaultdict(list)
    for left, met in edges.items():
        for right in met:
            back[right].append(left)
    seen: set[int] = set()
    for first in edges:
        if first in seen:
            continue
        part, waiting = {}, deque([first])
        seen.add(first)
        while waiting:
            left = waiting.popleft()
            part[left] = edges[left]
            for right in edges[left]:
                for neighbour in back[right]:
                    if neighbour not in seen:
                        seen.add(neighbour)
                        waiting.append(neighbour)
        yield part


def _best(edges: _Edges) -> Matches:
    """The largest matching of these, and of those the most worthy: paths that add one match after the other."""
    if len(edges) == 1:
        ((left, met),) = edges.items()
        return [(left, max(met, key=lambda right: (met[right], -right)))]
    taken: dict[int, int] = {}  # right -> left
    mate: dict[int, int] = {}  # left -> right
    while path := _path(edges, taken, mate):
        for left, right in path:
            taken[right], mate[left] = left, right
    return list(mate.items())


def _path(edges: _Edges, taken: dict[int, int], mate: dict[int, int]) -> Matches:
    """The most worthy path by which there is one match more, as what is matched along it; empty when there is none."""
    gain = {left: 0 for left in edges if left not in mate}
    came: dict[int, int] = {}  # right -> left that leads there
    reached: dict[int, int] = {}
    waiting = deque(gain)
    while waiting:
        left = waiting.popleft()
        for right, worth in edges[left].items():
            if mate.get(left) == right or gain[left] + worth <= reached.get(right, -1 << 60):
                continue
            reached[right], came[right] = gain[left] + worth, left
            if (owner := taken.get(right)) is not None:
                better = reached[right] - edges[owner][right]
                if better > gain.get(owner, -1 << 60):
                    gain[owner] = better
                    waiting.append(owner)
    free = [right for right in reached if right not in taken]
    if not free:
        return []
    right = max(free, key=lambda there: (reached[there], -there))
    path: Matches = []
    while True:
        left = came[right]
        path.append((left, right))
        if left not in mate:
            return path
        right = mate[left]
