"""What is assigned to whom, and how far it is; what was not begun can be taken away again."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.assigning import Assignment
from annotator.ui.lines import number, one_line

_SIZE, _PADDING = (680, 480), 10
_ROLE = Qt.ItemDataRole.UserRole


class AssignedDialog(QDialog):
    """Rows that were not begun can be chosen and taken away: with Del, or with the button.

    Signals:
        removal_wanted: these pairs of article and annotator.
        article_chosen: this article shall be opened.
    """

    removal_wanted = Signal(list)
    article_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Assigned articles"))
        self.count = QLabel(self)
        self.count.setWordWrap(True)
        self.rows = _Rows(self)
        self.rows.setAccessibleName(self.tr("Assigned articles"))
        self.rows.setHeaderLabels([self.tr("Article"), self.tr("Who"), self.tr("How"), self.tr("State")])
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.remove = self._buttons.addButton(self.tr("Take away"), QDialogButtonBox.ButtonRole.ActionRole)
        self.remove.setToolTip(self.tr("Del"))
        for button in self._buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)  # Enter is the list's: it opens the article
        self.remove.clicked.connect(self._remove)
        self.rows.removal_wanted.connect(self._remove)
        self.rows.itemSelectionChanged.connect(self._enable)
        self.rows.itemActivated.connect(lambda row, _column: self.article_chosen.emit(row.data(0, _ROLE).document_id))
        self._buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(self.count)
        whole.addWidget(self.rows, 1)
        whole.addWidget(self._buttons)
        self.resize(*_SIZE)

    def show_assignments(self, found: Sequence[Assignment]) -> None:
        """Show these, in their order."""
        self.rows.clear()
        self.rows.addTopLevelItems([self._row(one) for one in found])
        if first := self.rows.topLevelItem(0):
            self.rows.setCurrentItem(first)
        self.count.setText(self._words(found))
        self.rows.setEnabled(bool(found))
        self._enable()

    def chosen(self) -> list[Assignment]:
        """The chosen rows that can be taken away."""
        found: list[Assignment] = [row.data(0, _ROLE) for row in self.rows.selectedItems()]
        return [one for one in found if not one.begun]

    def _row(self, one: Assignment) -> QTreeWidgetItem:
        how = self.tr("blind") if one.blind else self.tr("open")
        row = QTreeWidgetItem([one_line(one.title), one_line(one.annotator), how, self._state(one)])
        row.setData(0, _ROLE, one)
        row.setSizeHint(0, QSize(0, self.fontMetrics().lineSpacing() + _PADDING))
        row.setToolTip(0, one_line(one.title))
        if one.assigned_by:
            row.setToolTip(1, self.tr("assigned by {name}").format(name=one_line(one.assigned_by)))
        return row

    def _state(self, one: Assignment) -> str:
        states = {
            "submitted": self.tr("handed in"),
            "returned": self.tr("returned"),
            "approved": self.tr("approved"),
        }
        return states.get(one.state) or (self.tr("begun") if one.begun else self.tr("unread"))

    def _words(self, found: Sequence[Assignment]) -> str:
        if not found:
            return self.tr("Nothing is assigned. “Assign articles…” in the menu Review gives articles to people.")
        unread = sum(not one.begun for one in found)
        words = self.tr("{n} assigned, {unread} of them not begun. What is not begun can be taken away.")
        return words.format(n=number(len(found)), unread=number(unread))

    def _enable(self) -> None:
        self.remove.setEnabled(bool(self.chosen()))

    def _remove(self) -> None:
        if pairs := [(one.document_id, one.annotator_id) for one in self.chosen()]:
            self.removal_wanted.emit(pairs)


class _Rows(QTreeWidget):
    """A table without a tree, in which Del asks for a removal."""

    removal_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setColumnCount(4)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
