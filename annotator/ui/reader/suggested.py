"""The suggestions of the open document, found by place, as long as nothing is decided on them."""

from bisect import bisect_left
from collections.abc import Iterable

from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.ui.reader.annotation_index import AnnotationIndex


class Suggested:
    """What is suggested; nothing until it has been worked out.

    An annotation with the same label on some of the same text decides on a suggestion: it is not shown any more, and
    shown again when that annotation goes. Nothing has to be worked out anew for that.

    Attributes: `every`, in order of the text; `current`, the one that was gone to last.
    """

    def __init__(self, found: Iterable[Suggestion] = ()) -> None:
        self.every = tuple(sorted(found, key=_order))
        self.current: Suggestion | None = None
        self._starts = [one.extent.start_char for one in self.every]
        self._longest = max((one.extent.end_char - one.extent.start_char for one in self.every), default=0)

    def on(self, span: Span, index: AnnotationIndex) -> list[Suggestion]:
        """Those on a stretch that are open beside these annotations, in order of the text."""
        return [one for one in self._near(span) if _is_on(one, span) and is_open(one, index)]

    def reaching(self, spans: Iterable[Span]) -> list[Span]:
        """The extents of those that have text on some stretches, open or not."""
        found = {one: None for span in spans for one in self._near(span) if _is_on(one, span)}
        return [one.extent for one in found]

    def next(self, after: Suggestion | int, index: AnnotationIndex) -> Suggestion | None:
        """The open one that comes after another, or begins at or after a place; the first again after the last."""
        if isinstance(after, Suggestion):
            first = self.every.index(after) + 1 if after in self.every else 0
        else:
            first = bisect_left(self._starts, after)
        return next((one for one in (*self.every[first:], *self.every[:first]) if is_open(one, index)), None)

    def number_open(self, index: AnnotationIndex) -> int:
        """How many are open."""
        return sum(is_open(one, index) for one in self.every)

    def match(self, label: str, segments: tuple[Span, ...]) -> Suggestion | None:
        """The one with just this label and stretch."""
        start = segments[0].start_char if segments else 0
        near = self.every[bisect_left(self._starts, start) : bisect_left(self._starts, start + 1)]
        return next((one for one in near if one.label == label and one.segments == segments), None)

    def _near(self, span: Span) -> tuple[Suggestion, ...]:
        first = bisect_left(self._starts, span.start_char - self._longest)
        return self.every[first : bisect_left(self._starts, span.end_char, first)]


def is_open(suggestion: Suggestion, index: AnnotationIndex) -> bool:
    """True while no annotation has this label on any of this text."""
    return not any(one.label == suggestion.label for part in suggestion.segments for one in index.overlapping(part))


def _is_on(suggestion: Suggestion, span: Span) -> bool:
    return any(part.overlaps(span) for part in suggestion.segments)


def _order(suggestion: Suggestion) -> tuple[int, int, str]:
    extent = suggestion.extent
    return extent.start_char, -extent.end_char, suggestion.label
