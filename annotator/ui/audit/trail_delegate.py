"""How one entry of the trail looks: who did what, and quieter below it when and where."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.inks import paint_row
from annotator.ui.line_painting import draw_line

_SIDE, _EDGE, _LEADING = 12, 7, 3


class TrailDelegate(QStyledItemDelegate):
    """Two lines an entry."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        look: Any = option
        return QSize(160, 2 * QFontMetrics(look.font).height() + _LEADING + 2 * _EDGE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look: Any = option
        rtl = look.direction == Qt.LayoutDirection.RightToLeft
        chosen = bool(look.state & QStyle.StateFlag.State_Selected)
        focused = bool(look.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row(painter, look.rect, look.palette, chosen=chosen, focused=focused, rtl=rtl)
        inner = look.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        height = QFontMetrics(look.font).height()
        first, _, second = str(index.data() or "").partition("\n")
        painter.setFont(look.font)
        painter.setPen(look.palette.color(QPalette.ColorRole.Text))
        draw_line(painter, inner.adjusted(0, 0, 0, height - inner.height()), first)
        painter.setPen(look.palette.color(QPalette.ColorRole.PlaceholderText))
        draw_line(painter, inner.adjusted(0, height + _LEADING, 0, 0), second)
        painter.restore()
