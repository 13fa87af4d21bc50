"""Where the reading of a text stands: its sentences, corrected by hand, and the state of each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from annotator.core.records import Furniture, Progress, SentenceState
from annotator.core.spans import Span, covered, trim


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

    Furniture when its visible extent is not article text, else tagged when an annotation (here: the
    spans of its segments) overlaps it, else nothing when its visible extent is marked, else undecided.
    A sentence without a visible character counts as furniture: there is nothing to decide.
    """
    not_text = covered(Span(piece.start_char, piece.end_char) for piece in furniture)
    read = covered(marks)
    tagged = covered(annotations)
    states = []
    for sentence in sentences:
        extent = trim(text, sentence)
        if extent.start_char == extent.end_char or _covers(not_text, extent):
            states.append(SentenceState.FURNITURE)
        elif _touches(tagged, extent):
            states.append(SentenceState.TAGGED)
        elif _covers(read, extent):
            states.append(SentenceState.NOTHING)
        else:
            states.append(SentenceState.UNDECIDED)
    return states


def progress(states: Iterable[SentenceState]) -> Progress:
    """The counts of a document's sentences by state, furniture left out."""
    counts = dict.fromkeys(SentenceState, 0)
    for state in states:
        counts[state] += 1
    tagged, nothing = counts[SentenceState.TAGGED], counts[SentenceState.NOTHING]
    return Progress(counts[SentenceState.UNDECIDED] + tagged + nothing, tagged, nothing)


def _covers(union: Sequence[Span], extent: Span) -> bool:
    """True when one span of a union of disjoint spans holds the whole extent."""
    index = bisect_right(union, extent.start_char, key=lambda span: span.start_char) - 1
    return index >= 0 and union[index].end_char >= extent.end_char


def _touches(union: Sequence[Span], extent: Span) -> bool:
    """True when a span of a union of disjoint spans overlaps the extent."""
    index = bisect_left(union, extent.start_char + 1, key=lambda span: span.end_char)
    return index < len(union) and union[index].start_char < extent.end_char
