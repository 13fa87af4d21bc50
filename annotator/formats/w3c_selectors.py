"""Targets of Web Annotations: of which source, and where in it, as the selectors of several tools say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_CHARACTERS = re.compile(r"char=(\d{1,12}),(\d{1,12})")  # RFC 5147


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch as it is told: by a position, None for none, by its words, "" for none, or by both."""

    start: int | None = None
    end: int | None = None
    words: str = ""
    before: str = ""
    after: str = ""


def listed(found: Any) -> list[Any]:
    """One thing or several as a list."""
    if found is None:
        return []
    return found if isinstance(found, list) else [found]


def source_of(target: Any) -> str:
    """What a target is, or is a part of; "" where it does not say."""
    if isinstance(target, str):
        return target
    found = (target.get("source") or target.get("id") or target.get("@id")) if isinstance(target, dict) else None
    if isinstance(found, dict):
        found = found.get("id") or found.get("@id")
    return found if isinstance(found, str) else ""


def places_of(target: Any) -> list[Place]:
    """The stretches of a target, in their order.

    Several selectors are ways to tell one stretch, save where there are several positions: then each is a piece, and
    the words are theirs in the same order.
    """
    if not isinstance(target, dict):
        return []
    positions: list[tuple[int, int]] = []
    words: list[Place] = []
    for one in _selectors(target.get("selector")):
        exact = one.get("exact")
        if isinstance(exact, str) and exact:
            around = (said if isinstance(said := one.get(name), str) else "" for name in ("prefix", "suffix"))
            words.append(Place(None, None, exact, *around))
        elif place := _position(one):
            positions.append(place)
    pieces = list(dict.fromkeys(positions))
    if not pieces:
        return words[:1]
    if len(words) == len(pieces):
        return [Place(*at, one.words, one.before, one.after) for at, one in zip(pieces, words, strict=True)]
    return [Place(*at) for at in pieces]


def _selectors(found: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    for one in listed(found):
        if isinstance(one, dict) and depth < 5:
            yield one
            yield from _selectors(one.get("refinedBy"), depth + 1)


def _position(selector: Mapping[str, Any]) -> tuple[int, int] | None:
    start, end, value = selector.get("start"), selector.get("end"), selector.get("value")
    if type(start) is int and type(end) is int:
        return start, end
    found = _CHARACTERS.search(value) if isinstance(value, str) else None
    return (int(found[1]), int(found[2])) if found else None
