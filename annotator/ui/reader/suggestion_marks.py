"""How suggestions are drawn: a fine dotted frame around the words, and a letter with a question mark in the margin.

Nothing of it looks like a tag: no tint lies behind the words and no underline under them.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.ui.reader.layout import BlockLayout, Fragment

_INSET = 3.0
_DEEPEST = 2
_DOTS, _DASHES = (1.0, 2.0), (3.0, 1.6)


class Frame(NamedTuple):
    """The part of a suggestion's frame on one line. Of frames on the same text each deeper one is drawn smaller.

    `begins` and `ends`: the frame is closed here on the side where the words begin or end.
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
                frames += _frames_of(layout, block, one, segment, min(depth, _DEEPEST))
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


def draw_frame(painter: QPainter, ink: QColor, area: QRectF, frame: Frame, *, rtl: bool, strong: bool) -> None:
    """Draw one line's part of a frame around an area. The one that is meant now is dashed and stronger."""
    inset = frame.depth * _INSET
    box = QRectF(area.left() - 1.5, area.top() + inset, area.width() + 3, area.height() - 2 * inset)
    box = QRectF(round(box.left()) + 0.5, round(box.top()) + 0.5, round(box.width()), round(box.height()))
    pen = QPen(ink, 1.7 if strong else 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(_DASHES if strong else _DOTS)
    painter.setPen(pen)
    painter.drawLine(box.topLeft(), box.topRight())
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    first, second = (frame.ends, frame.begins) if rtl else (frame.begins, frame.ends)
    for is_closed, x in ((first, box.left()), (second, box.right())):
        if is_closed:
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
