"""A text as another tool counts in it, and the same text as this program has it: lines that end in a line feed.

A place that the other tool tells is checked by the words that it tells, too, and put right by them where it is wrong:
tools that run in a browser count UTF-16, and some count line ends otherwise.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from annotator.core.spans import Span, Utf16Map

_ENDS = re.compile("\r\n?")
_OCCURRENCES = 1_000
_SEARCHED = 500_000_000  # characters of one text that are looked through for words whose places are wrong: about 1 s
_LONGEST = 20_000  # characters: longer words are looked for as they are, not whatever their white space
_TEXT_NAMES = ("text", "data", "content", "body", "article", "sentence")


def normal(text: str) -> str:
    """The text with line feeds only at the ends of its lines."""
    return _ENDS.sub("\n", text) if "\r" in text else text


def main_text(fields: Mapping[str, Any]) -> str | None:
    """The text among the fields of an entry: under a usual name, else the longest there is."""
    for name in _TEXT_NAMES:
        if isinstance(found := fields.get(name), str):
            return found
    texts = [value for name, value in fields.items() if isinstance(value, str) and name not in ("id", "meta")]
    return max(texts, key=len, default=None)


class ForeignText:
    """A text in which places are told in code points, or in UTF-16 units. `text` is the same with our line ends."""

    def __init__(self, foreign: str, *, utf16: bool = False) -> None:
        self.text = normal(foreign)
        self._utf16 = utf16
        self._units = Utf16Map(foreign)
        self._length = len(foreign)
        self._searched = 0
        self._returns = [found.start() for found in re.finditer("\r\n", foreign)] if "\r" in foreign else []

    def place(self, start: Any, end: Any, words: str = "", before: str = "", after: str = "") -> Span:
        """Where a stretch is in `text`. Raises ValueError with a plain reason when it is nowhere.

        `words` are those that the file tells, "" for none; `before` and `after` are what stands around them.
        """
        given = [self._span(start, end, utf16) for utf16 in (self._utf16, not self._utf16)]
        if not words:
            if given[0] is None:
                raise ValueError(f"Its place {start}–{end} is not in the text.")
            return given[0]
        for span in given:
            if span and _same(self.text[span.start_char : span.end_char], words):
                return span
        near = next((span.start_char for span in given if span), None)
        return self._found(normal(words), near, normal(before), normal(after))

    def _span(self, start: Any, end: Any, utf16: bool) -> Span | None:
        if type(start) is not int or type(end) is not int or not 0 <= start < end:
            return None
        if utf16:
            start, end = self._units.to_points(start), self._units.to_points(end)
        if end > self._length:
            return None
        span = Span(*(at - bisect_left(self._returns, at) for at in (start, end)))
        return span if span.start_char < span.end_char else None

    def _found(self, words: str, near: int | None, before: str, after: str) -> Span:
        """The place of the words with what is most like their surroundings, and of those the nearest one."""
        places = self._occurrences(words)
        if not places:
            raise ValueError(f"Its words “{shortened(words)}” are not in the text.")

        def likeness(span: Span) -> int:
            ahead = self.text[max(0, span.start_char - len(before)) : span.start_char]
            behind = self.text[span.end_char : span.end_char + len(after)]
            return _common(ahead[::-1], before[::-1]) + _common(behind, after)

        most = max(map(likeness, places))
        best = [span for span in places if likeness(span) == most]
        if near is None and len(best) > 1:
            raise ValueError(f"Its words “{shortened(words)}” are in the text {len(best)} times.")
        return min(best, key=lambda span: abs(span.start_char - (near or 0)))

    def _occurrences(self, words: str) -> list[Span]:
        self._searched += len(self.text)
        if self._searched > _SEARCHED:
            raise ValueError("Too many places in this text are wrong.")
        found = _all(re.escape(words), self.text)
        if not found and len(words) <= _LONGEST:
            found = _all(r"\s+".join(map(re.escape, words.replace("\\n", "\n").split())), self.text)
        return found


def shortened(words: str) -> str:
    """Words in one line for a sentence, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _all(pattern: str, text: str) -> list[Span]:
    found = []
    for match in re.finditer(pattern, text) if pattern else ():
        found.append(Span(*match.span()))
        if len(found) == _OCCURRENCES:
            break
    return found


def _same(piece: str, words: str) -> bool:
    """The same words, whatever their white space; one tool tells line ends as a backslash and an n."""
    return piece == words or piece.split() == normal(words).replace("\\n", "\n").split() or piece == normal(words)


def _common(one: str, other: str) -> int:
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)
