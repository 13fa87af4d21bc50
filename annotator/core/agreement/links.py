"""Agreement on links: F1 on those whose ends both people have annotated.

A link that leads from or to an annotation which the other has not made says nothing about links: it is told with spans.
A link to a source has one such end.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from annotator.core.agreement.compared import Compared
from annotator.core.agreement.counting import Group, Met
from annotator.core.agreement.measures import FEW, f1, mean
from annotator.core.submissions import SubmittedLink

Tie = tuple[str, UUID, UUID]
"""Kind, from where, to where (an annotation or a source), in the names of the first of two people."""


@dataclass(frozen=True, slots=True)
class LinkFigures:
    """How far people agree on one kind of link: F1 as the mean over pairs; `n` links of matched annotations."""

    kind: str
    n: int
    f1: float | None

    @property
    def is_of_few(self) -> bool:
        """True when there is too little to judge by."""
        return self.n < FEW


@dataclass(slots=True)
class Ties:
    """The links of two people between annotations that both have made."""

    mine: set[Tie]
    theirs: set[Tie]


def ties(articles: Sequence[Compared], met: Sequence[Met], symmetric: Iterable[str] = ()) -> dict[Group, Ties]:
    """The links that can be compared, for each two people; the other end may be in another article."""
    both_ways = frozenset(symmetric)
    same: dict[Group, dict[UUID, UUID]] = {}
    for article, of_article in zip(articles, met, strict=True):
        for group, meeting in of_article.items():
            left, right = _places(article, group)
            mine, theirs = article.annotations[left], article.annotations[right]
            same.setdefault(group, {}).update((theirs[other].id, mine[one].id) for one, other in meeting.matches)
    found: dict[Group, Ties] = {}
    for group, names in same.items():
        own = {key: key for key in names.values()}
        told = Ties(set(), set())
        for article in articles:
            if set(group) <= set(article.readers) and article.links:
                left, right = _places(article, group)
                told.mine |= _named(article.links[left], own, both_ways)
                told.theirs |= _named(article.links[right], names, both_ways)
        found[group] = told
    return found


def link_figures(found: dict[Group, Ties]) -> list[LinkFigures]:
    """The figures of each kind of link that there is, by kind."""
    kinds = sorted({kind for told in found.values() for kind, _, _ in told.mine | told.theirs})
    figures = []
    for kind in kinds:
        values, n = [], 0
        for told in found.values():
            mine = {tie for tie in told.mine if tie[0] == kind}
            theirs = {tie for tie in told.theirs if tie[0] == kind}
            values.append(f1(len(mine & theirs), len(mine), len(theirs)))
            n += len(mine | theirs)
        figures.append(LinkFigures(kind, n, mean(values)))
    return figures


def _places(article: Compared, group: Group) -> tuple[int, int]:
    return article.readers.index(group[0]), article.readers.index(group[1])


def _named(links: Iterable[SubmittedLink], names: dict[UUID, UUID], both_ways: frozenset[str]) -> set[Tie]:
    """The links whose ends have a name that both understand."""
    found: set[Tie] = set()
    for kind, from_id, to_id, source_id in links:
        start = names.get(from_id)
        end = names.get(to_id) if to_id else source_id
        if start and end:
            first, last = sorted((start, end)) if kind in both_ways else (start, end)
            found.add((kind, first, last))
    return found
