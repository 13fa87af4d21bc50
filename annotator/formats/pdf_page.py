"""A page of a PDF as pieces of lines: which words, where on the page, how high.

PDFium gives letters in the order in which the page draws them, Arabic and Hebrew as they are read. A piece ends where
the line does and at every gap that is wide enough to lie between columns; the order of the pieces is for
`pdf_columns` to find. Places are in points, from the top left corner of the page as it is seen, downwards.
"""

import unicodedata
from bisect import bisect
from collections.abc import Iterator
from typing import Any, NamedTuple

from annotator.formats.pdf_letters import letters_of

_GAP = 0.75  # of the height of its letters: no narrower gap is between columns
_THAI_MARKS = frozenset(
    "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
_FEW_LETTERS = 50  # a scan has no more: a stamp, the name of the program that made it
_PICTURE_PAGE = 0.5  # of a page that is a scan is picture
_PICTURES = 2_000  # of a page are measured
_HYPHENS = ("-", "\u2010", "\xad")


class Piece(NamedTuple):
    """A piece of a line. `first` is how wide its first word is; `height` that of its letters."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    height: float
    first: float


class Page(NamedTuple):
    """What is on a page: pieces written across (`upright`) and those that stand on their side (`turned`).

    `unknown` of its `letters` are shapes that do not say which letter they are. `scanned` when the page is a
    picture, with hardly a letter on it.
    """

    upright: list[Piece]
    turned: list[Piece]
    letters: int
    unknown: int
    scanned: bool


class _Glyph(NamedTuple):
    """One letter in its box; `made` is a space or line end that PDFium has added."""

    letter: str
    left: float
    top: float
    right: float
    bottom: float
    made: bool


def read_page(page: Any) -> Page:
    """What a page (of pypdfium2) holds."""
    text_page = page.get_textpage()
    try:
        glyphs = _settled(list(_glyphs(text_page, page.get_rotation())))
        upright, turned = [], []
        for line in _lines(glyphs):
            if _is_upright(line):
                upright += [piece for part in _parts(line) if (piece := _piece(part))]
            elif piece := _piece(line):
                turned.append(piece)
    finally:
        text_page.close()
    seen = [glyph.letter for glyph in glyphs if not glyph.letter.isspace()]
    unknown = sum(letter == "\ufffd" or unicodedata.category(letter) in ("Co", "Cn") for letter in seen)
    return Page(upright, turned, len(seen), unknown, len(seen) < _FEW_LETTERS and _is_picture(page, not seen))


def _glyphs(text_page: Any, rotation: int) -> Iterator[_Glyph]:
    from pypdfium2 import raw  # started late: only PDFs need it

    box = raw.FS_RECTF()
    for index in range(text_page.count_chars()):
        number = raw.FPDFText_GetUnicode(text_page, index)
        letter = chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
        if raw.FPDFText_IsHyphen(text_page, index) == 1:
            letter = "\xad" if letter == "\xad" else "-"
        raw.FPDFText_GetLooseCharBox(text_page, index, box)
        left, top, right, bottom = _turned(box.left, box.bottom, box.right, box.top, rotation)
        made = letter in " \r\n" and raw.FPDFText_IsGenerated(text_page, index) == 1
        yield _Glyph(letter, left, top, right, bottom, made)


def _turned(left: float, bottom: float, right: float, top: float, rotation: int) -> tuple[float, float, float, float]:
    """A box as it is seen on a page that is turned clockwise by `rotation` degrees; y grows downwards."""
    if rotation == 90:
        return bottom, left, top, right
    if rotation == 180:
        return -right, bottom, -left, top
    if rotation == 270:
        return -top, -right, -bottom, -left
    return left, -top, right, -bottom


def _settled(glyphs: list[_Glyph]) -> list[_Glyph]:
    """Thai marks behind the letter over which they are drawn, where PDFium has put them one letter too late."""
    settled: list[_Glyph] = []
    for glyph in glyphs:
        if glyph.letter in _THAI_MARKS and len(settled) > 1:
            middle = (glyph.left + glyph.right) / 2
            if not settled[-1].left <= middle <= settled[-1].right and settled[-2].left <= middle <= settled[-2].right:
                settled.insert(len(settled) - 1, glyph)
                continue
        elif glyph.made and glyph.letter == " " and settled and _lies_in(glyph, settled):
            continue
        settled.append(glyph)
    return settled


def _lies_in(space: _Glyph, before: list[_Glyph]) -> bool:
    """True for a space that was added inside a Thai letter, because its mark came late."""
    return "\u0e00" <= before[-1].letter < "\u0e80" and before[-1].left <= space.left < before[-1].right


def _lines(glyphs: list[_Glyph]) -> Iterator[list[_Glyph]]:
    """The letters line by line: PDFium marks where lines end, but runs a line with a hyphen into the next."""
    line: list[_Glyph] = []
    for glyph in glyphs:
        if glyph.letter in "\r\n\v\f\u2028\u2029\x85" or (line and _begins_line(line[-1], glyph)):
            if line:
                yield line
            line = []
        if glyph.letter not in "\r\n\v\f\u2028\u2029\x85":
            line.append(glyph)
    if line:
        yield line


def _begins_line(before: _Glyph, glyph: _Glyph) -> bool:
    if before.letter not in _HYPHENS:
        return False
    shared = min(before.bottom, glyph.bottom) - max(before.top, glyph.top)
    return shared < 0.3 * min(before.bottom - before.top, glyph.bottom - glyph.top)


def _is_upright(line: list[_Glyph]) -> bool:
    """False for a line that stands on its side, or is set letter under letter."""
    first, last = line[0], line[-1]
    tall = max(first.bottom, last.bottom) - min(first.top, last.top)
    wide = max(first.right, last.right) - min(first.left, last.left)
    return len(line) < 4 or tall <= 2 * max(wide, 1.0)


def _parts(line: list[_Glyph]) -> list[list[_Glyph]]:
    """The line cut at its wide gaps, as they are seen from left to right; inside a part the order stays."""
    boxes = sorted((glyph for glyph in line if not glyph.letter.isspace()), key=lambda glyph: glyph.left)
    if not boxes:
        return []
    cuts, right = [], boxes[0].right
    for glyph in boxes[1:]:
        if glyph.left - right > _GAP * (glyph.bottom - glyph.top):
            cuts.append((right + glyph.left) / 2)
        right = max(right, glyph.right)
    if not cuts:
        return [line]
    parts: list[list[_Glyph]] = [[] for _ in range(len(cuts) + 1)]
    for glyph in line:
        parts[bisect(cuts, (glyph.left + glyph.right) / 2)].append(glyph)
    return [part for part in parts if part]


def _piece(glyphs: list[_Glyph]) -> Piece | None:
    text = letters_of("".join(glyph.letter for glyph in glyphs))
    drawn = [glyph for glyph in glyphs if not glyph.letter.isspace()]
    if not text or not drawn:
        return None
    heights = sorted(glyph.bottom - glyph.top for glyph in drawn)
    word = _first_word(glyphs)
    return Piece(
        text,
        min(glyph.left for glyph in drawn),
        min(glyph.top for glyph in drawn),
        max(glyph.right for glyph in drawn),
        max(glyph.bottom for glyph in drawn),
        max(heights[len(heights) // 2], 0.1),
        max(glyph.right for glyph in word) - min(glyph.left for glyph in word),
    )


def _first_word(glyphs: list[_Glyph]) -> list[_Glyph]:
    word: list[_Glyph] = []
    for glyph in glyphs:
        if not glyph.letter.isspace():
            word.append(glyph)
        elif word:
            break
    return word


def _is_picture(page: Any, bare: bool) -> bool:
    """True when pictures cover most of the page, as in a scan; on a `bare` page any picture tells."""
    from pypdfium2 import raw  # as above

    width, height = page.get_size()
    covered = 0.0
    pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    for _, picture in zip(range(_PICTURES), pictures, strict=False):
        left, bottom, right, top = picture.get_bounds()
        covered += max(right - left, 0) * max(top - bottom, 0)
        if bare or covered >= _PICTURE_PAGE * width * height:
            return True
    return False
