"""What differs between two versions of a text: paragraphs first, then words inside those that changed.

Where a script has no spaces between words, characters (grapheme clusters) are compared instead. No piece
cuts a character in two. However long and odd two texts are, the work is bounded; what is left over when
the bound is reached is told as replaced.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from annotator.core.alignment import Block, Budget, common_blocks
from annotator.core.spans import Span, is_boundary

_STEPS = 3_000_000
"""What a comparison may cost at most, see Budget: well under a second."""
_ISLAND = 12
"""Up to so many visible characters between two larger changes are chance, and part of one change."""
_SLIDE = 80
"""How far what was put in or left out is moved to begin a line."""
_STOPS = ".!?…。！？۔؟।\"'”’»)"
_NUMBER = r"\d+(?:[.,:]\d+)+"
_BLANK = r"(?:(?!\r\n)[^\S\n])"
_PLAIN = re.compile(rf"({_NUMBER}|\w+(?:['’ʼ]\w+)*|[^\w\s])({_BLANK}*)|\r\n|\n+|{_BLANK}+")
_FIRST_EXTENDER = "\u0300"  # up to here a character is one code point, save a line feed after a carriage return
_NO_WORD_SPACES = r"\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF"


_Stretch = tuple[bool, Span, Span]
"""Whether two stretches are equal; the one of the old text; the one of the new."""


class PieceKind(StrEnum):
    """What became of a piece of text."""

    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"
    REPLACED = "replaced"


class Piece(NamedTuple):
    """A stretch of the old text and the one of the new text that stands in its place; either may be empty."""

    kind: PieceKind
    old: Span
    new: Span


class _Token(NamedTuple):
    """A word, a mark or a character up to `end`; the white space after it is part of the tile, up to `tile_end`."""

    start: int
    end: int
    tile_end: int


def differences(old: str, new: str) -> list[Piece]:
    """The pieces that tile both texts, in order; two pieces beside each other are of different kinds.

    Equal pieces are equal character by character.
    """
    if old == new:
        return [_piece(Span(0, len(old)), Span(0, len(new)), equal=True)] if old else []
    budget = Budget(_STEPS)
    pieces = _without_islands(old, _merged(_peeled(old, new, _merged(_compared(old, new, budget)))))
    return _merged(_slid(old, new, pieces))


def _compared(old: str, new: str, budget: Budget) -> Iterator[_Stretch]:
    """Stretches that tile both texts, and whether they are equal: whole paragraphs, words in between."""
    old_lines, new_lines = _paragraphs(old), _paragraphs(new)
    texts_old = [old[start:end].rstrip("\n") for start, end in old_lines]
    texts_new = [new[start:end].rstrip("\n") for start, end in new_lines]
    at_old = at_new = 0
    for block in [*common_blocks(texts_old, texts_new, budget), Block(len(old_lines), len(new_lines), 0)]:
        start_old = old_lines[block.old].start_char if block.old < len(old_lines) else len(old)
        start_new = new_lines[block.new].start_char if block.new < len(new_lines) else len(new)
        yield from _words_compared(old, new, Span(at_old, start_old), Span(at_new, start_new), budget)
        if block.length:
            at_old = old_lines[block.old + block.length - 1].end_char
            at_new = new_lines[block.new + block.length - 1].end_char
            for step in range(block.length):
                yield from _same_paragraph(old_lines[block.old + step], new_lines[block.new + step])


def _same_paragraph(old: Span, new: Span) -> Iterator[_Stretch]:
    """Two paragraphs of the same words; one may have more empty lines after it."""
    length = min(old.end_char - old.start_char, new.end_char - new.start_char)
    ends = old.start_char + length, new.start_char + length
    yield True, Span(old.start_char, ends[0]), Span(new.start_char, ends[1])
    yield False, Span(ends[0], old.end_char), Span(ends[1], new.end_char)


def _paragraphs(text: str) -> list[Span]:
    """The lines of a text, each with its line break and the empty lines after it.

    Those are alike everywhere; by themselves they would hold together paragraphs that have nothing in common.
    """
    found: list[Span] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        while text.startswith("\n", end):
            end += 1
        found.append(Span(start, end))
        start = end
    return found


def _words_compared(old: str, new: str, in_old: Span, in_new: Span, budget: Budget) -> Iterator[_Stretch]:
    """The same for the words of two stretches."""
    if in_old.start_char == in_old.end_char or in_new.start_char == in_new.end_char:
        yield False, in_old, in_new
        return
    tokens_old, tokens_new = _tokens(old, in_old), _tokens(new, in_new)
    words_old = [old[token.start : token.end] for token in tokens_old]
    words_new = [new[token.start : token.end] for token in tokens_new]
    at_old, at_new = in_old.start_char, in_new.start_char
    for block in common_blocks(words_old, words_new, budget):
        ones = tokens_old[block.old : block.old + block.length]
        twos = tokens_new[block.new : block.new + block.length]
        yield False, Span(at_old, ones[0].start), Span(at_new, twos[0].start)
        yield from _blanks_compared(old, new, ones, twos)
        at_old, at_new = ones[-1].tile_end, twos[-1].tile_end
    yield False, Span(at_old, in_old.end_char), Span(at_new, in_new.end_char)


def _blanks_compared(old: str, new: str, ones: Sequence[_Token], twos: Sequence[_Token]) -> Iterator[_Stretch]:
    """The same for words that are equal: the white space between them may still differ."""
    in_old, in_new = Span(ones[0].start, ones[-1].tile_end), Span(twos[0].start, twos[-1].tile_end)
    if old[slice(*in_old)] == new[slice(*in_new)]:
        yield True, in_old, in_new
        return
    for one, two in zip(ones, twos, strict=True):
        yield True, Span(one.start, one.end), Span(two.start, two.end)
        blank = old[one.end : one.tile_end] == new[two.end : two.tile_end]
        yield blank, Span(one.end, one.tile_end), Span(two.end, two.tile_end)


def _tokens(text: str, within: Span) -> list[_Token]:
    start, end = within
    pattern = _PLAIN if text.isascii() or max(text[start:end]) < _FIRST_EXTENDER else _any_script()
    return [
        _Token(found.start(), found.end(1) if found.end(1) >= 0 else found.end(), found.end())
        for found in pattern.finditer(text, start, end)
    ]


def word_spans(text: str, within: Span) -> list[Span]:
    """What `differences` compares: words, single marks, characters of scripts without spaces; no white space."""
    return [Span(start, end) for start, end, _ in _tokens(text, within) if not text[start].isspace()]


@cache
def _any_script() -> Any:
    # Loaded late: most texts never need it, and it costs a command's start some 20 ms.
    import regex

    word = rf"(?:(?=[[\p{{L}}\p{{M}}\p{{N}}_]--[{_NO_WORD_SPACES}]])\X)"
    blank = rf"(?:(?={_BLANK})\X)"
    whole = r"(?![\p{GCB=EX}\p{GCB=ZWJ}\p{GCB=SM}])"
    return regex.compile(rf"({_NUMBER}{whole}|{word}+(?:['’ʼ]{word}+)*|(?!\s)\X)({blank}*)|\r\n|\n+|{blank}+", regex.V1)


def _merged(stretches: Iterable[_Stretch]) -> list[Piece]:
    """Pieces of stretches: empty ones left out, neighbours of the same sort joined."""
    pieces: list[Piece] = []
    for equal, old, new in stretches:
        if old.start_char == old.end_char and new.start_char == new.end_char:
            continue
        if pieces and (pieces[-1].kind is PieceKind.EQUAL) == equal:
            last = pieces.pop()
            old, new = Span(last.old.start_char, old.end_char), Span(last.new.start_char, new.end_char)
        pieces.append(_piece(old, new, equal=equal))
    return pieces


def _peeled(old: str, new: str, pieces: Iterable[Piece]) -> Iterator[_Stretch]:
    """The stretches with the space that ends a change on both sides taken for what it is: the same."""
    for kind, one, two in pieces:
        equal = kind is PieceKind.EQUAL
        ends = (old[one.end_char - 1 : one.end_char], new[two.end_char - 1 : two.end_char])
        if (
            kind is PieceKind.REPLACED
            and ends == (" ", " ")
            and is_boundary(old, one.end_char - 1)
            and is_boundary(new, two.end_char - 1)
        ):
            yield equal, Span(one.start_char, one.end_char - 1), Span(two.start_char, two.end_char - 1)
            one, two, equal = Span(one.end_char - 1, one.end_char), Span(two.end_char - 1, two.end_char), True
        yield equal, one, two


def _piece(old: Span, new: Span, *, equal: bool) -> Piece:
    if equal:
        return Piece(PieceKind.EQUAL, old, new)
    if old.start_char == old.end_char:
        return Piece(PieceKind.INSERTED, old, new)
    return Piece(PieceKind.DELETED if new.start_char == new.end_char else PieceKind.REPLACED, old, new)


def _without_islands(old: str, pieces: list[Piece]) -> list[Piece]:
    """One change instead of two where only a word or two that are the same by chance stand between them."""
    kept: list[Piece] = []
    for index, piece in enumerate(pieces):
        change = piece.kind is not PieceKind.EQUAL
        if kept and index + 1 < len(pieces) and not change:
            change = _is_island(old[piece.old.start_char : piece.old.end_char], kept[-1], pieces[index + 1])
        if change and kept and kept[-1].kind is not PieceKind.EQUAL:
            last = kept.pop()
            spans = Span(last.old[0], piece.old[1]), Span(last.new[0], piece.new[1])
            kept.append(_piece(*spans, equal=False))
        else:
            kept.append(piece)
    return kept


def _is_island(text: str, before: Piece, after: Piece) -> bool:
    """True for the little that is equal between two changes; a line break always parts them."""
    if len(text) > 3 * _ISLAND or "\n" in text:
        return False
    visible = len(text.strip())
    return visible == 0 or visible <= min(_ISLAND, _largest(before) - 1, _largest(after) - 1)


def _slid(old: str, new: str, pieces: Sequence[Piece]) -> Iterator[_Stretch]:
    """The stretches with what was put in or left out beginning where a line does, if it may as well begin there.

    A paragraph put in before another is told as that, not as the end of the one before it and its own beginning.
    """
    by = 0
    for index, (kind, one, two) in enumerate(pieces):
        start_old, start_new, by = one.start_char + by, two.start_char + by, 0
        alone = kind in (PieceKind.INSERTED, PieceKind.DELETED) and 0 < index < len(pieces) - 1
        if alone:
            text, span = (new, two) if kind is PieceKind.INSERTED else (old, one)
            by = _way_to_line(text, span, pieces[index + 1])
            if by and is_boundary(old, one.end_char + by) and is_boundary(new, two.end_char + by):
                yield True, Span(start_old, one.start_char + by), Span(start_new, two.start_char + by)
                start_old, start_new = one.start_char + by, two.start_char + by
            else:
                by = 0
        yield kind is PieceKind.EQUAL, Span(start_old, one.end_char + by), Span(start_new, two.end_char + by)


def _way_to_line(text: str, span: Span, following: Piece) -> int:
    """How far a stretch can go to the right, saying the same, until it begins a line; 0 where it cannot.

    Where it begins with a stop, the end of the sentence before it, until that is left behind.
    """
    start, end = span
    if start == 0 or text[start - 1] == "\n":
        return 0
    most = min(_SLIDE, end - start, following.old.end_char - following.old.start_char - 1)
    after_stop = 0
    for by in range(most):
        if text[start + by] != text[end + by]:
            break
        if text[start + by] == "\n":
            return by + 1
        if by == after_stop and text[start + by] in _STOPS:
            after_stop = by + 1
    return after_stop


def _largest(piece: Piece) -> int:
    return max(piece.old.end_char - piece.old.start_char, piece.new.end_char - piece.new.start_char)
