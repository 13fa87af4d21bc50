"""A table of agreement for a view."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.ui.agreement.grid import Grid, Shown
from annotator.ui.agreement.words import few_sentence, interval_sentence, value_words, why_sentence
from annotator.ui.lines import is_right_to_left, number

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class GridModel(QAbstractTableModel):
    """The cells of a grid; the first column has the names of the rows."""

    ShownRole = int(Qt.ItemDataRole.UserRole)
    StrongRole = int(Qt.ItemDataRole.UserRole) + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = Grid()

    def show(self, grid: Grid) -> None:
        """Show another table. One of the same shape keeps what is chosen in the view."""
        same = [row.title for row in grid.rows] == [row.title for row in self.grid.rows]
        if same and grid.heads == self.grid.heads and grid.rows:
            self.grid = grid
            self.dataChanged.emit(self.index(0, 0), self.index(len(grid.rows) - 1, len(grid.heads) - 1))
            return
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.grid.heads):
            return None
        head = self.grid.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return head.title
        return (head.tip or head.title) if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, shown = self.grid.rows[index.row()], self.shown_at(index.row(), index.column())
        if role == self.ShownRole:
            return shown
        if role == self.StrongRole:
            return row.strong
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if index.column() == 0 else self._words(shown)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            rtl = index.column() == 0 and is_right_to_left(row.title)
            side = Qt.AlignmentFlag.AlignRight if index.column() or rtl else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and shown:
            return "\n".join(self._about(shown))
        if role == Qt.ItemDataRole.AccessibleTextRole and shown:
            head = self.head(index.column())
            return "; ".join((f"{row.title}, {head}: {self._words(shown)}", *self._about(shown)))
        return None

    def shown_at(self, row: int, column: int) -> Shown | None:
        """The figure of a cell; None for a name and where there is none."""
        return self.grid.rows[row].cells[column - 1] if column else None

    def head(self, column: int) -> str:
        """The title of a column, in one line."""
        head = self.grid.heads[column]
        return head.line or head.title

    def as_text(self) -> str:
        """The whole table as tab-separated text for the clipboard, each figure with its n."""
        heads = [self.head(0)] if self.grid.heads else []
        for column in range(1, len(self.grid.heads)):
            heads += [self.head(column), "n"]
        lines = ["\t".join(heads)]
        for row in self.grid.rows:
            cells = [row.title]
            for shown in row.cells:
                cells += [self._words(shown), str(shown.n)] if shown else ["", ""]
            lines.append("\t".join(cells))
        return "\n".join(lines) + "\n"

    def _words(self, shown: Shown | None) -> str:
        return value_words(shown.value, share=shown.share) if shown else ""

    def _about(self, shown: Shown) -> list[str]:
        told = [self.tr("n {n}").format(n=number(shown.n))]
        if shown.why:
            told.append(why_sentence(shown.why))
        elif shown.is_of_few:
            told.append(few_sentence())
        if shown.interval:
            told.append(interval_sentence(shown.interval, share=shown.share))
        return [*told, self.tr("Enter shows the places that it counts.")]
