"""The entries that fit what is typed, as a list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.ui.palette.entries import Entry, Group

Index = QModelIndex | QPersistentModelIndex


class PaletteModel(QAbstractTableModel):
    """One row an entry. `GroupRole` has the group's name in the first row of each group alone."""

    EntryRole = Qt.ItemDataRole.UserRole + 1
    GroupRole = Qt.ItemDataRole.UserRole + 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self._names = {
            Group.COMMAND: self.tr("Commands"),
            Group.ARTICLE: self.tr("Articles"),
            Group.SOURCE: self.tr("Sources"),
            Group.ANNOTATION: self.tr("Annotations"),
        }

    def show(self, entries: Sequence[Entry]) -> None:
        """Take these in place of what was there."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == self.EntryRole:
            return entry
        if role == self.GroupRole:
            is_first = not index.row() or self._entries[index.row() - 1].group is not entry.group
            return self._names[entry.group] if is_first else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (entry.title, entry.detail, entry.keys, self._names[entry.group])
            return ", ".join(part for part in parts if part)
        return None
