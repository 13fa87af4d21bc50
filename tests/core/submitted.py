"""Readings of one article for tests: who said what of which stretches, in one line each."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from annotator.core.disputes import Group
from annotator.core.spans import Span
from annotator.core.submissions import SubmittedAnnotation, SubmittedLink, SubmittedReading

DOCUMENT = UUID(int=1)
ANA, BEN, CLEO = (UUID(int=number) for number in (101, 102, 103))
Stretches = tuple[int, int] | list[tuple[int, int]]


def said(number: int, label: str, stretches: Stretches, note: str = "", **attributes: Any) -> SubmittedAnnotation:
    """An annotation with the key `number`, on one stretch or on a list of them."""
    segments = tuple(Span(*one) for one in (stretches if isinstance(stretches, list) else [stretches]))
    return SubmittedAnnotation(UUID(int=number), label, segments, attributes, note)


def link(kind: str, start: int, end: int | None = None, source: int | None = None) -> SubmittedLink:
    return SubmittedLink(kind, UUID(int=start), UUID(int=end) if end else None, UUID(int=source) if source else None)


def reading(
    annotator: UUID, *annotations: SubmittedAnnotation, links: Iterable[SubmittedLink] = (), number: int = 1
) -> SubmittedReading:
    key = UUID(int=annotator.int * 1000 + number)
    return SubmittedReading(key, DOCUMENT, annotator, number, True, annotations, tuple(links))


def keys(group: Group) -> list[int]:
    """The keys of a group's annotations, as numbers."""
    return sorted(key.int for key in group.ids)


def by_keys(groups: Iterable[Group]) -> Mapping[tuple[int, ...], Group]:
    return {tuple(keys(group)): group for group in groups}
