"""Which articles somebody gets to read: drawn by lot, and dealt out to people."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from annotator.errors import AnnotatorError

Pair = tuple[UUID, UUID]
"""An article and the annotator who is to read it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Who is to read what, and how many times it was not so because that person has worked on the article already."""

    pairs: tuple[Pair, ...]
    passed_over: int = 0

    @property
    def articles(self) -> int:
        """How many articles it is about."""
        return len({document_id for document_id, _ in self.pairs})


@dataclass(frozen=True, slots=True)
class Assignment:
    """An article that was given to somebody. `begun`: something of that person's is in it, or it was handed in."""

    document_id: UUID
    title: str
    annotator_id: UUID
    annotator: str
    assigned_by: str
    blind: bool
    state: str
    begun: bool


def number_of_share(percent: float, total: int) -> int:
    """How many articles a share is, rounded up: a share of something is at least one. Raises AnnotatorError."""
    if not 0 < percent <= 100:
        raise AnnotatorError("A share is more than 0 % and at most 100 %.")
    return min(total, -int(-percent * total // 100))


def drawn(ids: Iterable[UUID], seed: int) -> list[UUID]:
    """The articles in an order by lot that is the same for the same seed, on every machine.

    Where an article comes depends on itself and the seed alone: with more articles to draw from, most of those drawn
    before are drawn again.
    """
    return sorted(ids, key=lambda key: (hashlib.sha256(b"%d:%s" % (seed, key.bytes)).digest(), key))


def plan_of(
    ids: Sequence[UUID],
    annotator_ids: Sequence[UUID],
    known: Mapping[UUID, Collection[UUID]],
    *,
    number: int | None = None,
    in_turn: bool = False,
) -> Plan:
    """Who is to read what of these articles, taken in their order.

    `known`: for each article, who has worked on it already and does not get it again. `number`: how many articles
    are wanted that anybody gets, None for all. Everybody gets each article, or with `in_turn` one person each: whoever
    has got fewest so far.
    """
    pairs: list[Pair] = []
    load = dict.fromkeys(annotator_ids, 0)
    passed_over = taken = 0
    for document_id in dict.fromkeys(ids):
        if taken == number:
            break
        free = [one for one in load if one not in known.get(document_id, ())]
        passed_over += len(load) - len(free) if not in_turn else not free
        chosen = sorted(free, key=load.__getitem__)[:1] if in_turn else free
        pairs += [(document_id, one) for one in chosen]
        for one in chosen:
            load[one] += 1
        taken += bool(chosen)
    return Plan(tuple(pairs), passed_over)
