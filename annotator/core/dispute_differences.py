"""In which values and links the sides of a group differ, where they speak of the same thing."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from annotator.core.disputes import Group, Side
from annotator.core.submissions import SubmittedLink

Tie = tuple[str, UUID]
"""The kind of a link, and what it leads to: a source, or the key of a group of annotations."""


class Differences:
    """Compares values and links of groups. All groups of an article are needed, as links lead from one to another."""

    def __init__(self, groups: Iterable[Group], symmetric: frozenset[str] = frozenset()) -> None:
        self._group_of = {one.id: group for group in groups for one in group.annotations()}
        self._backwards: dict[UUID, list[SubmittedLink]] = {}
        for group in {id(group): group for group in self._group_of.values()}.values():
            for link in (link for side in group.sides for link in side.links):
                if link.kind in symmetric and link.to_id in self._group_of:
                    self._backwards.setdefault(link.to_id, []).append(link)

    def attributes(self, group: Group) -> tuple[str, ...]:
        """The attributes whose values differ between those who have something there."""
        if not any(one.attributes for side in group.sides for one in side.annotations):
            return ()  # most say nothing: asked first
        speaking = _speaking(group)
        if not _comparable(speaking):
            return ()
        if len({_said(side) for side in speaking}) == 1:
            return ()
        keys = sorted({key for side in speaking for one in side.annotations for key in one.attributes})
        # Where each value is there on every side, it is what goes with what that differs.
        differing = [key for key in keys if len({_values(side, key) for side in speaking}) > 1]
        return tuple(differing or keys)

    def links(self, group: Group) -> tuple[str, ...]:
        """The kinds of link that differ: other sources, or links between ends that all of them have."""
        if not (self._backwards or any(side.links for side in group.sides)):
            return ()
        speaking = _speaking(group)
        if not _comparable(speaking):
            return ()
        who = frozenset(side.annotator_id for side in speaking)
        said = [frozenset(self.ties(side, who)) for side in speaking]
        differing = frozenset[Tie]().union(*said) - said[0].intersection(*said)
        return tuple(sorted({kind for kind, _ in differing}))

    def ties(self, side: Side, who: frozenset[UUID] = frozenset()) -> Iterator[Tie]:
        """The links of a side, as they compare with others': by source, or by the group at the other end.

        A link to a group in which one of `who` has nothing is left out: there, the end itself is in dispute. So is one
        to another article.
        """
        for link in side.links:
            if link.source_id:
                yield link.kind, link.source_id
            elif link.to_id:
                yield from self._tie(link.kind, link.to_id, who)
        for one in side.annotations:
            for link in self._backwards.get(one.id, ()):
                yield from self._tie(link.kind, link.from_id, who)

    def _tie(self, kind: str, end: UUID, who: frozenset[UUID]) -> Iterator[Tie]:
        group = self._group_of.get(end)
        if group and who <= {side.annotator_id for side in _speaking(group)}:
            yield kind, group.id


def _speaking(group: Group) -> list[Side]:
    return [side for side in group.sides if side.annotations]


def _comparable(speaking: list[Side]) -> bool:
    """True where two or more say the same label of the same thing, be it in other words."""
    if len(speaking) < 2:
        return False
    if len({one.label for side in speaking for one in side.annotations}) > 1:
        return False
    alike = {frozenset(one.segments for one in side.annotations) for side in speaking}
    return len(alike) == 1 or all(len(side.annotations) == 1 for side in speaking)


def _said(side: Side) -> frozenset[tuple[tuple[str, str], ...]]:
    """All values of each annotation of a side; one that is there twice says nothing more."""
    return frozenset(
        tuple(sorted((key, _plain(value)) for key, value in one.attributes.items())) for one in side.annotations
    )


def _values(side: Side, key: str) -> frozenset[str]:
    return frozenset(_plain(one.attributes.get(key)) for one in side.annotations)


def _plain(value: Any) -> str:
    return f"{type(value).__name__} {value}"
