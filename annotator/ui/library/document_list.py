"""The library's list: what its keys do beyond choosing."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.library.document_delegate import DocumentDelegate
from annotator.ui.library.document_model import DocumentModel
from annotator.ui.steady_list import SteadyList, is_plain


class DocumentList(SteadyList):
    """The articles, one a row.

    Signals:
        remove_asked: Delete was pressed on a row.
        left_above: Up was pressed on the first row.
    """

    remove_asked = Signal(QModelIndex)
    left_above = Signal()

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setItemDelegate(DocumentDelegate(self))
        self.setAccessibleName(self.tr("Articles"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if is_plain(event) and index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit(index)
        elif is_plain(event) and event.key() == Qt.Key.Key_Up and index.row() <= 0:
            self.left_above.emit()
        else:
            super().keyPressEvent(event)
