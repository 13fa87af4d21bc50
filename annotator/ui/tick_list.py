"""A list whose rows are chosen by a box at their head: with Space, or with a click on the box."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyleOptionViewItem, QWidget

from annotator.ui.inks import muted
from annotator.ui.reader.accessibility import announce
from annotator.ui.steady_list import SteadyList

SIDE, BOX = 12, 18
"""Pixels: from the row's edge to the box, and its own width."""

_CORNER = 3.0
_REACH = 6  # pixels around a box that count as a click on it
_TICK = (QPointF(-4, 0), QPointF(-1, 3), QPointF(4, -3))


class TickList(SteadyList):
    """`toggle` is called with the row whose box was pressed. Enter is left to the dialog."""

    def __init__(
        self, model: QAbstractItemModel, delegate: QAbstractItemDelegate, toggle: Callable[[int], None], parent: QWidget
    ) -> None:
        super().__init__(model, parent)
        self._toggle = toggle
        delegate.setParent(self)
        self.setItemDelegate(delegate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self._toggle(index.row())
            announce(self, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        box = box_in(self.visualRect(index), option.direction)
        if index.isValid() and box.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(place):
            self._toggle(index.row())
        super().mousePressEvent(event)


def box_in(row: QRect, direction: Qt.LayoutDirection) -> QRect:
    """Where the box of a row is."""
    box = QRect(row.left() + SIDE, row.center().y() - BOX // 2, BOX, BOX)
    return QStyle.visualRect(direction, row, box)


def paint_box(painter: QPainter, option: Any, state: Qt.CheckState | None) -> None:
    """A box with an edge of its own, as the style's would be lost on dark paper; none where nothing can be chosen."""
    if state is None:
        return
    palette: QPalette = option.palette
    box = QRectF(box_in(option.rect, option.direction)).adjusted(1, 1, -1, -1)
    accent, checked = palette.color(QPalette.ColorRole.Highlight), Qt.CheckState(state) == Qt.CheckState.Checked
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(accent if checked else muted(palette, QPalette.ColorRole.Base), 1.5))
    painter.setBrush(accent if checked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, _CORNER, _CORNER)
    if checked:
        painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([box.center() + corner for corner in _TICK]))
