"""The list of articles: a list view that says what to do when it has nothing to show."""

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from annotator.ui.inks import muted
from annotator.ui.library.document_delegate import DocumentDelegate
from annotator.ui.library.document_model import DocumentModel

_MARGIN = 24


class DocumentList(QListView):
    """Rows of one height, laid out without looking at each.

    Signals:
        chosen: a row was clicked, or Enter pressed on it.
        remove_asked: Delete was pressed on a row.
        left_above: Up was pressed on the first row.
    """

    chosen = Signal(QModelIndex)
    remove_asked = Signal(QModelIndex)
    left_above = Signal()

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_text = ""
        self.setModel(model)
        self.setItemDelegate(DocumentDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The open article is marked by the model: moving the keyboard's ring must not seem to open another.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Articles"))
        self.clicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and index.isValid() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(index)
        elif plain and index.isValid() and key == Qt.Key.Key_Delete:
            self.remove_asked.emit(index)
        elif plain and key == Qt.Key.Key_Up and index.row() <= 0:
            self.left_above.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() or not self.empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setPen(muted(self.palette(), QPalette.ColorRole.Base))
        area = self.viewport().rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        area = QRect(area.left(), area.top(), area.width(), max(area.height(), 120))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignHCenter) | Qt.TextFlag.TextWordWrap, self.empty_text)
        painter.end()
