"""Stretches of text: code points, end excluded, never empty, never cutting a character in two.

Also the only place that converts to and from UTF-16 units, which Qt, Java and JavaScript count in.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from annotator.errors import InvalidSpan

# Below this no code point extends the one before it (UAX #29), save the line feed after a carriage return.
_FIRST_EXTENDER = 0x300
_FIRST_MARK = chr(_FIRST_EXTENDER)
# A cluster is seldom longer; only flags and stacked accents make the look-back grow.
_LOOK_BACK = 64


class Span(NamedTuple):
    """A stretch of text from `start_char` up to, not including, `end_char`."""

    start_char: int
    end_char: int

    def overlaps(self, other: "Span") -> bool:
        """True when at least one code point is in both."""
        return self.start_char < other.end_char and other.start_char < self.end_char

    def contains(self, other: "Span") -> bool:
        """True when no code point of `other` is outside this span."""
        return self.start_char <= other.start_char and other.end_char <= self.end_char


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends; empty (at its end) when it is all white space.

    A space that forms one character with a mark beside it stays.
    """
    start, end = span
    piece = text[start:end]
    if piece.isascii() and text[end : end + 1] < _FIRST_MARK:
        kept = piece.lstrip()
        return Span(end - len(kept), end - len(kept) + len(kept.rstrip()))
    while start < end and text[start].isspace() and not _joined(text, start + 1):
        start += 1
    while end > start and text[end - 1].isspace() and not _joined(text, end - 1):
        end -= 1
    return Span(start, end)


def _joined(text: str, at: int) -> bool:
    """True when a mark, not just a line feed after its carriage return, joins what is around `at`."""
    if at <= 0 or at >= len(text) or max(ord(text[at - 1]), ord(text[at])) < _FIRST_EXTENDER:
        return False
    return not is_boundary(text, at)


@cache
def _clusters() -> Any:
    # Loaded late: most texts never need it, and it costs a command's start some 20 ms.
    import regex

    return regex.compile(r"\X")


def is_boundary(text: str, at: int) -> bool:
    """True when no extended grapheme cluster (UAX #29) runs across position `at`."""
    if at <= 0 or at >= len(text):
        return True
    before, after = ord(text[at - 1]), ord(text[at])
    if before < _FIRST_EXTENDER and after < _FIRST_EXTENDER:
        return not (before == 0x0D and after == 0x0A)
    start, back = at - 1, at - _LOOK_BACK
    while start > 0 and (start > back or _clings(text[start])):
        if ord(text[start]) < _FIRST_EXTENDER:
            break
        start -= 1
    for cluster in _clusters().finditer(text, start):
        if cluster.end() >= at:
            return bool(cluster.end() == at)
    return True


def _clings(character: str) -> bool:
    """True when what a character is depends on those before it: a mark, a joiner, half a flag, a colour of skin."""
    return (
        unicodedata.category(character)[0] == "M"
        or character == "\u200d"
        or "\U0001f1e6" <= character <= "\U0001f1ff"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def snap_to_characters(text: str, span: Span) -> Span:
    """The smallest span around `span` that cuts no grapheme cluster."""
    start, end = max(0, span.start_char), min(len(text), span.end_char)
    while not is_boundary(text, start):
        start -= 1
    while not is_boundary(text, end):
        end += 1
    return Span(start, end)


def has_word_spaces(character: str) -> bool:
    """False for scripts that are written without spaces between words (Han, kana, Thai, Lao, Khmer, Burmese)."""
    code = ord(character)
    return not (
        0x0E00 <= code <= 0x0EFF
        or 0x1000 <= code <= 0x109F
        or 0x1780 <= code <= 0x17FF
        or 0x3040 <= code <= 0x30FF
        or 0x3400 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x3FFFF
    )


def _inside_word(text: str, at: int) -> bool:
    """True when `at` lies between two characters of one word."""
    if at <= 0 or at >= len(text):
        return False
    before, after = text[at - 1], text[at]
    if not is_boundary(text, at):
        return True
    if not (has_word_spaces(before) and has_word_spaces(after)):
        return False
    if _of_word(before) and _of_word(after):
        return True
    joins = "-'’ʼ"
    if after in joins:
        return _of_word(before) and at + 1 < len(text) and _of_word(text[at + 1])
    return before in joins and _of_word(after) and at > 1 and _of_word(text[at - 2])


def _of_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def snap_to_words(text: str, span: Span) -> Span:
    """Grow a span to whole words, then leave white space at its ends out.

    Where words have no spaces between them the ends snap to grapheme clusters instead.
    """
    start, end = snap_to_characters(text, span)
    while _inside_word(text, start):
        start -= 1
    while _inside_word(text, end):
        end += 1
    return trim(text, Span(start, end))


def words(text: str, span: Span) -> list[Span]:
    """The steps by which a selection grows or shrinks: words, with the marks that cling to them.

    Each run of non-space characters is cut at word edges and around quotation marks; in scripts
    without spaces each grapheme cluster is a step.
    """
    steps: list[Span] = []
    at = span.start_char
    while at < span.end_char:
        if text[at].isspace() and not _joined(text, at + 1):
            at += 1
            continue
        end = at + 1
        while end < span.end_char and not _step_ends(text, end):
            end += 1
        steps.append(Span(at, end))
        at = end
    return steps


def _step_ends(text: str, at: int) -> bool:
    """True when one step of `words` ends and another starts at `at`."""
    before, after = text[at - 1], text[at]
    if after.isspace():
        return not _joined(text, at)
    if _inside_word(text, at) or not is_boundary(text, at):
        return False
    return any(_of_word(character) or _is_quotation_mark(character) for character in (before, after))


def _is_quotation_mark(character: str) -> bool:
    """True for the marks that a selection must be able to take in or leave out by themselves."""
    return character in "\"'„‚「」『』《》" or unicodedata.category(character) in ("Pi", "Pf")


def check(text: str, segments: Sequence[Span]) -> tuple[Span, ...]:
    """The segments, sorted, when they can carry an annotation; adjacent ones stay apart.

    Raises InvalidSpan when there is none, or one is empty, outside the text, cuts a grapheme
    cluster or overlaps another.
    """
    if not segments:
        raise InvalidSpan("An annotation needs at least one stretch of text.")
    ordered = tuple(sorted(Span(*segment) for segment in segments))
    reached = 0
    for start, end in ordered:
        if start < 0 or end > len(text):
            raise InvalidSpan(f"{start}–{end} is outside the text, which has {len(text)} characters.")
        if start >= end:
            raise InvalidSpan(f"{start}–{end} is empty; a stretch of text needs at least one character.")
        if start < reached:
            raise InvalidSpan(f"{start}–{end} overlaps another stretch of the same annotation.")
        for at in (start, end):
            if not is_boundary(text, at):
                raise InvalidSpan(f"Position {at} is inside a character made of several code points.")
        reached = end
    return ordered


def encloses(outer: Iterable[Span], inner: Iterable[Span]) -> bool:
    """True when each of the inner spans lies whole within one of the outer ones."""
    around = tuple(outer)
    return all(any(one.contains(piece) for one in around) for piece in inner)


def covered(spans: Iterable[Span]) -> list[Span]:
    """The union of spans as sorted, disjoint spans; touching ones are joined."""
    union: list[Span] = []
    for start, end in sorted(spans):
        if union and start <= union[-1].end_char:
            union[-1] = Span(union[-1].start_char, max(end, union[-1].end_char))
        else:
            union.append(Span(start, end))
    return union


class Utf16Map:
    """Positions of one text in code points and in UTF-16 units, both ways.

    Costs nothing for texts within the Basic Multilingual Plane, else one entry a character beyond it.
    """

    def __init__(self, text: str) -> None:
        wide = [] if text.isascii() else [m.start() for m in re.finditer("[\U00010000-\U0010ffff]", text)]
        self._points = wide
        self._units = [point + index for index, point in enumerate(wide)]

    def to_utf16(self, point: int) -> int:
        """Code points -> UTF-16 units."""
        return point + bisect_right(self._points, point - 1) if self._points else point

    def to_points(self, unit: int) -> int:
        """UTF-16 units -> code points; the middle of a surrogate pair gives its start."""
        return unit - bisect_right(self._units, unit - 1) if self._units else unit
