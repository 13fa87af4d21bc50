"""The sources of a project as a list model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.records import SourceRecord
from annotator.core.schema import Label
from annotator.ui.lines import one_line
from annotator.ui.sources.words import about_words, count_words

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as it may be shown: `name` is masked where it has to be, `alias` the one that was found, or ""."""

    source: SourceRecord
    name: str
    alias: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)


class SourceModel(QAbstractListModel):
    """One row a source. `RowRole` gives its SourceRow, `OpenRole` whether it is the one that is shown beside."""

    RowRole = int(Qt.ItemDataRole.UserRole) + 1
    OpenRole = int(Qt.ItemDataRole.UserRole) + 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.labels: Mapping[str, Label] = {}
        self.theme_name = "light"
        self._rows: Sequence[SourceRow] = ()
        self._open: UUID | None = None

    def show(self, rows: Sequence[SourceRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def set_open(self, source_id: UUID | None) -> None:
        """Mark the source that is shown beside."""
        former, self._open = self._open, source_id
        for key in (former, source_id):
            row = self.row_of(key)
            if row >= 0:
                self.dataChanged.emit(self.index(row), self.index(row), [self.OpenRole])

    def row_of(self, source_id: UUID | None) -> int:
        """The row of a source; -1 where it is not listed."""
        found = (at for at, row in enumerate(self._rows) if row.source.id == source_id)
        return next(found, -1) if source_id else -1

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == self.RowRole:
            return row
        if role == self.OpenRole:
            return row.source.id == self._open
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(row.name)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            parts = one_line(row.name), row.alias, about_words(row.source), count_words(row.counts, self.labels)
            return ". ".join(part for part in parts if part)
        return None
