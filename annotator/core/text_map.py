"""Where the places of an old text are in a new one, as far as their differences say."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from annotator.core.spans import Span
from annotator.core.text_diff import Piece, PieceKind


class Window(NamedTuple):
    """The stretch of the new text that stands where a stretch of the old one stood.

    `starts` and `ends` tell whether that edge is certain; where it is not, it lies somewhere inside.
    """

    span: Span
    starts: bool
    ends: bool


class TextMap:
    """The differences of two texts, to be asked for many stretches."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = [piece for piece in pieces if piece.old.start_char < piece.old.end_char]
        self._starts = [piece.old.start_char for piece in self._pieces]
        self._equal_new = [piece.new for piece in pieces if piece.kind is PieceKind.EQUAL]
        self._new_starts = [span.start_char for span in self._equal_new]
        self.changed = [p.new for p in pieces if p.kind in (PieceKind.INSERTED, PieceKind.REPLACED)]
        """The stretches of the new text that the old one does not have in the same order."""

    def same(self, span: Span) -> Span | None:
        """Where a stretch of the old text is, when nothing of it has changed; None else."""
        index = bisect_right(self._starts, span.start_char) - 1
        if index < 0:
            return None
        kind, old, new = self._pieces[index]
        if kind is not PieceKind.EQUAL or span.end_char > old.end_char:
            return None
        shift = new.start_char - old.start_char
        return Span(span.start_char + shift, span.end_char + shift)

    def window(self, span: Span) -> Window:
        """What stands in the place of a stretch of the old text that is not empty."""
        first = bisect_right(self._starts, span.start_char) - 1
        last = bisect_left(self._starts, span.end_char) - 1
        start, starts = _mapped_start(self._pieces[first], span.start_char)
        end, ends = _mapped_end(self._pieces[last], span.end_char)
        return Window(Span(start, max(start, end)), starts, ends)

    def is_taken(self, span: Span) -> bool:
        """True when a stretch of the new text is what another place of the old text has become, unchanged."""
        index = bisect_right(self._new_starts, span.start_char) - 1
        return index >= 0 and span.end_char <= self._equal_new[index].end_char


def _mapped_start(piece: Piece, at: int) -> tuple[int, bool]:
    if piece.kind is PieceKind.EQUAL:
        return piece.new.start_char + at - piece.old.start_char, True
    return piece.new.start_char, at == piece.old.start_char


def _mapped_end(piece: Piece, at: int) -> tuple[int, bool]:
    if piece.kind is PieceKind.EQUAL:
        return piece.new.end_char - (piece.old.end_char - at), True
    return piece.new.end_char, at == piece.old.end_char
