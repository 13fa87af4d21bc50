"""The text of a document cut into the blocks that are laid out one by one.

A block is one line of the source, without white space at its ends. A line of many thousand
characters becomes several blocks, cut at a sentence's end or at white space, so that nothing ever
lays out more than a few screens of text at once. White space between blocks is not painted.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from annotator.core.spans import Span, is_boundary, trim

LONGEST_BLOCK = 3000
_HEAD = 1500  # where a title may have been taken from
_LINE = re.compile(r"[^\n]+")
_SPACE = re.compile(r"\s")
# Beyond this many code points a "character" is no writing any more and may be cut.
_LONGEST_CHARACTER = 40
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


class Kind(IntEnum):
    """What stands above a block, and how it is set."""

    HEADLINE = 0
    PARAGRAPH = 1  # begins the text or follows a blank line
    LINE = 2  # follows the line before without a blank line
    CONTINUED = 3  # the same line of the source as the block before


class Block(NamedTuple):
    """A stretch of the text that is laid out as one. A headline that is not in the text is empty."""

    start_char: int
    end_char: int
    kind: Kind


def cut_blocks(text: str, title: str, sentences: Sequence[Span]) -> list[Block]:
    """All blocks in order, disjoint. A title comes first, as a headline, in the text or before it.

    A title that is only the beginning of the text's first paragraph is no headline: it would be read twice.
    """
    headline = _headline(text, title, sentences)
    blocks: list[Block] = []
    if title.strip() and not _is_beginning(text, title):
        blocks.append(Block(headline.start_char, headline.end_char, Kind.HEADLINE))
    reached = headline.end_char
    for match in _LINE.finditer(text, reached):
        start, end = trim(text, Span(*match.span()))
        if start >= end:
            continue
        follows = bool(blocks) and blocks[-1].kind is not Kind.HEADLINE and text.count("\n", reached, start) < 2
        kind = Kind.LINE if follows else Kind.PARAGRAPH
        reached = end
        if end - start <= LONGEST_BLOCK:
            blocks.append(Block(start, end, kind))
        else:
            blocks.extend(_cut_line(text, start, end, kind, sentences))
    return blocks


def strong_direction_is_rtl(text: str) -> bool:
    """True when the first letter with a direction is written right to left (UAX #9, rules P2 and P3)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in ("R", "AL"):
            return True
    return False


def has_right_to_left(text: str) -> bool:
    """True when any letter may be written right to left, so that a range may lie in several pieces."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def _headline(text: str, title: str, sentences: Sequence[Span]) -> Span:
    """Where the text begins with the title, as a line or a sentence of its own; else an empty span at 0."""
    wanted = title.strip()
    start = len(text) - len(text.lstrip())
    end = start + len(wanted)
    if not (wanted and text.startswith(wanted, start)):
        return Span(0, 0)
    first = trim(text, sentences[0]) if sentences else Span(0, 0)
    alone = end == len(text) or text[end] == "\n" or first.end_char == end
    return Span(start, end) if alone else Span(0, 0)


def _is_beginning(text: str, title: str) -> bool:
    """True for a title that was cut from a line near the head of the text: “The mayor said on …”."""
    stem = title.strip().removesuffix("…")
    if not stem or stem == title.strip():
        return False
    return any(" ".join(line.split()).startswith(stem) for line in text.lstrip()[:_HEAD].split("\n"))


def _cut_line(text: str, start: int, end: int, kind: Kind, sentences: Sequence[Span]) -> Iterator[Block]:
    while start < end:
        at = _cut_position(text, start, end, sentences)
        shown = trim(text, Span(start, at))
        if shown.start_char < shown.end_char:
            yield Block(*shown, kind)
            kind = Kind.CONTINUED
        start = at


def _cut_position(text: str, start: int, end: int, sentences: Sequence[Span]) -> int:
    """Where the block that begins at `start` ends: at a sentence's end, white space or a character's edge."""
    latest = start + LONGEST_BLOCK
    if latest >= end:
        return end
    tile = bisect_right(sentences, latest, key=lambda sentence: sentence[0]) - 1
    if tile >= 0 and sentences[tile][0] > start + LONGEST_BLOCK // 4:
        return int(sentences[tile][0])
    for back in (200, LONGEST_BLOCK // 2):
        spaces = [match.end() for match in _SPACE.finditer(text, latest - back, latest)]
        if spaces:
            return spaces[-1]
    for at in range(latest, latest - _LONGEST_CHARACTER, -1):
        # An accent ends no character; asked of a long row of them, `is_boundary` would go back to its start.
        if unicodedata.category(text[at])[0] != "M" and is_boundary(text, at):
            return at
    return latest
