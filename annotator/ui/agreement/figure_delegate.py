"""How a figure looks in a table: the figure, under it of how many things it is, and a thin bar from 0 to 1."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.agreement.grid import Shown
from annotator.ui.agreement.grid_model import GridModel
from annotator.ui.agreement.words import interval_words, value_words, why_words
from annotator.ui.inks import mix, muted, paint_row
from annotator.ui.lines import number
from annotator.ui.quiet_label import small

_SIDE, _EDGE, _BAR, _GAP = 8, 6, 3, 3
_MARK = 2  # pixels by which the figure's own mark stands out of the bar


class FigureDelegate(QStyledItemDelegate):
    """Three lines and a bar. A figure of few things is drawn in a quiet ink, and says so in words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        look: Any = option
        metrics, fine = QFontMetrics(look.font), QFontMetrics(small(look.font))
        height = metrics.height() + 2 * fine.height() + _BAR + 2 * _EDGE + _GAP
        shown: Shown | None = index.data(GridModel.ShownRole)
        if shown is None:
            return QSize(metrics.horizontalAdvance(str(index.data())) + 2 * _SIDE + 4, height)
        lines = (self._n(shown), self._second(shown))
        return QSize(max(fine.horizontalAdvance(line) for line in lines) + 2 * _SIDE, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look: Any = option
        palette: QPalette = look.palette
        rtl = look.direction == Qt.LayoutDirection.RightToLeft
        strong = bool(index.data(GridModel.StrongRole))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = palette.color(QPalette.ColorRole.Base)
        if strong:
            painter.fillRect(look.rect, mix(base, palette.color(QPalette.ColorRole.Text), 0.05))
        focused = bool(look.state & QStyle.StateFlag.State_HasFocus)
        chosen = bool(look.state & QStyle.StateFlag.State_Selected)
        paint_row(painter, look.rect, palette, chosen=chosen, focused=focused, rtl=rtl)
        font = QFont(look.font)
        font.setWeight(QFont.Weight.DemiBold if strong or index.column() else QFont.Weight.Normal)
        shown: Shown | None = index.data(GridModel.ShownRole)
        if shown is None:
            self._name(painter, look, font, str(index.data() or ""), int(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        else:
            self._figure(painter, look, font, shown)
        painter.restore()

    def _name(self, painter: QPainter, look: Any, font: QFont, words: str, side: int) -> None:
        painter.setFont(font)
        painter.setPen(look.palette.color(QPalette.ColorRole.Text))
        inner = look.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        elided = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, side | Qt.TextFlag.TextSingleLine, elided)

    def _figure(self, painter: QPainter, look: Any, font: QFont, shown: Shown) -> None:
        palette: QPalette = look.palette
        quiet = muted(palette, QPalette.ColorRole.Base)
        inner = look.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        line, fine = QFontMetrics(font).height(), QFontMetrics(small(look.font)).height()
        faint = shown.is_of_few or shown.value is None
        painter.setFont(font)
        painter.setPen(quiet if faint else palette.color(QPalette.ColorRole.Text))
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop) | Qt.TextFlag.TextSingleLine
        painter.drawText(inner, flags, value_words(shown.value, share=shown.share))
        painter.setFont(small(look.font))
        painter.setPen(quiet)
        top = inner.adjusted(0, line, 0, 0)
        painter.drawText(top, flags, self._n(shown))
        metrics = QFontMetrics(small(look.font))
        second = metrics.elidedText(self._second(shown), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(top.adjusted(0, fine, 0, 0), flags, second)
        if shown.value is not None:
            track = QRectF(inner.left(), inner.bottom() - _BAR + 1, inner.width(), _BAR)
            self._bar(painter, track, shown, palette, rtl=look.direction == Qt.LayoutDirection.RightToLeft)

    def _bar(self, painter: QPainter, track: QRectF, shown: Shown, palette: QPalette, *, rtl: bool) -> None:
        base, ink = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        accent = palette.color(QPalette.ColorRole.Highlight)
        value = min(max(shown.value or 0.0, 0.0), 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        self._piece(painter, track, (0.0, 1.0), mix(base, ink, 0.14), rtl=rtl)
        colour = mix(base, ink, 0.4) if shown.is_of_few else accent
        self._piece(painter, track, (0.0, value), mix(base, colour, 0.55) if shown.interval else colour, rtl=rtl)
        if shown.interval:
            low, high = (min(max(end, 0.0), 1.0) for end in shown.interval)
            width = 2 / max(track.width(), 1)
            self._piece(painter, track, (low, max(high, low + width)), colour, rtl=rtl)
            mark = track.adjusted(0, -_MARK, 0, 0)
            self._piece(painter, mark, (max(value - width, 0.0), max(value, width)), ink, rtl=rtl)

    def _piece(self, painter: QPainter, track: QRectF, ends: tuple[float, float], colour: QColor, *, rtl: bool) -> None:
        low, high = (1 - ends[1], 1 - ends[0]) if rtl else ends
        painter.setBrush(colour)
        painter.drawRect(
            QRectF(track.left() + low * track.width(), track.top(), (high - low) * track.width(), track.height())
        )

    def _n(self, shown: Shown) -> str:
        return self.tr("n {n}").format(n=number(shown.n))

    def _second(self, shown: Shown) -> str:
        if shown.value is None:
            return why_words(shown.why)
        if shown.is_of_few:
            return self.tr("too few")
        return interval_words(shown.interval, share=shown.share) if shown.interval else ""
