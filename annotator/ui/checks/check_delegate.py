"""How a problem looks in the list: its sign and what to do, and below it the passage that has it."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.checks.check_model import CheckModel
from annotator.ui.inks import muted, paint_row, row_ground
from annotator.ui.inspector.label_chip import SWATCH, paint_swatch
from annotator.ui.line_painting import draw_line

_SIDE, _EDGE, _GAP = 12, 6, 8

Index = QModelIndex | QPersistentModelIndex


class CheckDelegate(QStyledItemDelegate):
    """Two lines a problem."""

    def __init__(self, parent: QWidget, theme_name: str) -> None:
        super().__init__(parent)
        self._theme_name = theme_name

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, 2 * QFontMetrics(option.font).height() + 2 * _EDGE + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look: Any = option
        rtl = look.direction == Qt.LayoutDirection.RightToLeft
        focused = bool(look.state & QStyle.StateFlag.State_HasFocus)
        line = QFontMetrics(look.font).height()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row(painter, look.rect, look.palette, chosen=focused, focused=focused, rtl=rtl)
        inner = look.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        indent = SWATCH.width() + _GAP
        first = QRect(inner.left() + indent, inner.top(), inner.width() - indent, line)
        second = first.translated(0, line + 2)
        painter.setPen(look.palette.color(QPalette.ColorRole.Text))
        painter.setFont(_bold(look.font))
        sign = QRect(inner.left(), inner.top(), SWATCH.width(), line)
        painter.drawText(_mirrored(look, sign), int(Qt.AlignmentFlag.AlignCenter), str(index.data(CheckModel.SignRole)))
        painter.setFont(look.font)
        draw_line(painter, _mirrored(look, first), str(index.data() or ""))
        if label := index.data(CheckModel.LabelRole):
            swatch = QRect(inner.left(), second.top(), SWATCH.width(), line)
            paint_swatch(painter, _mirrored(look, swatch), label, self._theme_name, row_ground(look.palette, focused))
        painter.setPen(muted(look.palette, QPalette.ColorRole.Base))
        draw_line(painter, _mirrored(look, second), str(index.data(CheckModel.PassageRole) or ""))
        painter.restore()


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made


def _mirrored(look: Any, rect: QRect) -> QRect:
    return QStyle.visualRect(look.direction, look.rect, rect)
