"""A list of what was found: Up on the first row goes back to where it was typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from annotator.core.search_results import Hit, Line
from annotator.ui.search.found_model import FoundModel
from annotator.ui.steady_list import SteadyList, is_plain


class FoundList(SteadyList):
    """Articles or lines. `found` is its model.

    Signals:
        left_above: Up was pressed on the first row.
    """

    left_above = Signal()

    def __init__(self, delegate: type[QStyledItemDelegate], parent: QWidget | None = None) -> None:
        self.found = FoundModel()
        super().__init__(self.found, parent)
        self.found.setParent(self)
        self.setItemDelegate(delegate(self))

    def show_found(self, found: tuple[Hit, ...] | tuple[Line, ...]) -> None:
        """Show these from the top."""
        self.found.show(found)
        self.scrollToTop()

    def enter(self) -> None:
        """The keyboard comes into the list: to the row it was on, else to the first."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.found.index(0))
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain(event) and event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_above.emit()
        else:
            super().keyPressEvent(event)
