"""Which sentences a set of stretches lies on, in one sweep through the text."""

from collections.abc import Iterable, Mapping, Sequence

from annotator.core.spans import Span, covered


class Stretches:
    """The union of some spans of a text. To be asked about extents in the order of the text, each after the other."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self._text, self._spans, self._at = text, covered(spans), 0

    def share_of(self, extent: Span) -> float:
        """How much of the extent they cover, 0..1; 0 when they share no letter or figure with it."""
        start, end = extent
        while self._at < len(self._spans) and self._spans[self._at][1] <= start:
            self._at += 1
        at, shared, has_letter = self._at, 0, False
        while at < len(self._spans) and self._spans[at][0] < end:
            first, last = max(start, self._spans[at][0]), min(end, self._spans[at][1])
            shared += last - first
            # A closing mark that has come to stand in the next sentence does not make that one quoted.
            has_letter = has_letter or any(map(str.isalnum, self._text[first:last]))
            at += 1
        return shared / (end - start) if has_letter else 0.0


def labels_on(text: str, extents: Sequence[Span], labelled: Mapping[str, Iterable[Span]]) -> list[frozenset[str]]:
    """For each extent, the labels that have a letter or figure of it; `labelled`: label -> its stretches."""
    stretches = {label: Stretches(text, spans) for label, spans in labelled.items()}
    return [frozenset(label for label, one in stretches.items() if one.share_of(extent)) for extent in extents]
