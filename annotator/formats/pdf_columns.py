"""The order in which a page is read: its columns, then its lines, from the pieces of lines that lie on it.

Rows are taken from the top as long as one strip of white runs down through all of them. When prose stands on both
sides of the strip, it lies between columns, and the columns are read one after the other, the right one first where
the writing goes that way; otherwise (a table, a list of contents) the rows are read across.
"""

import unicodedata
from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from annotator.formats.pdf_page import Piece

Strip = tuple[float, float]
Row = list[Piece]

_NARROWEST = 0.6  # of the height of its letters: no narrower strip lies between columns
_ROWS = 3  # of prose, on both sides
_SURE_ROWS = 7
_PROSE = 12  # letters in a line of prose, at least
_FILLED = 0.45  # of a column's width is letters
_NESTED = 3  # columns in columns
_STRIPS = 20  # of white are followed at once
_CELL = 2.5  # of the height of its letters: no narrower gap is between cells
_TOGETHER = 0.15  # so near, they are one word: a large first letter
_DIRECTIONS = {"R": 1, "AL": 1, "L": -1}


def blocks(pieces: Sequence[Piece], depth: int = 0) -> list[list[Piece]]:
    """The lines of a page, in reading order, one list for each column or stretch that runs across."""
    found: list[list[Piece]] = []
    across: list[Piece] = []
    for band, strips in _bands(_rows(pieces)):
        columns = _columns(band, strips) if depth < _NESTED else []
        if not columns:
            across += [_joined(row, depth > 0) for row in band]
            continue
        found += [across] if across else []
        across = []
        for column in columns:
            found += blocks(column, depth + 1)
    return [*found, across] if across else found


def is_right_to_left(pieces: Iterable[Piece]) -> bool:
    """True when most of the letters are of a script that is written so; asked of the first hundred pieces."""
    letters = "".join(piece.text[:40] for _, piece in zip(range(100), pieces, strict=False))
    return sum(_DIRECTIONS.get(unicodedata.bidirectional(letter), 0) for letter in letters) > 0


def _rows(pieces: Sequence[Piece]) -> list[Row]:
    """Pieces that stand beside each other, from the top down."""
    rows: list[Row] = []
    low = high = 0.0
    for piece in sorted(pieces, key=lambda piece: (piece.top + piece.bottom, piece.left)):
        shared = min(low, piece.bottom) - max(high, piece.top)
        if rows and shared > 0.5 * min(low - high, piece.bottom - piece.top):
            rows[-1].append(piece)
            if piece.bottom - piece.top < low - high:
                high, low = piece.top, piece.bottom
        else:
            rows.append([piece])
            high, low = piece.top, piece.bottom
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _bands(rows: list[Row]) -> Iterable[tuple[list[Row], list[Strip]]]:
    """Rows that follow each other, as far as one strip of white goes down through them, and those strips."""
    if not rows:
        return
    left = min(row[0].left for row in rows)
    right = max(piece.right for row in rows for piece in row)
    band: list[Row] = []
    strips: list[Strip] = []
    begins, ends = right, left  # of the letters in the band
    for row in rows:
        white = _white(row, left, right)
        shared = _shared(strips, white, _NARROWEST * row[0].height)
        row_ends = max(piece.right for piece in row)
        begins, ends = min(begins, row[0].left), max(ends, row_ends)
        # What is white beside all letters is where ragged lines end: no columns began above this row.
        if band and (not shared or (len(row) > 1 and all(strip[0] >= ends or strip[1] <= begins for strip in shared))):
            yield band, strips
            band = []
            begins, ends = row[0].left, row_ends
        strips = shared if band else white
        band.append(row)
    yield band, strips


def _white(row: Row, left: float, right: float) -> list[Strip]:
    """The stretches of a row that hold no letters."""
    edges = [left]
    furthest = left
    for piece in row:
        furthest = max(furthest, piece.right)
        edges += [piece.left, furthest]
    edges.append(right)
    strips = [(begin, end) for begin, end in zip(edges[::2], edges[1::2], strict=True) if end > begin]
    return sorted(strips, key=lambda strip: strip[0] - strip[1])[:_STRIPS]


def _shared(some: list[Strip], others: list[Strip], narrowest: float) -> list[Strip]:
    both = [(max(a, c), min(b, d)) for a, b in some for c, d in others]
    return [(begin, end) for begin, end in both if end - begin >= narrowest][:_STRIPS]


def _columns(band: list[Row], strips: list[Strip]) -> list[list[Piece]]:
    """The columns of a band in reading order; none when it has no two."""
    if len(band) < _ROWS:
        return []
    middles = sorted((begin + end) / 2 for begin, end in strips)
    parts = _parted(band, middles)
    prose = [_is_prose(part, len(band)) for part in parts]
    columns = _parted(band, [at for at, pair in zip(middles, pairwise(prose), strict=True) if all(pair)])
    if len(columns) == 1:
        return []
    found = [[piece for row in column for piece in row] for column in columns]
    return found[::-1] if is_right_to_left(piece for row in band for piece in row) else found


def _parted(band: list[Row], middles: list[float]) -> list[list[Row]]:
    """The rows left of the first of these places, between it and the next, and so on."""
    parts: list[list[Row]] = [[] for _ in range(len(middles) + 1)]
    for row in band:
        for at, pieces in groupby(row, key=lambda piece: bisect(middles, piece.left)):
            parts[at].append(list(pieces))
    return parts


def _is_prose(rows: list[Row], of_band: int) -> bool:
    """True for some lines that fill the width they lie in.

    In few rows, wide spaces between words may happen to stand below each other, so there they have to be whole lines.
    """
    if len(rows) < _ROWS or (of_band < _SURE_ROWS and any(len(row) > 1 for row in rows)):
        return False
    wide = max(row[-1].right for row in rows) - min(row[0].left for row in rows)
    lengths = sorted(sum(_length(piece.text) for piece in row) for row in rows)
    filled = sum(piece.right - piece.left for row in rows for piece in row) / len(rows)
    return lengths[len(lengths) // 2] >= _PROSE and filled >= _FILLED * wide


def _length(text: str) -> int:
    """In letters of an alphabet: an ideograph is as wide as two, and says as much as more."""
    return len(text) + sum(letter >= "\u2e80" for letter in text)


def _joined(row: Row, in_column: bool) -> Piece:
    """The pieces of a row as one line; cells apart by a tab, but not the words of a line in a narrow column."""
    if len(row) == 1:
        return row[0]
    words = [row[0].text]
    for before, piece in pairwise(row):
        gap = piece.left - before.right
        words.append(
            "\t" if gap > _CELL * piece.height and not in_column else "" if gap < _TOGETHER * piece.height else " "
        )
        words.append(piece.text)
    backwards = is_right_to_left(row)
    first = row[-1] if backwards else row[0]
    return Piece(
        "".join(reversed(words) if backwards else words),
        row[0].left,
        min(piece.top for piece in row),
        max(piece.right for piece in row),
        max(piece.bottom for piece in row),
        max(row, key=lambda piece: len(piece.text)).height,
        first.first,
    )
