"""A list whose rows all have one height, so that ten thousand of them show as fast as ten."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from annotator.ui.inks import muted

Index = QModelIndex | QPersistentModelIndex

_MARGIN = 24


class SteadyList(QListView):
    """The keyboard's ring moves freely; a click or Enter chooses. Which row is open the model says.

    `empty_text` is shown while there are no rows.

    Signals:
        chosen: a row was clicked, or Enter pressed on it.
    """

    chosen = Signal(QModelIndex)

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_text = ""
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The model marks the row that is open: moving the ring must not seem to open another.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self.chosen)

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        # Qt would lay all rows out again, some 20 ms for 10,000; ours never change their height.
        if top_left.row() == bottom_right.row():
            self.update(top_left)
        else:
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if is_plain(event) and index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(index)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() or not self.empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setPen(muted(self.palette(), QPalette.ColorRole.Base))
        area = self.viewport().rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignHCenter) | Qt.TextFlag.TextWordWrap, self.empty_text)
        painter.end()


def is_plain(event: QKeyEvent) -> bool:
    """True when no modifier key is held."""
    return event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
