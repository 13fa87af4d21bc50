"""Where the reading of a text stands: its sentences, corrected by hand, and the state of each."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

from annotator.core.records import Furniture, Progress, SentenceState
from annotator.core.spans import Span, covered, trim

_BLANK = re.compile(r"\s*")


def corrected_ends(ends: Sequence[int], breaks: Iterable[tuple[int, bool]]) -> list[int]:
    """The segmenter's tile ends with a person's corrections: `(position, joined)` adds or removes an end.

    The last end, that of the text, stays whatever the corrections say.
    """
    corrections = list(breaks)
    if not corrections or not ends:
        return list(ends)
    joined = {position for position, is_joined in corrections if is_joined}
    split = {position for position, is_joined in corrections if not is_joined and 0 < position < ends[-1]}
    return sorted(({*ends} - joined) | split | {ends[-1]})


def tiles(ends: Sequence[int]) -> list[Span]:
    """The sentences that tile a text, from their ends."""
    starts = (0, *ends[:-1]) if ends else ()
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def sentence_at(sentences: Sequence[Span], position: int) -> int:
    """The index of the sentence that holds a position; the last one for the text's end, -1 without sentences."""
    index = bisect_right(sentences, position, key=lambda sentence: sentence.start_char) - 1
    return min(max(index, 0), len(sentences) - 1)


def sentence_states(
    text: str,
    sentences: Sequence[Span],
    furniture: Iterable[Furniture],
    annotations: Iterable[Span],
    marks: Iterable[Span],
) -> list[SentenceState]:
    """The state of each sentence; one sweep, whatever the number of spans.

    Furniture when all that is seen of it is not article text, else tagged when an annotation (here: the
    spans of its segments) overlaps it, else nothing when all of its article text is marked, else undecided.
    White space between two stretches parts nothing, so that sentences which were read one by one are
    still read when they are joined. A sentence without a visible character counts as furniture: there
    is nothing to decide.
    """
    return extent_states(text, [trim(text, sentence) for sentence in sentences], furniture, annotations, marks)


def extent_states(
    text: str,
    extents: Iterable[Span],
    furniture: Iterable[Furniture],
    annotations: Iterable[Span],
    marks: Iterable[Span],
) -> list[SentenceState]:
    """`sentence_states` for those who have the visible extents of the sentences already."""
    not_text = _Union(Span(piece.start_char, piece.end_char) for piece in furniture)
    read, tagged = _Union(marks), _Union(annotations)
    states = []
    for extent in extents:
        if extent[0] == extent[1] or (not_text and is_covered(text, extent, not_text)):
            states.append(SentenceState.FURNITURE)
        elif tagged.touches(extent):
            states.append(SentenceState.TAGGED)
        elif (read or not_text) and is_covered(text, extent, read, not_text):
            states.append(SentenceState.NOTHING)
        else:
            states.append(SentenceState.UNDECIDED)
    return states


class Reaching(Protocol):
    """Disjoint stretches of a text that can be asked how far one reaches."""

    def reach(self, at: int) -> int:
        """The end of the stretch that holds position `at`; `at` itself where there is none."""


def is_covered(text: str, extent: Span, *unions: Reaching) -> bool:
    """True when every visible character of an extent lies in one of these stretches."""
    at, end = extent
    while at < end:
        before = at
        for union in unions:
            at = union.reach(at)
        if at == before:
            return False
        if at < end and (blank := _BLANK.match(text, at)):
            at = blank.end()
    return True


def progress(states: Iterable[SentenceState]) -> Progress:
    """The counts of a document's sentences by state, furniture left out."""
    counts = dict.fromkeys(SentenceState, 0)
    for state in states:
        counts[state] += 1
    tagged, nothing = counts[SentenceState.TAGGED], counts[SentenceState.NOTHING]
    return Progress(counts[SentenceState.UNDECIDED] + tagged + nothing, tagged, nothing)


class _Union:
    """A union of spans, to be asked about many extents."""

    def __init__(self, spans: Iterable[Span]) -> None:
        union = covered(spans)
        self._starts = [start for start, _ in union]
        self._ends = [end for _, end in union]

    def __bool__(self) -> bool:
        return bool(self._starts)

    def reach(self, at: int) -> int:
        """The end of the span that holds position `at`; `at` itself where there is none."""
        index = bisect_right(self._starts, at) - 1
        return self._ends[index] if index >= 0 and self._ends[index] > at else at

    def touches(self, extent: Span) -> bool:
        """True when a span of the union overlaps the extent."""
        index = bisect_right(self._ends, extent[0])
        return index < len(self._starts) and self._starts[index] < extent[1]
