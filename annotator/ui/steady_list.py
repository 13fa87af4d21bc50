"""A list whose rows all have one height, so that ten thousand of them show as fast as ten."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.ui.inks import muted

_MARGIN = 24
_LEAST_PADDING = 8


class SteadyList(QTableView):
    """The keyboard's ring moves freely; a click or Enter chooses. Which row is open the model says.

    A table of one column: Qt's list view lays all rows out again for each row that comes or changes,
    some 20 ms for 10,000. `empty_text` is shown while there are no rows.

    Signals:
        chosen: a row was clicked, or Enter pressed on it.
    """

    chosen = Signal(QModelIndex)

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_text = ""
        self.setModel(model)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The model marks the row that is open: moving the ring must not seem to open another.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self.chosen)
        self._fit_rows()

    def setItemDelegate(self, delegate: QAbstractItemDelegate) -> None:
        super().setItemDelegate(delegate)
        self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, rows = self.currentIndex(), self.model().rowCount()
        if not is_plain(event) or not rows:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.chosen.emit(index)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.setCurrentIndex(self.model().index(0 if event.key() == Qt.Key.Key_Home else rows - 1, 0))
        else:
            super().keyPressEvent(event)

    def _fit_rows(self) -> None:
        """The height of all rows, from the delegate's word for one."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        wanted = self.itemDelegate().sizeHint(option, self.model().index(0, 0)).height()
        height = max(wanted, self.fontMetrics().height() + _LEAST_PADDING)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() or not self.empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setPen(muted(self.palette(), QPalette.ColorRole.Base))
        above = min(_MARGIN, max(0, self.viewport().height() - self.fontMetrics().height()) // 2)
        area = self.viewport().rect().adjusted(_MARGIN, above, -_MARGIN, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignHCenter) | Qt.TextFlag.TextWordWrap, self.empty_text)
        painter.end()


def is_plain(event: QKeyEvent) -> bool:
    """True when no modifier key is held."""
    return event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
