"""How labels and doubts are drawn on text: which lane an underline takes, what its pattern looks like.

Every label has a tint behind its text and a pattern under it, drawn at the same distance from the
baseline on every line. Where labels overlap, each underline has a lane of its own. A quotation mark
that looks wrong has a ring around it, as a proof reader would draw.
"""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from annotator.core.records import AnnotationRecord, Doubt
from annotator.core.schema import Pattern
from annotator.core.spans import Span
from annotator.ui.inks import mix
from annotator.ui.reader.layout import BlockLayout, Fragment
from annotator.ui.reader.suggestion_marks import NONE, Frames

# Lanes that a line's leading has room for; more are given room of their own.
_ROOMY_LANES = 2
_WAVE = 6.0
_WAVES = 32
_STRIKE, _STRIKE_EVERY = 1.2, 9.0
_FAINT = 0.55
STRIKE_REACH = 0.16
"""How far the strokes through an underline reach, in sizes of the letters."""


class Stroke(NamedTuple):
    """A piece of one annotation on one line.

    `joins` are the dotted parts between its segments on one block. `begins` and `ends` say that the
    annotation goes on from an earlier segment at this piece's start, and to a later one at its end.
    """

    annotation: AnnotationRecord
    lane: int
    fragment: Fragment
    joins: bool
    begins: bool = False
    ends: bool = False


class Ring(NamedTuple):
    """A suspicious quotation mark and the box around what is drawn of it."""

    doubt: Doubt
    box: QRectF


class Decoration(NamedTuple):
    """Everything that labels and doubts draw on one block. `starts` are annotations by the line they begin on.

    `suggested` is what suggestions draw there.
    """

    strokes: tuple[Stroke, ...]
    lanes: int
    starts: dict[int, list[AnnotationRecord]]
    rings: tuple[Ring, ...] = ()
    suggested: Frames = NONE


EMPTY = Decoration((), 0, {})


def decorate(
    layout: BlockLayout, block: Span, annotations: Sequence[AnnotationRecord], doubts: Sequence[Doubt] = ()
) -> Decoration:
    """What annotations and suspicious marks draw on a block that is laid out."""
    made = _decorate(layout, block, annotations) if annotations else EMPTY
    return made._replace(rings=tuple(_rings(layout, block, doubts))) if doubts else made


def _rings(layout: BlockLayout, block: Span, doubts: Sequence[Doubt]) -> Iterable[Ring]:
    for doubt in doubts:
        box = layout.ink_box(doubt.start_char - block.start_char, doubt.end_char - block.start_char)
        if not box.isEmpty():
            yield Ring(doubt, box)


def _decorate(layout: BlockLayout, block: Span, annotations: Sequence[AnnotationRecord]) -> Decoration:
    lanes = assign_lanes([(annotation.id, _within(annotation.extent, block)) for annotation in annotations])
    strokes: list[Stroke] = []
    starts: dict[int, list[AnnotationRecord]] = {}
    for annotation in annotations:
        lane = lanes[annotation.id]
        for start, end, joins in _parts(annotation, block):
            fragments = list(layout.fragments(start - block.start_char, end - block.start_char))
            pieces = [Stroke(annotation, lane, fragment, joins) for fragment in fragments]
            strokes.extend(_ticked(pieces, annotation, start, end))
        first = annotation.segments[0].start_char
        if block.start_char <= first < block.end_char:
            starts.setdefault(layout.line_of(first - block.start_char), []).append(annotation)
    return Decoration(tuple(strokes), max(lanes.values()) + 1, starts)


def assign_lanes(extents: Iterable[tuple[UUID, Span]]) -> dict[UUID, int]:
    """The lowest lane for each that no other on the same text has; the longer of two is nearer the text."""
    lanes: dict[UUID, int] = {}
    ends: list[int] = []
    for key, (start, end) in sorted(extents, key=lambda entry: (entry[1].start_char, -entry[1].end_char)):
        lane = next((lane for lane, reached in enumerate(ends) if reached <= start), len(ends))
        if lane == len(ends):
            ends.append(end)
        else:
            ends[lane] = end
        lanes[key] = lane
    return lanes


def lane_offset(lane: int, first: float, step: float) -> float:
    """How far below the baseline a lane lies; a block with more than two lanes is set with more leading."""
    return first + lane * step


def extra_lanes(block: Span, annotations: Sequence[AnnotationRecord]) -> int:
    """How many lanes more than the leading has room for the labels on a block need."""
    if len(annotations) <= _ROOMY_LANES:
        return 0
    lanes = assign_lanes([(annotation.id, _within(annotation.extent, block)) for annotation in annotations])
    return max(0, max(lanes.values()) + 1 - _ROOMY_LANES)


def _ticked(pieces: list[Stroke], annotation: AnnotationRecord, start: int, end: int) -> list[Stroke]:
    """The pieces of one segment, in reading order, with the ends marked at which the annotation goes on."""
    if pieces and not pieces[0].joins and len(annotation.segments) > 1:
        if start != annotation.segments[0].start_char and any(start == one.start_char for one in annotation.segments):
            pieces[0] = pieces[0]._replace(begins=True)
        if end != annotation.segments[-1].end_char and any(end == one.end_char for one in annotation.segments):
            pieces[-1] = pieces[-1]._replace(ends=True)
    return pieces


def _within(span: Span, block: Span) -> Span:
    return Span(max(span.start_char, block.start_char), min(span.end_char, block.end_char))


def _parts(annotation: AnnotationRecord, block: Span) -> Iterable[tuple[int, int, bool]]:
    """Segments of an annotation on a block, and the gaps between those that both lie on it."""
    on_block = [_within(segment, block) for segment in annotation.segments if segment.overlaps(block)]
    for number, (start, end) in enumerate(on_block):
        if number:
            yield on_block[number - 1].end_char, start, True
        yield start, end, False


def draw_pattern(painter: QPainter, pattern: Pattern | None, ink: QColor, line: QRectF, stroke: float) -> None:
    """Draw an underline from the left to the right of `line`, at its top. No pattern: a thin solid line."""
    if pattern is Pattern.WAVY:
        _draw_wave(painter, ink, line, stroke)
    elif pattern is Pattern.DOUBLE:
        thin = max(1.0, stroke * 0.62)
        painter.fillRect(QRectF(line.left(), line.top() - thin, line.width(), thin), ink)
        painter.fillRect(QRectF(line.left(), line.top() + thin, line.width(), thin), ink)
    elif pattern in (Pattern.DASHED, Pattern.DOTTED):
        painter.setPen(_broken_pen(pattern, ink, stroke, line.left()))
        # A round or flat cap stands out by half its stroke; stay within the text's width.
        painter.drawLine(QPointF(line.left() + stroke / 2, line.top()), QPointF(line.right() - stroke / 2, line.top()))
    else:
        painter.fillRect(QRectF(line.left(), line.top() - stroke / 2, line.width(), stroke), ink)


def draw_join(painter: QPainter, ink: QColor, line: QRectF) -> None:
    """Draw the fine dots that tie two segments of one annotation over the words between them."""
    pen = QPen(ink, 1.0)
    pen.setDashPattern([1.0, 3.0])
    painter.setPen(pen)
    painter.drawLine(line.topLeft(), line.topRight())


def draw_strike(painter: QPainter, ink: QColor, line: QRectF, reach: float) -> None:
    """Draw short strokes across an underline: something else counts in its place. They reach so far above and below."""
    painter.setPen(_pen(ink, _STRIKE))
    x = line.left() + _STRIKE_EVERY / 2
    while x < line.right():
        painter.drawLine(QPointF(x - reach / 2, line.top() + reach), QPointF(x + reach / 2, line.top() - reach))
        x += _STRIKE_EVERY


def faint(ink: QColor, paper: QColor) -> QColor:
    """The ink of what counts no more."""
    return mix(paper, ink, _FAINT)


def draw_tick(painter: QPainter, ink: QColor, at: QPointF, height: float, outwards: float) -> None:
    """Draw a bracket's end on an underline where its annotation goes on elsewhere: a tick up, dots outwards."""
    painter.fillRect(QRectF(at.x() - 0.75, at.y() - height, 1.5, height + 0.75), ink)
    for dot in (1, 2, 3):
        painter.fillRect(QRectF(at.x() + outwards * (1.5 + 3 * dot) - 0.75, at.y() - 0.75, 1.5, 1.5), ink)


def draw_ring(painter: QPainter, ink: QColor, ground: QColor | None, box: QRectF, stroke: float) -> None:
    """Draw a ring with round ends around a mark, filled when it has a ground."""
    radius = min(box.width(), box.height()) / 2
    painter.setPen(_pen(ink, stroke) if ground is None else Qt.PenStyle.NoPen)
    painter.setBrush(ground or Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _pen(ink: QColor, width: float) -> QPen:
    return QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)


def _broken_pen(pattern: Pattern, ink: QColor, stroke: float, left: float) -> QPen:
    dotted = pattern is Pattern.DOTTED
    width = stroke * 1.25 if dotted else stroke
    pen = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap if dotted else Qt.PenCapStyle.FlatCap)
    pattern_lengths = [0.01, 2.2] if dotted else [4.2, 2.4]
    pen.setDashPattern(pattern_lengths)
    # Counted from the column's edge, so that pieces of one line meet in step.
    pen.setDashOffset(left / width % sum(pattern_lengths))
    return pen


def _draw_wave(painter: QPainter, ink: QColor, line: QRectF, stroke: float) -> None:
    """Lay a wave that was drawn once along the line; its phase is that of the place, so pieces meet in step."""
    ratio = painter.device().devicePixelRatioF()
    tile = _wave_tile(ink.rgba(), stroke, ratio)
    height = tile.height() / ratio
    # Its crests, not its middle, lie where a straight line would: deep letters stay clear of it.
    place = QRectF(line.left(), round(line.top() - stroke / 2), line.width(), height)
    painter.drawTiledPixmap(place, tile, QPointF(line.left() % _WAVE, 0))


@lru_cache(maxsize=64)
def _wave_tile(ink: int, stroke: float, ratio: float) -> QPixmap:
    """Some periods of a wave: stroking a curve for every underline in view took longer than all the text."""
    swing = stroke * 0.8
    height = math.ceil(2 * swing + stroke + 1)
    tile = QPixmap(round(_WAVE * _WAVES * ratio), round(height * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    path = QPainterPath(QPointF(-2.0, height / 2 + swing * math.sin(-4 * math.pi / _WAVE)))
    for half in range(-3, int(_WAVE * _WAVES * 2) + 5):
        path.lineTo(half / 2, height / 2 + swing * math.sin(math.pi * half / _WAVE))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(QColor.fromRgba(ink), stroke))
    painter.drawPath(path)
    painter.end()
    return tile
