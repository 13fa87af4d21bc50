"""The links of the shown annotation: what each says, with which words, and where those stand."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.links.rows import Row, RowDelegate, RowModel
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.steady_list import SteadyList, is_plain

_MOST_ROWS = 4
_SIDE = 16


class LinksList(QWidget):
    """A heading and a list, hidden while there is no link. Del removes, Enter follows.

    Signals:
        removed: this relation shall be removed.
        followed: article and annotation that shall be shown.
    """

    removed = Signal(UUID)
    followed = Signal(UUID, UUID)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowModel(self)
        self.list_view = _Rows(self.model, self)
        self.list_view.setItemDelegate(RowDelegate(self.list_view))
        self.list_view.setAccessibleName(self.tr("Links of this annotation"))
        self.list_view.setToolTip(self.tr("Enter shows it, Del removes the link"))
        self.list_view.chosen.connect(self._follow)
        self.list_view.removal_wanted.connect(self._remove)
        self._changeable = True
        heading = QuietLabel(self.tr("Links"), self)
        heading.setBuddy(self.list_view)
        heading.setContentsMargins(_SIDE, 0, _SIDE, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(heading)
        whole.addWidget(self.list_view)
        self.set_links(())

    def set_links(self, lines: Sequence[Row]) -> None:
        """Show these links; none: nothing at all."""
        at = self.list_view.currentIndex().row()
        had_focus = self.list_view.hasFocus()
        self.model.show(lines)
        self.setVisible(bool(lines))
        height = self.list_view.verticalHeader().defaultSectionSize()
        self.list_view.setFixedHeight(height * min(_MOST_ROWS, max(1, len(lines))) + 2)
        if lines and had_focus:
            self.list_view.setCurrentIndex(self.model.index(min(max(at, 0), len(lines) - 1)))

    def set_theme(self, theme_name: str) -> None:
        """Whether labels are drawn in the inks of "light", "dark" or "contrast"."""
        self.model.theme_name = theme_name
        self.list_view.viewport().update()

    def set_changeable(self, changeable: bool) -> None:
        """Whether links can be removed here."""
        self._changeable = changeable

    def enter(self) -> None:
        """The keyboard comes into the list, to the first link."""
        if self.model.rowCount():
            self.list_view.setCurrentIndex(self.model.index(0))
            self.list_view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _follow(self, index: QModelIndex) -> None:
        row = index.data(RowModel.RowRole)
        self.followed.emit(row.document_id, row.annotation_id)

    def _remove(self, index: QModelIndex) -> None:
        row = index.data(RowModel.RowRole)
        if self._changeable and row.relation_id:
            self.removed.emit(row.relation_id)


class _Rows(SteadyList):
    """A list in which Del asks for a removal."""

    removal_wanted = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        removes = is_plain(event) and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if removes and self.currentIndex().isValid():
            self.removal_wanted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
