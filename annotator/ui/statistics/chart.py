"""A chart of figures: one bar a row, stacked by label or state; colours and hatching both tell them apart."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen

from annotator.core.figures import Figures, Row
from annotator.core.records import SentenceState
from annotator.core.schema import Label, Pattern
from annotator.ui.inks import mix, quiet
from annotator.ui.inspector.label_chip import label_ink
from annotator.ui.lines import number
from annotator.ui.statistics.words import chart_title, column_titles, row_title

MOST_BARS = 16
_BAR, _GAP, _SIDE = 18.0, 8.0, 16.0
_WIDEST_NAME = 0.34
_FILLED = 0.55
_HATCHES = {
    Pattern.SOLID: Qt.BrushStyle.SolidPattern,
    Pattern.DASHED: Qt.BrushStyle.FDiagPattern,
    Pattern.WAVY: Qt.BrushStyle.Dense6Pattern,
    Pattern.DOTTED: Qt.BrushStyle.CrossPattern,
    Pattern.DOUBLE: Qt.BrushStyle.HorPattern,
}


@dataclass(frozen=True, slots=True)
class _Part:
    """How one column is drawn."""

    title: str
    ink: QColor
    hatch: Qt.BrushStyle


class Chart:
    """A chart that can be painted at any width, on a screen or into a picture."""

    def __init__(self, figures: Figures, labels: Mapping[str, Label], theme_name: str, palette: QPalette) -> None:
        self._figures = figures
        self._ground = palette.color(QPalette.ColorRole.Base)
        self._ink = palette.color(QPalette.ColorRole.Text)
        self._accent = palette.color(QPalette.ColorRole.Highlight)
        self._parts = self._drawn_columns(labels, theme_name)
        self._most = max((row.total for row in figures.rows), default=0)

    def height(self, font: QFont, width: float) -> float:
        """How high the chart is at this width."""
        line = QFontMetricsF(font).height()
        bars = len(self._figures.rows) * (max(_BAR, line) + _GAP)
        return _SIDE * 2 + line * 1.6 + self._legend_height(font, width) + bars + line * 1.6

    def paint(self, painter: QPainter, size: QSizeF, font: QFont, *, rtl: bool = False) -> None:
        """Draw it with its heading and legend on the ground of the theme."""
        painter.fillRect(QRectF(QPointF(0, 0), size), self._ground)
        if rtl:
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        top = self._paint_heading(painter, size, font, rtl=rtl)
        top = self._paint_legend(painter, size, font, top, rtl=rtl)
        self._paint_bars(painter, size, font, top, rtl=rtl)

    def _drawn_columns(self, labels: Mapping[str, Label], theme_name: str) -> list[_Part]:
        states = {
            SentenceState.TAGGED.value: _Part("", self._accent, Qt.BrushStyle.SolidPattern),
            SentenceState.NOTHING.value: _Part("", quiet(self._ink, self._ground), Qt.BrushStyle.BDiagPattern),
            SentenceState.UNDECIDED.value: _Part("", quiet(self._ink, self._ground), Qt.BrushStyle.NoBrush),
        }
        parts = []
        for key, title in zip(self._figures.columns, column_titles(self._figures, labels), strict=True):
            known = states.get(key, _Part("", self._accent, Qt.BrushStyle.SolidPattern))
            if key in labels:
                known = _Part("", label_ink(labels[key], theme_name), _HATCHES[labels[key].pattern])
            parts.append(_Part(title, known.ink, known.hatch))
        return parts

    def _paint_heading(self, painter: QPainter, size: QSizeF, font: QFont, *, rtl: bool) -> float:
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(self._ink)
        line = QFontMetricsF(strong).height()
        self._write(painter, QRectF(_SIDE, _SIDE, size.width() - 2 * _SIDE, line), self.heading, rtl=rtl)
        return _SIDE + line * 1.6

    @property
    def heading(self) -> str:
        """What the chart shows."""
        return chart_title(self._figures.subject)

    def _legend_places(self, font: QFont, width: float) -> list[tuple[float, int]]:
        """Where each part of the legend begins, and in which line."""
        metrics, at, line = QFontMetricsF(font), _SIDE, 0
        places = []
        for part in self._parts:
            wide = _BAR + 6 + metrics.horizontalAdvance(part.title) + 18
            if at + wide > width - _SIDE and at > _SIDE:
                at, line = _SIDE, line + 1
            places.append((at, line))
            at += wide
        return places

    def _legend_height(self, font: QFont, width: float) -> float:
        if len(self._parts) < 2:
            return 0.0
        lines = self._legend_places(font, width)[-1][1] + 1
        return lines * (QFontMetricsF(font).height() + 4) + _GAP

    def _paint_legend(self, painter: QPainter, size: QSizeF, font: QFont, top: float, *, rtl: bool) -> float:
        if len(self._parts) < 2:
            return top
        painter.setFont(font)
        line = QFontMetricsF(font).height()
        for part, (left, row) in zip(self._parts, self._legend_places(font, size.width()), strict=True):
            at = top + row * (line + 4)
            box = QRectF(left, at + (line - 12) / 2, _BAR, 12)
            self._fill(painter, self._turned(box, size, rtl=rtl), part)
            painter.setPen(self._ink)
            words = QRectF(left + _BAR + 6, at, size.width(), line)
            if rtl:
                words = QRectF(0, at, size.width() - left - _BAR - 6, line)
            self._write(painter, words, part.title, rtl=rtl)
        return top + self._legend_height(font, size.width())

    def _paint_bars(self, painter: QPainter, size: QSizeF, font: QFont, top: float, *, rtl: bool) -> None:
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        high = max(_BAR, metrics.height())
        titles = [row_title(self._figures.subject, row) for row in self._figures.rows]
        name = min(
            max((metrics.horizontalAdvance(title) for title in titles), default=0.0) + 2, size.width() * _WIDEST_NAME
        )
        value = metrics.horizontalAdvance(number(self._most)) + 8
        left, room = _SIDE + name + 10, size.width() - 2 * _SIDE - name - 10 - value
        for row, title in zip(self._figures.rows, titles, strict=True):
            box = self._turned(QRectF(_SIDE, top, name, high), size, rtl=rtl)
            painter.setPen(self._ink)
            elided = metrics.elidedText(title, Qt.TextElideMode.ElideRight, box.width())
            self._write(painter, box, elided, rtl=not rtl)  # beside its bar
            end = self._paint_bar(painter, row, QRectF(left, top + (high - _BAR) / 2, room, _BAR), size, rtl=rtl)
            painter.setPen(quiet(self._ink, self._ground))
            place = QRectF(end + 6, top, value, high)
            self._write(painter, self._turned(place, size, rtl=rtl), number(row.total), rtl=rtl)
            top += high + _GAP

    def _paint_bar(self, painter: QPainter, row: Row, room: QRectF, size: QSizeF, *, rtl: bool) -> float:
        """One bar in its room; returns where it ends."""
        at = room.left()
        for value, part in zip(row.numbers, self._parts, strict=True):
            if value:
                wide = max(room.width() * value / self._most, 1.5)
                self._fill(painter, self._turned(QRectF(at, room.top(), wide, room.height()), size, rtl=rtl), part)
                at += wide
        return at

    def _fill(self, painter: QPainter, box: QRectF, part: _Part) -> None:
        ground = mix(self._ground, part.ink, _FILLED if part.hatch == Qt.BrushStyle.SolidPattern else 0.12)
        painter.setPen(QPen(part.ink, 1))
        painter.setBrush(QBrush(ground))
        painter.drawRect(box)
        if part.hatch not in (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.NoBrush):
            painter.setBrush(QBrush(part.ink, part.hatch))
            painter.drawRect(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _turned(self, box: QRectF, size: QSizeF, *, rtl: bool) -> QRectF:
        if not rtl:
            return box
        return QRectF(size.width() - box.right(), box.top(), box.width(), box.height())

    def _write(self, painter: QPainter, box: QRectF, words: str, *, rtl: bool) -> None:
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(box, int(flags), words)


def picture_height(chart: Chart, font: QFont, width: float) -> int:
    """The height of a picture that holds all of a chart."""
    return math.ceil(chart.height(font, width))


def drawn(figures: Figures, others: str) -> Figures:
    """The rows that a chart has room for; the table shows all."""
    return figures.folded(MOST_BARS, others)
