"""Articles dealt out to parts (train, dev, test): copies and versions together, every label and language in each part.

An article's part follows from those that were loaded before it, with their labels, and from a seed, so that articles
that come later move none. Labels that are given later, and articles that are taken away, may move others; one that had
its part in an earlier dataset keeps it.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from uuid import UUID

TRAIN, DEV, TEST = "train", "dev", "test"
PARTS = (TRAIN, DEV, TEST)
SHARES = (80, 10, 10)
"""How many of a hundred articles are to be in each of PARTS."""
SLACK, SLACK_SHARE = 2, 0.02
"""A part may be so many articles, and so many of all, above its share: else a rare label might find no room in it."""

_PULL = 0.05  # what the seed's draw weighs: less than any label that a part has none of
_OWED = 1.0  # what it weighs that a part should have a label by now and has none

Stratum = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SplitArticle:
    """What of an article decides where it goes. Articles of one `group` are never parted."""

    key: UUID
    group: Hashable
    language: str = ""
    labels: frozenset[str] = frozenset()

    def strata(self) -> list[Stratum]:
        """All that is to be dealt out evenly with it; to hold no label is one of these."""
        labels = [("label", label) for label in sorted(self.labels)] or [("label", "")]
        return [("", ""), ("language", self.language), *labels]


@dataclass(slots=True)
class _Dealing:
    """How many articles of each stratum there are so far, in all and by part."""

    shares: Mapping[str, float]
    seed: int
    total: Counter[Stratum] = field(default_factory=Counter)
    there: defaultdict[str, Counter[Stratum]] = field(default_factory=lambda: defaultdict(Counter))

    def place(self, article: SplitArticle) -> str:
        """The part that lacks most of what the article has, among those that have room."""
        strata = article.strata()
        drawn = self._drawn(article)
        scores = {
            part: self._lack(part, strata) + (_PULL if part == drawn else 0)
            for part in self.shares
            if self._has_room(part)
        }
        most = max(scores.values())
        equal = [part for part, score in scores.items() if score > most - 1e-9]
        return min(equal, key=lambda part: self._chance(f"{article.group}:{part}"))

    def add(self, article: SplitArticle, part: str) -> None:
        """Count an article that has its part."""
        strata = article.strata()
        self.total.update(strata)
        self.there[part].update(strata)

    def _has_room(self, part: str) -> bool:
        share, total = self.shares[part], self.total["", ""] + 1
        return share > 0 and self.there[part]["", ""] + 1 <= share * total + SLACK + SLACK_SHARE * total

    def _lack(self, part: str, strata: Sequence[Stratum]) -> float:
        share, lack = self.shares[part], 0.0
        for stratum in strata:
            total, there = self.total[stratum] + 1, self.there[part][stratum]
            lack += share - there / total
            if not there and share * total >= 1:
                lack += _OWED
        return lack

    def _drawn(self, article: SplitArticle) -> str:
        """A part drawn by chance, each as often as its share; the same for the same seed and group."""
        chance = self._chance(str(article.group))
        for part, share in self.shares.items():
            chance -= share
            if chance < 0:
                return part
        return TRAIN

    def _chance(self, words: str) -> float:
        """A number from 0 to 1 that looks like chance, and is the same for the same seed and words."""
        digest = blake2b(f"{self.seed}:{words}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") / 2**64


def assign_splits(
    articles: Iterable[SplitArticle],
    shares: tuple[float, float, float] = SHARES,
    seed: int = 0,
    known: Mapping[UUID, str] | None = None,
) -> dict[UUID, str]:
    """The part of each article; they come in the order in which they were loaded.

    `known` are the parts that articles have had: they keep them, and so does what belongs to their group. Where two of
    a group had different ones, the part of the one that was loaded first holds for all. `shares` need not add up to
    100. Raises ValueError for shares that are negative or all nothing.
    """
    whole = sum(shares)
    if min(shares) < 0 or not whole > 0:
        raise ValueError("the shares of train, dev and test are numbers from 0, and not all of them are 0")
    dealing = _Dealing({part: share / whole for part, share in zip(PARTS, shares, strict=True)}, seed)
    there = list(articles)
    places: dict[Hashable, str] = {}
    for article in there if known else ():
        if known and article.key in known:
            places.setdefault(article.group, known[article.key])
    found = {}
    for article in there:
        if article.group not in places:
            places[article.group] = dealing.place(article)
        found[article.key] = places[article.group]
        dealing.add(article, found[article.key])
    return found


def groups_of(ties: Iterable[tuple[Hashable, Iterable[Hashable]]]) -> dict[Hashable, Hashable]:
    """Which things belong together: each thing with what it is tied to -> thing: the first one of its group."""
    first: dict[Hashable, Hashable] = {}

    def end_of(one: Hashable) -> Hashable:
        path = []
        while first.setdefault(one, one) != one:
            path.append(one)
            one = first[one]
        for passed in path:
            first[passed] = one
        return one

    order: dict[Hashable, int] = {}
    for thing, others in ties:
        order.setdefault(thing, len(order))
        for other in others:
            first[end_of(other)] = end_of(thing)
    named: dict[Hashable, Hashable] = {}
    for thing in order:
        named.setdefault(end_of(thing), thing)
    return {thing: named[end_of(thing)] for thing in order}
