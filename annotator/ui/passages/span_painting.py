"""Paints the blocks of a reading pane: tints, letters, underlines, frames, and the marks in the margin."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from annotator.core.spans import Span
from annotator.ui.passages.shown_span import Drawn, Piece, ShownSpan
from annotator.ui.reader.blocks import Kind
from annotator.ui.reader.decorations import (
    STRIKE_REACH,
    draw_join,
    draw_pattern,
    draw_strike,
    faint,
    lane_offset,
)
from annotator.ui.reader.flow import Laid
from annotator.ui.reader.layout import LineBox
from annotator.ui.reader.typography import ReaderTheme, Typography

_SELECTION_OVER_TINT = 0.78
_FRAME = 1.6
_ROUNDING = 3.0
_MARKS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Look:
    """What a pane's blocks are painted with. `left` is the column's left edge in the view, `width` its width.

    `framed` are the stretches that are meant now, of the span `chosen`; `selection` is what is selected.
    """

    theme: ReaderTheme
    typography: Typography
    left: float
    width: float
    framed: Sequence[Span] = ()
    chosen: ShownSpan | None = None
    selection: Span | None = None
    byline: str = ""


class SpanPainter:
    """Paints one block with the top of its text at `top`."""

    def __init__(self, look: Look, painter: QPainter, laid: Laid, top: float, drawn: Drawn) -> None:
        self.look, self.painter, self.laid, self.top, self.drawn = look, painter, laid, top, drawn

    def paint(self) -> None:
        """Grounds first, then letters, then what is drawn over and beside them."""
        self._paint_tints()
        if self.look.selection:
            self._paint_selection(self.look.selection)
        self.painter.setPen(QColor(self.look.theme.text))
        self.laid.layout.draw(self.painter, QPointF(self.look.left, self.top))
        for piece in self.drawn.pieces:
            self._paint_underline(piece)
        self._paint_frames()
        self._paint_marks()
        if self.laid.block.kind is Kind.HEADLINE and self.look.byline:
            self._paint_byline()

    def _size(self) -> float:
        typography = self.look.typography
        headline = self.laid.block.kind is Kind.HEADLINE
        return float(typography.headline.pixelSize() if headline else typography.size)

    def _rect(self, line: LineBox, left: float, right: float) -> QRectF:
        """From above the capitals to below the first underline, the same on every line."""
        size = self._size()
        return QRectF(self.look.left + left, self.top + line.baseline - size * 0.98, right - left, size * 1.42)

    def _boxes(self, span: Span) -> list[QRectF]:
        block, layout = self.laid.span, self.laid.layout
        start, end = max(span.start_char, block.start_char), min(span.end_char, block.end_char)
        if start >= end:
            return []
        parts = layout.fragments(start - block.start_char, end - block.start_char)
        return [self._rect(layout.lines[part.line], part.left, part.right) for part in parts]

    def _ink(self, span: ShownSpan) -> QColor:
        ink = self.look.theme.ink(span.label)
        return faint(ink, QColor(self.look.theme.background)) if span.struck else ink

    def _paint_tints(self) -> None:
        lines = self.laid.layout.lines
        for span, _, part, joins in self.drawn.pieces:
            if not joins and not span.struck:
                tint = self.look.theme.tint(span.label)
                self.painter.fillRect(self._rect(lines[part.line], part.left, part.right), tint)

    def _paint_selection(self, selection: Span) -> None:
        ground = QColor(self.look.theme.selection)
        ground.setAlphaF(_SELECTION_OVER_TINT)
        for box in self._boxes(selection):
            self.painter.fillRect(box, ground)

    def _paint_underline(self, piece: Piece) -> None:
        typography, line = self.look.typography, self.laid.layout.lines[piece.fragment.line]
        scale = self._size() / typography.size
        offset = lane_offset(piece.lane, typography.first_lane * scale, typography.lane_step)
        y = self.top + line.baseline + offset + min(line.deeper, typography.lane_step)
        # A hair's breadth free at the ends parts two neighbours with the same label.
        width = piece.fragment.right - piece.fragment.left - 1.0
        place = QRectF(self.look.left + piece.fragment.left + 0.5, y, width, 0)
        ink = self._ink(piece.span)
        if piece.joins:
            draw_join(self.painter, ink, place)
            return
        chosen = self.look.chosen is not None and self.look.chosen.id == piece.span.id
        thickness = typography.stroke * (1.35 if chosen else 1.0)
        draw_pattern(self.painter, piece.span.label.pattern if piece.span.label else None, ink, place, thickness)
        if piece.span.struck:
            draw_strike(self.painter, ink, place, self._size() * STRIKE_REACH)

    def _paint_frames(self) -> None:
        self.painter.setPen(QPen(QColor(self.look.theme.focus_bar), _FRAME))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for span in self.look.framed:
            for box in self._boxes(span):
                self.painter.drawRoundedRect(box.adjusted(-2, -1, 2, 1), _ROUNDING, _ROUNDING)

    def _paint_marks(self) -> None:
        """What stands in the margin, on the line where each span begins: from the text outwards."""
        typography, lines = self.look.typography, self.laid.layout.lines
        metrics = QFontMetricsF(typography.chip)
        self.painter.setFont(typography.chip)
        for number, spans in self.drawn.starts.items():
            marked = list(dict.fromkeys((span.mark, self._mark_ink(span).name()) for span in spans if span.mark))
            distance, room = typography.size * 0.7, self.look.left
            for at, (mark, ink) in enumerate(marked):
                words = "+" if at == _MARKS_SHOWN - 1 and len(marked) > _MARKS_SHOWN else mark
                width = metrics.horizontalAdvance(words)
                if at >= _MARKS_SHOWN or distance + width > room:
                    break
                self.painter.setPen(QColor(ink))
                self.painter.drawText(QPointF(self._beside(distance, width), self.top + lines[number].baseline), words)
                distance += width + typography.size * 0.3

    def _beside(self, distance: float, width: float) -> float:
        """The left edge of something in the margin where a line begins."""
        if self.laid.layout.rtl:
            return self.look.left + self.look.width + distance
        return self.look.left - distance - width

    def _mark_ink(self, span: ShownSpan) -> QColor:
        return QColor(span.mark_ink) if span.mark_ink else self._ink(span)

    def _paint_byline(self) -> None:
        typography = self.look.typography
        metrics = QFontMetricsF(typography.byline)
        words = metrics.elidedText(self.look.byline, Qt.TextElideMode.ElideRight, self.look.width)
        x = self.look.left
        if self.laid.layout.rtl:
            x += self.look.width - metrics.horizontalAdvance(words)
        self.painter.setFont(typography.byline)
        self.painter.setPen(QColor(self.look.theme.muted))
        y = self.top + self.laid.layout.height + typography.size * 0.5 + metrics.ascent()
        self.painter.drawText(QPointF(x, y), words)
