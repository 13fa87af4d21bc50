"""Pieces of a file that are one annotation: put together again where they can be, under a key that nothing else has."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

from annotator.core.spans import Span

Piece = TypeVar("Piece")


def apart(group: Iterable[tuple[Piece, Span]]) -> Iterator[list[tuple[Piece, Span]]]:
    """The pieces of one annotation; where some lie over each other, it is copies of one, and each is for itself."""
    pieces = sorted(group, key=lambda pair: pair[1])
    if any(first.end_char > second.start_char for (_, first), (_, second) in pairwise(pieces)):
        yield from ([one] for one in pieces)
    else:
        yield pieces


def unused(key: str, used: set[str]) -> str:
    """The key, or with a number behind it where it is used already; from now on it is."""
    free, number = key, 1
    while free in used:
        number += 1
        free = f"{key}-{number}"
    used.add(free)
    return free
