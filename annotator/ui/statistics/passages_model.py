"""The passages that a number counts, one a line."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.operations.statistics import CountedPassage
from annotator.ui.lines import one_line

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PassagesModel(QAbstractListModel):
    """Each passage with the title of its article."""

    PassageRole = int(Qt.ItemDataRole.UserRole)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passages: Sequence[CountedPassage] = ()

    def show(self, passages: Sequence[CountedPassage]) -> None:
        """Show these."""
        self.beginResetModel()
        self._passages = passages
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._passages)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        passage = self._passages[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{one_line(passage.text)}  —  {one_line(passage.title, 80)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return one_line(passage.text, 1000)
        return passage if role == self.PassageRole else None
