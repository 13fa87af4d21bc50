"""Quotations and suspicious quotation marks of the open document, found by place."""

from bisect import bisect_left, bisect_right

from annotator.core.records import Doubt, Quotations
from annotator.core.spans import Span


class Quoted:
    """What the check of the marks has found; nothing until it has been made.

    Attributes: `doubts`, in order of the text; `current`, the one that was gone to last.
    """

    def __init__(self, found: Quotations | None = None) -> None:
        self.doubts: tuple[Doubt, ...] = found.doubts if found else ()
        self.current: Doubt | None = None
        self._starts = [doubt.start_char for doubt in self.doubts]
        # A turn that a dash opens is left out: where it ends is a guess.
        outer = [one.segments for one in found.quotations if one.closer and not one.depth] if found else []
        self._extents = sorted(Span(segments[0].start_char, segments[-1].end_char) for segments in outer)

    def doubts_on(self, span: Span) -> tuple[Doubt, ...]:
        """The suspicious marks that begin on a stretch."""
        first = bisect_left(self._starts, span.start_char)
        return self.doubts[first : bisect_left(self._starts, span.end_char, first)]

    def next_doubt(self, after: int) -> int:
        """Which suspicious mark comes next after a position, the first again after the last; -1 without any."""
        found = bisect_right(self._starts, after)
        if found == len(self.doubts):
            return 0 if self.doubts else -1
        return found

    def running_through(self, span: Span) -> Span | None:
        """The quotation that holds some of a stretch and goes on beyond it; the first, if there are several."""
        before = bisect_right(self._extents, Span(span.start_char, span.start_char)) - 1
        for at in range(max(0, before), len(self._extents)):
            extent = self._extents[at]
            if extent.start_char >= span.end_char:
                break
            if extent.overlaps(span) and (extent.start_char < span.start_char or extent.end_char > span.end_char):
                return extent
        return None
