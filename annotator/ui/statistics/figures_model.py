"""A table of figures for a view: names, one column for each label or state, and the sum."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.figures import Figures, Row, Subject
from annotator.core.schema import Label
from annotator.ui.lines import is_right_to_left, number
from annotator.ui.statistics.words import column_titles, row_title, subject_title

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class FiguresModel(QAbstractTableModel):
    """The rows of `figures`, and under them what they come to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.figures = Figures(Subject.LABELS, (), ())
        self._titles: list[str] = []

    def show(self, figures: Figures, labels: Mapping[str, Label]) -> None:
        """Show other figures."""
        self.beginResetModel()
        self.figures = figures
        self._titles = column_titles(figures, labels)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        rows = len(self.figures.rows)
        return 0 if parent.isValid() or not rows else rows + 1

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + len(self._columns())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 0:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        told = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)  # the tip has what a narrow column cuts
        return self._headings()[section] if role in told else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = self.words(index.row(), 0)
            return f"{name}, {self._headings()[index.column()]}: {self.words(index.row(), index.column())}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            rtl = index.column() == 0 and is_right_to_left(self.words(index.row(), 0))
            side = Qt.AlignmentFlag.AlignRight if index.column() or rtl else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def row_at(self, row: int) -> Row | None:
        """What a line shows; None for the sum."""
        return self.figures.rows[row] if 0 <= row < len(self.figures.rows) else None

    def column_key(self, column: int) -> str:
        """The label that a column counts; "" for the name and the sum."""
        keys = ("", *self.figures.columns, "")
        return keys[column] if column < len(keys) else ""

    def words(self, row: int, column: int) -> str:
        """What stands in a cell."""
        line = self.row_at(row)
        numbers = line.numbers if line else self.figures.totals()
        if column == 0:
            return row_title(self.figures.subject, line) if line else self.tr("Together")
        values = (*numbers, sum(numbers))
        return number(values[column - 1])

    def as_text(self) -> str:
        """The whole table as tab-separated text, for the clipboard."""
        lines = ["\t".join(self._headings())]
        columns = range(self.columnCount())
        lines += ["\t".join(self.words(row, column) for column in columns) for row in range(self.rowCount())]
        return "\n".join(lines) + "\n"

    def _columns(self) -> list[str]:
        """The titles of the numbers; a sum of one column would say it twice."""
        return [*self._titles, self.tr("together")] if len(self._titles) > 1 else self._titles

    def _headings(self) -> list[str]:
        return [subject_title(self.figures.subject), *self._columns()]
