"""A list of what was found: Up on the first row goes back to where it was typed. Rows can be picked, to be tagged.

Space picks a row, or no longer; Shift with an arrow goes on picking, Ctrl+A picks all or none. With the mouse, Ctrl
picks one and Shift all up to it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from annotator.core.search_results import Hit, Line
from annotator.ui.reader.accessibility import announce
from annotator.ui.search.found_model import FoundModel
from annotator.ui.steady_list import SteadyList, is_plain

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FoundList(SteadyList):
    """Articles or lines. `found` is its model.

    Signals:
        left_above: Up was pressed on the first row.
    """

    left_above = Signal()

    def __init__(self, delegate: type[QStyledItemDelegate], parent: QWidget | None = None) -> None:
        self.found = FoundModel()
        self.is_cut = False  # more was found than is here
        self._picks = False
        super().__init__(self.found, parent)
        self.found.setParent(self)
        self.setItemDelegate(delegate(self))

    def show_found(self, found: tuple[Hit, ...] | tuple[Line, ...], labels: Sequence[tuple[str, ...]] = ()) -> None:
        """Show these from the top, lines with the labels that they have."""
        self.found.show(found, labels)
        self.scrollToTop()

    def enter(self) -> None:
        """The keyboard comes into the list: to the row it was on, else to the first."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.found.index(0))
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, held = self.currentIndex().row(), event.modifiers()
        if is_plain(event) and event.key() == Qt.Key.Key_Up and row <= 0:
            self.left_above.emit()
        elif is_plain(event) and event.key() == Qt.Key.Key_Space and row >= 0:
            self._toggle(row)
        elif held == _SHIFT and event.key() in _STEPS and row >= 0:
            self._pick_on(row, row + _STEPS[Qt.Key(event.key())])
        elif held == _CONTROL and event.key() == Qt.Key.Key_A:
            self._pick_all_or_none()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index, held = self.indexAt(event.position().toPoint()), event.modifiers()
        self._picks = index.isValid() and held in (_SHIFT, _CONTROL)
        if not self._picks:
            super().mousePressEvent(event)
        elif held == _CONTROL:
            self.setCurrentIndex(index)
            self._toggle(index.row())
        else:
            self._pick_up_to(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._picks:  # else Qt would take it for a click that opens the row
            super().mouseReleaseEvent(event)
        self._picks = False

    def _toggle(self, row: int) -> None:
        self.found.pick([row], on=not self.found.is_picked(row))
        announce(self, str(self.found.index(row).data(Qt.ItemDataRole.AccessibleTextRole)))

    def _pick_on(self, row: int, next_row: int) -> None:
        """Pick the row and the one after it; back over one that is picked, it is picked no longer."""
        if not 0 <= next_row < self.found.rowCount():
            self.found.pick([row], on=True)
            return
        goes_back = self.found.is_picked(row) and self.found.is_picked(next_row)
        self.found.pick([row] if goes_back else [row, next_row], on=not goes_back)
        self.setCurrentIndex(self.found.index(next_row))

    def _pick_up_to(self, index: QModelIndex) -> None:
        first, last = sorted((max(0, self.currentIndex().row()), index.row()))
        self.found.pick(range(first, last + 1), on=True)
        self.setCurrentIndex(index)

    def _pick_all_or_none(self) -> None:
        rows = range(self.found.rowCount())
        self.found.pick(rows, on=not all(map(self.found.is_picked, rows)))
