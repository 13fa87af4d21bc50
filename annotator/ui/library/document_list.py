"""The library's list: what its keys do beyond choosing."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.ui.library.document_delegate import DocumentDelegate
from annotator.ui.library.document_model import DocumentModel
from annotator.ui.steady_list import SteadyList, is_plain


class DocumentList(SteadyList):
    """The articles, one a row.

    Signals:
        remove_asked: Delete was pressed on a row.
        left_above: Up was pressed on the first row.
        fold_asked: show what is folded into a row (True) or fold it again, by key or click.
    """

    remove_asked = Signal(QModelIndex)
    left_above = Signal()
    fold_asked = Signal(QModelIndex, bool)

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._delegate = DocumentDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Articles"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if is_plain(event) and index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit(index)
        elif is_plain(event) and event.key() == Qt.Key.Key_Up and index.row() <= 0:
            self.left_above.emit()
        elif is_plain(event) and index.isValid() and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold_by_key(index, unfold=(event.key() == Qt.Key.Key_Right) != self.isRightToLeft())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._fold_mark_at(event)
        if index.isValid():
            self.fold_asked.emit(index, not index.data(DocumentModel.FoldRole).expanded)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # The release is what a table takes for a click on the row.
        if not self._fold_mark_at(event).isValid():
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._fold_mark_at(event).isValid():
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def _fold_by_key(self, index: QModelIndex, *, unfold: bool) -> None:
        """Right unfolds, Left folds; from a row below, Left goes up to the row that it is below."""
        fold, above = index.data(DocumentModel.FoldRole), index.data(DocumentModel.BelowRole)
        if fold is not None:
            self.fold_asked.emit(index, unfold)
        elif above is not None and not unfold:
            row = next(at for at in range(index.row(), -1, -1) if self._fold_at(at))
            self.setCurrentIndex(self.model().index(row, 0))

    def _fold_at(self, row: int) -> bool:
        return self.model().index(row, 0).data(DocumentModel.FoldRole) is not None

    def _fold_mark_at(self, event: QMouseEvent) -> QModelIndex:
        """The row whose mark for folding is under the pointer; no index where there is none."""
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return QModelIndex()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return index if self._delegate.fold_mark(option, index).contains(event.position().toPoint()) else QModelIndex()
