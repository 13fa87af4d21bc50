"""How one application looks: a box to choose it, its label, its words in the copy, and what became of them."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.copies.application_model import ApplicationModel
from annotator.ui.inks import muted, paint_row
from annotator.ui.inspector.label_chip import SWATCH, paint_swatch
from annotator.ui.line_painting import draw_line
from annotator.ui.lines import is_right_to_left
from annotator.ui.quiet_label import small
from annotator.ui.tick_list import BOX, SIDE, paint_box

_EDGE, _GAP = 6, 8


class ApplicationDelegate(QStyledItemDelegate):
    """Two lines: the words between what stands around them, and below what became of them, in which copy."""

    def __init__(self, parent: Any, theme_name: str) -> None:
        super().__init__(parent)
        self._theme_name = theme_name

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        font: QFont = option.font
        return QSize(200, QFontMetrics(font).height() + 2 + QFontMetrics(small(font)).height() + 2 * _EDGE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look: Any = option
        rtl = look.direction == Qt.LayoutDirection.RightToLeft
        focused = bool(look.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        paint_row(painter, look.rect, look.palette, chosen=False, focused=focused, rtl=rtl)
        paint_box(painter, look, index.data(Qt.ItemDataRole.CheckStateRole))
        inner = look.rect.adjusted(SIDE + BOX + _GAP, _EDGE, -SIDE, -_EDGE)
        line = QFontMetrics(look.font).height()
        if label := index.data(ApplicationModel.LabelRole):
            swatch = QStyle.visualRect(
                look.direction, look.rect, QRect(inner.left(), inner.top(), SWATCH.width(), line)
            )
            paint_swatch(painter, swatch, label, self._theme_name, look.palette.color(QPalette.ColorRole.Base))
        words = QRect(inner.left() + SWATCH.width() + _GAP, inner.top(), inner.width() - SWATCH.width() - _GAP, line)
        self._words(painter, look, QStyle.visualRect(look.direction, look.rect, words), index)
        painter.setFont(small(look.font))
        painter.setPen(muted(look.palette, QPalette.ColorRole.Base))
        below = QRect(words.left(), inner.top() + line + 2, words.width(), inner.height() - line - 2)
        draw_line(painter, QStyle.visualRect(look.direction, look.rect, below), index.data(ApplicationModel.AboutRole))
        painter.restore()

    def _words(self, painter: QPainter, look: Any, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """The stretch in the text's own ink between its quieter surroundings; it is what is never left out."""
        before, words, after = index.data(ApplicationModel.ContextRole)
        rtl = is_right_to_left(words)
        strong = QFont(look.font)
        strong.setWeight(QFont.Weight.DemiBold)
        ink, soft = look.palette.color(QPalette.ColorRole.Text), muted(look.palette, QPalette.ColorRole.Base)
        room = rect.width()
        shown = QFontMetrics(strong).elidedText(words, Qt.TextElideMode.ElideMiddle, room)
        width = QFontMetrics(strong).horizontalAdvance(shown)
        metrics = QFontMetrics(look.font)
        lead = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, max(0, room - width) // 3)
        led = metrics.horizontalAdvance(lead)
        tail = metrics.elidedText(after, Qt.TextElideMode.ElideRight, max(0, room - width - led))
        at = 0
        for text, font, colour in ((lead, look.font, soft), (shown, strong, ink), (tail, look.font, soft)):
            painter.setFont(font)
            painter.setPen(colour)
            advance = painter.fontMetrics().horizontalAdvance(text)
            left = rect.right() - at - advance + 1 if rtl else rect.left() + at
            painter.drawText(QRect(left, rect.top(), advance + 1, rect.height()), _flags(rtl=rtl), text)
            at += advance


def _flags(*, rtl: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter) | Qt.TextFlag.TextSingleLine
