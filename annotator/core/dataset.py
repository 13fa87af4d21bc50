"""An article as a dataset shows it: its text without page furniture, and where each place has gone."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from annotator.core.records import DocumentRecord, Furniture
from annotator.core.spans import Span, covered


@dataclass(frozen=True, slots=True)
class ExportText:
    """The text to export. `kept` are the stretches of the frozen text that it consists of, in order."""

    text: str
    kept: tuple[Span, ...]
    _starts: tuple[int, ...]
    _lengths: tuple[int, ...]
    _untouched: int
    """Up to here nothing was cut, so that places are the same."""

    def place(self, at: int) -> int:
        """A place of the frozen text -> of the exported one. What was cut falls together in one place."""
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return 0
        start, end = self.kept[index]
        return self._lengths[index] + min(at, end) - start

    def span(self, span: Span) -> Span:
        """A stretch of the frozen text -> of the exported one; empty when nothing of it was kept."""
        start, end = span
        if end <= self._untouched:
            return span
        return Span(start if start <= self._untouched else self.place(start), self.place(end))


def whole_text(record: DocumentRecord) -> ExportText:
    """The frozen text as it is."""
    return _kept(record.text, [Span(0, len(record.text))])


def cut_furniture(record: DocumentRecord) -> ExportText:
    """The text without its page furniture, save where an annotation touches that.

    With a stretch goes the white space after it, so that no hole remains; with one at the end of a
    line that began as article text goes the white space before it, so that the line still ends.
    """
    if not record.furniture:
        return whole_text(record)
    segments = [segment for annotation in record.annotations for segment in annotation.segments]
    return cut_text(record.text, record.furniture, segments)


def cut_text(text: str, furniture: Iterable[Furniture], segments: Iterable[Span]) -> ExportText:
    """The same of a text whose annotations are on these segments."""
    labelled = covered(segments)
    stretches = (Span(piece.start_char, piece.end_char) for piece in furniture)
    pieces = covered(piece for piece in stretches if not any(piece.overlaps(segment) for segment in labelled))
    cuts = covered(_with_space(text, piece, labelled) for piece in pieces)
    if cuts and cuts[-1].end_char == len(text):
        cuts[-1] = Span(_space_around(text, cuts[-1], labelled)[0], len(text))
    ends = [0, *(cut.end_char for cut in cuts)]
    starts = [*(cut.start_char for cut in cuts), len(text)]
    return _kept(text, [Span(end, start) for end, start in zip(ends, starts, strict=True) if end < start])


def _kept(text: str, kept: Sequence[Span]) -> ExportText:
    lengths = accumulate((end - start for start, end in kept), initial=0)
    pieces = text if len(kept) == 1 and kept[0] == (0, len(text)) else "".join(text[s:e] for s, e in kept)
    starts = tuple(start for start, _ in kept)
    untouched = kept[0].end_char if kept and kept[0].start_char == 0 else 0
    return ExportText(pieces, tuple(kept), starts, tuple(lengths)[: len(kept)], untouched)


def _with_space(text: str, piece: Span, labelled: Sequence[Span]) -> Span:
    """The piece with the white space that belongs to it, as far as that is not labelled."""
    before, after = _space_around(text, piece, labelled)
    ends_line = after == len(text) or "\n" in text[piece.end_char : after]
    begins_line = before == 0 or "\n" in text[before : piece.start_char]
    if ends_line and not begins_line and after < len(text):
        return Span(before, piece.end_char)
    return Span(piece.start_char, after)


def _space_around(text: str, piece: Span, labelled: Sequence[Span]) -> tuple[int, int]:
    """How far white space, not labelled, reaches before and after a piece."""
    index = bisect_right(labelled, piece.start_char, key=lambda segment: segment.start_char)
    first = labelled[index - 1].end_char if index else 0
    last = labelled[index].start_char if index < len(labelled) else len(text)
    before, after = piece
    while before > first and text[before - 1].isspace():
        before -= 1
    while after < last and text[after].isspace():
        after += 1
    return before, after
