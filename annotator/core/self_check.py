"""Self-consistency: what somebody says of a sentence now, beside what the same person said of it some time ago.

Shown to that person only. Percent and Cohen's kappa as between two annotators (core/agreement/nominal.py): the person
then, and the person now.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from annotator.core.agreement.measures import FEW
from annotator.core.agreement.nominal import PairSums, cohen, counted
from annotator.core.spans import Span

MOST_AT_ONCE = 200
"""So many sentences are asked for at once, however large the share."""


class Said(NamedTuple):
    """A label on stretches of a sentence."""

    label: str
    segments: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """A sentence that was decided on twice, and when the second time."""

    first: tuple[Said, ...]
    again: tuple[Said, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Sameness:
    """Of how many sentences the same was said twice; `label` "" for all labels together.

    `n` sentences; `same` the share on which the label was put, or not put, both times, 0..1; `kappa` None where it is
    not defined. `both` is the number of sentences that had the label both times, `same_stretch` of how many of them on
    exactly the same words.
    """

    label: str
    n: int
    same: float | None
    kappa: float | None
    both: int
    same_stretch: int

    @property
    def is_of_few(self) -> bool:
        """True when there are too few sentences to judge by."""
        return self.n < FEW


@dataclass(frozen=True, slots=True)
class Consistency:
    """All the figures: together, label by label, and together month by month ("2026-05"), the oldest first."""

    overall: Sameness
    labels: tuple[Sameness, ...]
    months: tuple[tuple[str, Sameness], ...]


class Decided(NamedTuple):
    """A sentence that somebody decided on, when that was last, and what was said."""

    document_id: UUID
    sentence: Span
    at: datetime
    said: tuple[Said, ...]


def said_in(sentence: Span, annotations: Iterable[Said]) -> tuple[Said, ...]:
    """What annotations say of a sentence: each clipped to it, those that lie elsewhere left out."""
    found = []
    for label, segments in annotations:
        inside = tuple(
            Span(max(start, sentence.start_char), min(end, sentence.end_char))
            for start, end in segments
            if start < sentence.end_char and sentence.start_char < end
        )
        if inside:
            found.append(Said(label, inside))
    return tuple(sorted(found))


def chosen(decided: Sequence[Decided], share: float, before: datetime, seed: int) -> list[Decided]:
    """A random share of what was decided on before a moment, one at least where there is any, in a random order."""
    old = sorted((one for one in decided if one.at < before), key=lambda one: (one.document_id, one.sentence))
    number = min(len(old), MOST_AT_ONCE, max(1, round(share * len(old)))) if old else 0
    return random.Random(seed).sample(old, number)  # noqa: S311 - a choice that can be made again, no secret


def consistency(answered: Sequence[Answered], labels: Sequence[str]) -> Consistency:
    """The figures for these labels, in their order."""
    months: dict[str, list[Answered]] = {}
    for one in sorted(answered, key=lambda one: one.at):
        months.setdefault(one.at.strftime("%Y-%m"), []).append(one)
    return Consistency(
        _together(answered),
        tuple(_of_label(answered, label) for label in labels),
        tuple((month, _together(group)) for month, group in months.items()),
    )


def written(said: Iterable[Said]) -> list[dict[str, Any]]:
    """What a column holds."""
    return [{"label": one.label, "segments": [list(segment) for segment in one.segments]} for one in said]


def read(kept: Iterable[Mapping[str, Any]]) -> tuple[Said, ...]:
    """What `written` wrote."""
    return tuple(sorted(Said(one["label"], tuple(Span(start, end) for start, end in one["segments"])) for one in kept))


def _together(answered: Sequence[Answered]) -> Sameness:
    """By all the labels of a sentence at once: the same when they are all the same."""
    sides = [(_labels(one.first), _labels(one.again)) for one in answered]
    both = sum(bool(first & again) for first, again in sides)
    same_stretch = sum(bool(one.first) and one.first == one.again for one in answered)
    return _sameness("", sides, both, same_stretch)


def _of_label(answered: Sequence[Answered], label: str) -> Sameness:
    sides = [(label in _labels(one.first), label in _labels(one.again)) for one in answered]
    with_both = [one for one, (first, again) in zip(answered, sides, strict=True) if first and again]
    same_stretch = sum(_only(one.first, label) == _only(one.again, label) for one in with_both)
    return _sameness(label, sides, len(with_both), same_stretch)


def _sameness(label: str, sides: Sequence[tuple[Any, Any]], both: int, same_stretch: int) -> Sameness:
    sums = PairSums.of(counted(sides))
    share = sums.agreed / sums.items if sums.items else None
    return Sameness(label, len(sides), share, cohen(sums), both, same_stretch)


def _labels(said: Iterable[Said]) -> frozenset[str]:
    return frozenset(one.label for one in said)


def _only(said: Iterable[Said], label: str) -> list[Said]:
    return [one for one in said if one.label == label]
