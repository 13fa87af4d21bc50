"""What waits for one, as a list model."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.todo import Todo
from annotator.ui.my_work.words import spoken

Index = QModelIndex | QPersistentModelIndex


class TodoModel(QAbstractTableModel):
    """One row a thing that waits, in the order given."""

    TodoRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._todos: tuple[Todo, ...] = ()

    @property
    def todos(self) -> tuple[Todo, ...]:
        """All there is."""
        return self._todos

    def set_todos(self, todos: Sequence[Todo]) -> None:
        """Take these in place of those before."""
        self.beginResetModel()
        self._todos = tuple(todos)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._todos)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._todos):
            return None
        todo = self._todos[index.row()]
        if role == self.TodoRole:
            return todo
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(todo)
        return None
