"""How suggestions are drawn: fine dots under the words between two small ends, and in the margin a question mark.

Nothing of it looks like a tag: no tint lies behind the words. The one that is meant now has a dashed frame.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.ui.reader.layout import BlockLayout, Fragment

_THIN = 1.2
_DOTS, _DASHES = (1.2, 1.8), (3.0, 1.6)  # in strokes
_TILE = 72  # pixels: twenty dots and what is between them


class Frame(NamedTuple):
    """The part of a suggestion on one line. Of suggestions on the same text each deeper one is drawn below the others.

    `begins` and `ends`: the words begin or end on this line.
    """

    suggestion: Suggestion
    fragment: Fragment
    depth: int
    begins: bool
    ends: bool


class Frames(NamedTuple):
    """All that suggestions draw on one block. `starts` are suggestions by the line that they begin on."""

    frames: tuple[Frame, ...]
    starts: dict[int, list[Suggestion]]


NONE = Frames((), {})


def frames_on(layout: BlockLayout, block: Span, suggestions: Sequence[Suggestion]) -> Frames:
    """What suggestions, in order of the text, draw on a block that is laid out."""
    if not suggestions:
        return NONE
    frames: list[Frame] = []
    starts: dict[int, list[Suggestion]] = {}
    depths: list[tuple[int, int]] = []  # of each depth: where its last frame ends
    for one in suggestions:
        depth = next((level for level, end in depths if end <= one.extent.start_char), len(depths))
        depths = [place for place in depths if place[0] != depth] + [(depth, one.extent.end_char)]
        depths.sort()
        for segment in one.segments:
            if segment.overlaps(block):
                frames += _frames_of(layout, block, one, segment, depth)
        first = one.extent.start_char
        if block.start_char <= first < block.end_char:
            starts.setdefault(layout.line_of(first - block.start_char), []).append(one)
    return Frames(tuple(frames), starts)


def _frames_of(layout: BlockLayout, block: Span, suggestion: Suggestion, segment: Span, depth: int) -> list[Frame]:
    start, end = max(segment.start_char, block.start_char), min(segment.end_char, block.end_char)
    pieces = list(layout.fragments(start - block.start_char, end - block.start_char))
    last = len(pieces) - 1
    return [
        Frame(suggestion, piece, depth, at == 0 and start == segment.start_char, at == last and end == segment.end_char)
        for at, piece in enumerate(pieces)
    ]


def draw_frame(painter: QPainter, ink: QColor, area: QRectF, frame: Frame, *, rtl: bool) -> None:
    """Draw one line's part of the dashed frame around the words that are meant now."""
    box = QRectF(round(area.left() - 1.5) + 0.5, round(area.top()) + 0.5, round(area.width() + 3), round(area.height()))
    painter.setPen(_pen(ink.rgba(), 1.5, _DASHES))
    painter.drawLine(box.topLeft(), box.topRight())
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    for x in _closed(box, frame, rtl):
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))


def draw_dots(painter: QPainter, ink: QColor, line: QRectF, frame: Frame, *, rtl: bool) -> None:
    """Draw one line's part of the dots under suggested words, along the top of `line`; its ends are as high."""
    y = round(line.top()) + 0.5
    tile = _dots(ink.rgba(), painter.device().devicePixelRatioF())
    # Counted from the column's edge, so that pieces of one line meet in step.
    painter.drawTiledPixmap(QRectF(line.left(), y - 1, line.width(), 2), tile, QPointF(line.left() % _TILE, 0))
    for x in _closed(line, frame, rtl):
        painter.fillRect(QRectF(x - _THIN / 2, y - line.height(), _THIN, line.height()), ink)


@lru_cache(maxsize=64)
def _dots(ink: int, ratio: float) -> QPixmap:
    """Some dots in a row: to stroke them anew under every suggestion in view took longer than all the text."""
    tile = QPixmap(round(_TILE * ratio), round(2 * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(ink, _THIN, _DOTS))
    painter.drawLine(QPointF(0, 1), QPointF(_TILE, 1))
    painter.end()
    return tile


@lru_cache(maxsize=64)
def _pen(ink: int, width: float, pattern: tuple[float, float]) -> QPen:
    pen = QPen(QColor.fromRgba(ink), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(pattern)
    return pen


def _closed(box: QRectF, frame: Frame, rtl: bool) -> list[float]:
    """Where the words begin or end on this line."""
    left, right = (frame.ends, frame.begins) if rtl else (frame.begins, frame.ends)
    return [box.left()] * left + [box.right()] * right
