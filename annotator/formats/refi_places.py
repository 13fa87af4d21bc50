"""How the tool that wrote a REFI-QDA project counts in its texts, which the standard leaves open in two ways.

“The first and the last character” is for most an end that is excluded, for Potato one that is included. A line end of
two characters is one to ATLAS.ti, and to QualCoder, which writes such line ends on Windows though it counts others.
Where selections are named after their words, these tell.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from annotator.core.spans import Span
from annotator.formats.line_ends import LineEnds

_WHITE = str.maketrans("\r\n\t", "   ")


class Counting(NamedTuple):
    """A way to count: whether a selection's end is its last character, and whether a line end is always one."""

    end_included: bool = False
    line_ends_once: bool = False

    def place(self, lines: LineEnds, selection: Any) -> Span | None:
        """Where a selection stands; None for what is outside the text, or empty."""
        start, end = _number(selection.get("startPosition")), _number(selection.get("endPosition"))
        if start is None or end is None:
            return None
        end += self.end_included
        if not self.line_ends_once:
            start, end = lines.place(start), lines.place(end)
        return Span(start, end) if start < end <= len(lines.text) else None


def counting_of(lines: LineEnds, selections: Iterable[Any], usual: Counting) -> Counting:
    """The way in which most selections of a text have the words that they are named after; in doubt the usual one."""
    ways = [usual, *(way for way in _WAYS if way != usual)]
    found = dict.fromkeys(ways, 0)
    for selection in selections:
        name = (selection.get("name") or "").translate(_WHITE)  # in which XML makes spaces of line ends
        for way in ways if name else ():
            place = way.place(lines, selection)
            if place is not None and lines.text[slice(*place)].translate(_WHITE) == name:
                found[way] += 1
    return max(ways, key=lambda way: found[way])


_WAYS = [Counting(included, once) for included in (False, True) for once in (False, True)]


def _number(words: str | None) -> int | None:
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < 19 else None
