"""An article's text for a report: its paragraphs, with every passage tinted and numbered where it stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.core.records import Furniture
from annotator.core.report import Paragraph, Piece, Style
from annotator.core.spans import Span, covered

CAPTION = "caption"
"""The kind of furniture that a lawyer reads, too."""


class Passage(NamedTuple):
    """A stretch of the text that a report tells of: its number, its label's key, where it stands."""

    number: int
    label: str
    segments: tuple[Span, ...]


class _Edge(NamedTuple):
    """Where a passage begins or ends inside a line."""

    at: int
    opens: bool
    rank: int
    shown: bool
    """False where a passage only goes on from the line before, or into the next one."""


class Places:
    """Where a place of a text stands, counted as a reader without the program counts: lines and paragraphs from 1."""

    def __init__(self, text: str) -> None:
        self._ends = [found.start() for found in re.finditer("\n", text)]
        starts = [0, *(end + 1 for end in self._ends)]
        filled = (bool(text[start:end].strip()) for start, end in zip(starts, [*self._ends, len(text)], strict=True))
        self._paragraphs: list[int] = []
        count = 0
        for is_filled in filled:
            count += is_filled
            self._paragraphs.append(max(1, count))

    def line(self, at: int) -> int:
        """The line that a code point stands in."""
        return bisect_left(self._ends, at) + 1

    def paragraph(self, at: int) -> int:
        """The paragraph that it stands in: lines that hold no word are not counted."""
        return self._paragraphs[self.line(at) - 1]


def marked_text(
    text: str, passages: Sequence[Passage], furniture: Iterable[Furniture] = (), language: str = ""
) -> Iterator[Paragraph]:
    """The paragraphs of a text, each passage between its numbers. Lines that hold no word are left out.

    So are lines of page furniture that no passage touches, captions apart.
    """
    edges = _edges(text, passages)
    pieces_of = _Line(text, [passage.number for passage in passages], [passage.label for passage in passages])
    pieces = list(furniture)
    captions = covered(Span(one.start_char, one.end_char) for one in pieces if one.kind == CAPTION)
    others = covered(Span(one.start_char, one.end_char) for one in pieces if one.kind != CAPTION)
    for line in _lines(text):
        here = edges.get(line.start_char, [])
        if not here and _lies_in(line, others, text):
            continue
        style = Style.CAPTION if _lies_in(line, captions, text) else Style.TEXT
        yield Paragraph(tuple(pieces_of.cut(line, here)), style, language)


def leaves_furniture_out(text: str, passages: Sequence[Passage], furniture: Sequence[Furniture]) -> bool:
    """True when `marked_text` leaves a line out."""
    if not furniture:
        return False
    shown = sum(1 for _ in marked_text(text, passages, furniture))
    return shown < sum(1 for _ in _lines(text))


class _Line:
    """Cuts lines into pieces that look the same."""

    def __init__(self, text: str, numbers: Sequence[int], labels: Sequence[str]) -> None:
        self._text, self._numbers, self._labels = text, numbers, labels

    def cut(self, line: Span, edges: Sequence[_Edge]) -> Iterator[Piece]:
        open_ones: dict[int, None] = {}
        at = line.start_char
        for edge in sorted(edges, key=_in_order):
            yield from self._words(at, edge.at, open_ones)
            at = edge.at
            if edge.opens:
                open_ones[edge.rank] = None
            else:
                open_ones.pop(edge.rank, None)
            if edge.shown:
                number = self._numbers[edge.rank]
                words = f"[{number}\u00a0" if edge.opens else f"\u00a0{number}]"
                yield Piece(words, (self._labels[edge.rank],), number=True)
        yield from self._words(at, line.end_char, open_ones)

    def _words(self, start: int, end: int, open_ones: Iterable[int]) -> Iterator[Piece]:
        if start < end:
            marks = dict.fromkeys(self._labels[rank] for rank in sorted(open_ones))
            yield Piece(self._text[start:end], tuple(marks))


def _lines(text: str) -> Iterator[Span]:
    """The lines that hold something, without the white space at their ends."""
    start = 0
    for line in text.split("\n"):
        kept = line.strip()
        if kept:
            begins = start + line.index(kept)
            yield Span(begins, begins + len(kept))
        start += len(line) + 1


def _edges(text: str, passages: Sequence[Passage]) -> dict[int, list[_Edge]]:
    """Where passages begin and end, by the start of the line that it is in."""
    lines = list(_lines(text))
    starts = [line.start_char for line in lines]
    found: dict[int, list[_Edge]] = {}
    for rank, passage in enumerate(passages):
        for segment in passage.segments:
            first = max(0, bisect_right(starts, segment.start_char) - 1)
            over = [at for at in range(first, bisect_left(starts, segment.end_char)) if lines[at].overlaps(segment)]
            for at in over:
                line = lines[at]
                opens = _Edge(max(segment.start_char, line.start_char), True, rank, at == over[0])
                closes = _Edge(min(segment.end_char, line.end_char), False, rank, at == over[-1])
                found.setdefault(line.start_char, []).extend((opens, closes))
    return found


def _in_order(edge: _Edge) -> tuple[int, bool, int]:
    """What ends at a place comes before what begins there; what lies inside ends first and begins last."""
    return edge.at, edge.opens, edge.rank if edge.opens else -edge.rank


def _lies_in(line: Span, stretches: Sequence[Span], text: str) -> bool:
    """True when nothing of a line but white space is outside the stretches, which are in order."""
    index = bisect_right(stretches, line.start_char, key=lambda one: one.start_char) - 1
    if index < 0:
        return False
    at = stretches[index].end_char
    for stretch in stretches[index + 1 :]:
        if at >= line.end_char or text[at : stretch.start_char].strip():
            break
        at = stretch.end_char
    return not text[at : line.end_char].strip() if at < line.end_char else True
