"""A page of a PDF as pieces of lines: which words, where on the page, how high.

PDFium gives letters in the order in which the page draws them, Arabic and Hebrew as they are read. A piece ends where
the line does and at every gap that is wide enough to lie between columns; the order of the pieces is for
`pdf_columns` to find. Places are in points, from the top left corner of the page as it is seen, downwards.
"""

import ctypes
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
_WRONG_LINE_ENDS = 3
_BAR = 8.0  # times the page's width: an underscore is half as wide as it is high
_LETTER_GAP = 0.12  # of the height of its letters: narrower is no space between words
_LINE_ENDS = "\r\n\v\f\u2028\u2029\x85"


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
    glyphs = _read(page)
    lines = list(_lines(glyphs))
    if _runs_downwards(glyphs):
        _lay_bar(page)
        again = [glyph for glyph in _read(page) if not _is_bar(glyph, page)]
        if len(in_rows := list(_lines(again))) <= len(lines):
            glyphs, lines = again, in_rows
    upright, turned = [], []
    for line in lines:
        if _is_upright(line):
            upright += [piece for part in _parts(line) if (piece := _piece(part))]
        elif piece := _piece(line):
            turned.append(piece)
    seen = [glyph.letter for glyph in glyphs if not glyph.letter.isspace()]
    unknown = sum(letter == "\ufffd" or unicodedata.category(letter) in ("Co", "Cn") for letter in seen)
    return Page(upright, turned, len(seen), unknown, len(seen) < _FEW_LETTERS and _is_picture(page, not seen))


def _read(page: Any) -> list[_Glyph]:
    text_page = page.get_textpage()
    try:
        return _settled(list(_glyphs(text_page, page.get_rotation())))
    finally:
        text_page.close()


def _runs_downwards(glyphs: list[_Glyph]) -> bool:
    """True when PDFium seems to take a page for one that is written downwards, as it does with one narrow column."""
    changes, ended = 0, False
    before: _Glyph | None = None
    for glyph in glyphs:
        if glyph.letter in _LINE_ENDS:
            ended = True
        elif not glyph.letter.isspace():
            if before is not None and before.letter not in _HYPHENS:
                changes += _begins_line(before, glyph, ended) != ended
            before, ended = glyph, False
    return changes >= _WRONG_LINE_ENDS


def _lay_bar(page: Any) -> None:
    """Lays a letter as wide as the page over it, in memory only: a page that is full from side to side has rows."""
    from pypdfium2 import raw  # as below

    width, height = page.get_size()
    bar = raw.FPDFPageObj_NewTextObj(page.pdf, b"Helvetica", 1.0)
    raw.FPDFText_SetText(bar, (ctypes.c_ushort * 2)(ord("_"), 0))
    left, bottom, _right, _top = page.get_bbox()
    raw.FPDFPageObj_SetMatrix(bar, raw.FS_MATRIX(_BAR * max(width, height), 0, 0, 10.0, left, bottom + 20))
    raw.FPDFPage_InsertObject(page, bar)


def _is_bar(glyph: _Glyph, page: Any) -> bool:
    return glyph.letter == "_" and max(glyph.right - glyph.left, glyph.bottom - glyph.top) > max(page.get_size())


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
    """The letters line by line.

    PDFium marks where lines end, but runs a line with a hyphen into the next one, and on a page with one narrow column
    it takes the writing to run downwards: lines then end after every letter of a heading, and never in the column.
    """
    line: list[_Glyph] = []
    before: _Glyph | None = None
    ended = False
    for glyph in glyphs:
        if glyph.letter in _LINE_ENDS:
            ended = True
        elif glyph.letter.isspace():
            line.append(glyph)
        else:
            if before is not None and _begins_line(before, glyph, ended):
                yield line
                line = []
            elif before is not None and ended and _distance(before, glyph) > _LETTER_GAP * _high(before):
                line.append(before._replace(letter=" ", left=before.right, made=True))
            line.append(glyph)
            before, ended = glyph, False
    if line:
        yield line


def _begins_line(before: _Glyph, glyph: _Glyph, ended: bool) -> bool:
    """True when a letter stands in another line than the one before it; `ended` is what PDFium says."""
    shared = min(before.bottom, glyph.bottom) - max(before.top, glyph.top)
    if shared >= 0.3 * min(_high(before), _high(glyph)):
        return ended and not -0.2 * _high(before) <= _distance(before, glyph) < _GAP * _high(before)
    beside = min(before.right, glyph.right) - max(before.left, glyph.left)
    below_each_other = beside >= 0.5 * min(before.right - before.left, glyph.right - glyph.left)
    return ended or not below_each_other


def _high(glyph: _Glyph) -> float:
    return glyph.bottom - glyph.top


def _distance(before: _Glyph, glyph: _Glyph) -> float:
    """How much white is between two letters of a row, whichever way it is written; less than none if they overlap."""
    return max(glyph.left - before.right, before.left - glyph.right)


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
