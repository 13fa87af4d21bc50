"""A line or two of a text around what was found in it, with the places of what was found."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.core.spans import Span, covered, snap_to_characters

LENGTH = 180
"""Characters of a snippet, give or take a word at each end."""

_BEFORE = 50  # characters shown before what was found first
_LONGEST_STEP = 24  # characters that an end may move to reach a space
_BLANKS = dict.fromkeys(map(ord, "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text in one line. `marks` count from its start; `is_cut` says at which ends more follows."""

    text: str
    marks: tuple[Span, ...] = ()
    start: int = 0
    is_cut: tuple[bool, bool] = (False, False)


def snippet(text: str, found: Sequence[Sequence[Span]], *, after: int = 0, length: int = LENGTH) -> Snippet:
    """The stretch that shows most of what was found: `found` has the places of each thing that was looked for.

    What stands before `after` is known already and left out when the rest shows as much.
    """
    if after and all(not spans or spans[-1].start_char >= after for spans in found):
        found = [[span for span in spans if span.start_char >= after] for spans in found]
    else:
        after = 0
    places = sorted((span, index) for index, spans in enumerate(found) for span in spans)
    first = _best(places, length, sum(1 for spans in found if spans))
    start = max(after, (places[first][0].start_char if places else 0) - _BEFORE)
    end = min(len(text), start + length)
    start, end = _widened(text, max(after, min(start, end - length)), end)
    if after and start <= after:
        start = end - len(text[after:end].lstrip())
    marks = covered(
        Span(max(span[0], start) - start, min(span[1], end) - start)
        for span, _ in places
        if span[0] < end and start < span[1]
    )
    return Snippet(
        one_line(text[start:end]),
        tuple(marks),
        start,
        (start > after and bool(text[after:start].strip()), end < len(text)),
    )


def _best(places: Sequence[tuple[Span, int]], length: int, kinds: int) -> int:
    """The place from which on a snippet shows most different things; the earliest of the best."""
    best, most = 0, 0
    for first, (span, _) in enumerate(places):
        if most == kinds:
            break
        reach = span.start_char + length - _BEFORE
        seen = {index for place, index in places[first : first + 16] if place.end_char <= reach}
        if len(seen) > most:
            best, most = first, len(seen)
    return best


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch moved to spaces close by, or else so that it cuts no character."""
    start = word_start(text, start)
    end = word_end(text, end)
    whole = snap_to_characters(text, Span(start, end)) if start < end else Span(start, end)
    return whole.start_char, whole.end_char


def word_start(text: str, at: int) -> int:
    """The place after the last space before `at`; `at` itself where there is none close by."""
    if at <= 0:
        return 0
    first = max(0, at - _LONGEST_STEP)
    space = max(text.rfind(" ", first, at), text.rfind("\n", first, at))
    return space + 1 if space >= 0 else at


def word_end(text: str, at: int) -> int:
    """The place of the first space from `at` on; `at` itself where there is none close by."""
    if at >= len(text):
        return len(text)
    last = at + _LONGEST_STEP
    return min((space for space in (text.find(" ", at, last), text.find("\n", at, last)) if space >= 0), default=at)


def one_line(text: str) -> str:
    """The text with a space for each line break and tab: as long as it was."""
    return text.translate(_BLANKS)
