"""A steady list of which several rows can be picked, to do the same to all of them."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from annotator.ui.steady_list import SteadyList

_PICKING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class PickingList(SteadyList):
    """The model says which rows are picked; the list only tells what a person wants.

    Signals:
        picked: Ctrl+click or Space: this row, too, or no longer.
        picked_up_to: Shift+click or Shift+Space: all rows up to this one.
        left: Escape.
    """

    picked = Signal(QModelIndex)
    picked_up_to = Signal(QModelIndex)
    left = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index, modifiers = self.indexAt(event.position().toPoint()), event.modifiers() & _PICKING
        if event.button() is not Qt.MouseButton.LeftButton or not modifiers or not index.isValid():
            super().mousePressEvent(event)
            return
        self._pick(index, up_to=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self._pick(index, up_to=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _pick(self, index: QModelIndex, *, up_to: bool) -> None:
        (self.picked_up_to if up_to else self.picked).emit(index)
        self.setCurrentIndex(index)
