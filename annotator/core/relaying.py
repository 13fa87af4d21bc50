"""A text in which some stretches have become other words, and where every place of the old text has gone."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from annotator.core.records import DocumentRecord, Furniture
from annotator.core.spans import Span, covered


class Replaced(NamedTuple):
    """A stretch of a text, and the words that are put in its place; neither is empty."""

    start_char: int
    end_char: int
    words: str


class Relaying:
    """The new text, and the way from the old one's places to its own.

    A place inside of a stretch that has become other words goes to where these begin or end, so that whatever had a
    part of the stretch has the whole of what stands there now.
    """

    def __init__(self, text: str, stretches: Sequence[Replaced]) -> None:
        """`stretches` are in order and do not overlap."""
        self._stretches = tuple(stretches)
        self._starts = [one.start_char for one in stretches]
        self._grown = [0]  # by how much all that is behind each stretch has moved
        pieces, at = [], 0
        for start, end, words in stretches:
            pieces += [text[at:start], words]
            at = end
            self._grown.append(self._grown[-1] + len(words) - (end - start))
        self.text = "".join((*pieces, text[at:]))

    def start(self, at: int) -> int:
        """Where a stretch that began here begins."""
        index = bisect_right(self._starts, at) - 1
        if index >= 0 and at < self._stretches[index].end_char:
            return self._starts[index] + self._grown[index]
        return at + self._grown[index + 1]

    def end(self, at: int) -> int:
        """Where a stretch that ended here ends."""
        index = bisect_right(self._starts, at - 1) - 1
        if index >= 0 and at <= self._stretches[index].end_char:
            return self._stretches[index].end_char + self._grown[index + 1]
        return at + self._grown[index + 1]

    def span(self, span: Span) -> Span:
        """A stretch of the old text -> of the new one."""
        return Span(self.start(span[0]), self.end(span[1]))

    def segments(self, segments: Sequence[Span]) -> tuple[Span, ...]:
        """The pieces of one annotation; those that had parts of one stretch are one piece now."""
        moved = tuple(map(self.span, segments))
        if all(one.end_char <= other.start_char for one, other in pairwise(moved)):
            return moved
        return tuple(covered(moved))


def relaid(record: DocumentRecord, way: Relaying) -> DocumentRecord:
    """The document with its new text, and everything that is said of it where it belongs."""
    return replace(
        record,
        text=way.text,
        furniture=tuple(Furniture(*way.span(Span(start, end)), kind) for start, end, kind in record.furniture),
        sentences=tuple(_tiles(record.sentences, way)),
        marks=tuple(map(way.span, record.marks)),
        annotations=tuple(replace(one, segments=way.segments(one.segments)) for one in record.annotations),
        rejected=tuple(replace(one, segments=way.segments(one.segments)) for one in record.rejected),
    )


def _tiles(tiles: Sequence[Span], way: Relaying) -> Iterator[Span]:
    """Sentences that tile the new text; one that lies whole inside of a name is none any more."""
    at = 0
    for _, end in tiles:
        moved = way.end(end)
        if moved > at:
            yield Span(at, moved)
            at = moved
