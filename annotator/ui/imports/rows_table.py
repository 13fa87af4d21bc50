"""Rows that are only looked at: the first annotations of a file, or what of it is left out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator.ui.lines import is_right_to_left, one_line
from annotator.ui.quiet_label import QuietLabel

_CELL, _WHOLE = 300, 600


class RowsTable(QTableWidget):
    """A table of words; the column `wide` takes the room that there is."""

    def __init__(self, name: str, headings: Sequence[str], wide: int, parent: QWidget | None = None) -> None:
        super().__init__(0, len(headings), parent)
        self.whole: QuietLabel | None = None
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headings))
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)  # Tab leaves it
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column in range(len(headings)):
            mode = QHeaderView.ResizeMode.Stretch if column == wide else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows, each a cell a column."""
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                cell = QTableWidgetItem(one_line(words, _CELL))
                cell.setToolTip(words)
                side = Qt.AlignmentFlag.AlignRight if is_right_to_left(words) else Qt.AlignmentFlag.AlignLeft
                cell.setTextAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(at, column, cell)

        if self.whole:
            self.setCurrentCell(0 if rows else -1, 0)
            self._tell_row()

    def tell_row_below(self) -> QuietLabel:
        """A label that says in full what the row one is on may have no room for; it is to be put into a layout."""
        self.whole = QuietLabel("", self)
        self.whole.setWordWrap(True)
        self.whole.setTextFormat(Qt.TextFormat.PlainText)
        self.currentCellChanged.connect(self._tell_row)
        self._tell_row()
        return self.whole

    def as_text(self) -> str:
        """All rows, one a line, with tabs between the cells."""
        return "\n".join(
            "\t".join(self._words(row, column) for column in range(self.columnCount()))
            for row in range(self.rowCount())
        )

    def _words(self, row: int, column: int) -> str:
        cell = self.item(row, column)
        return cell.toolTip() if cell else ""

    def _tell_row(self, *_cells: int) -> None:
        if self.whole:
            said = [one_line(self._words(self.currentRow(), at), _WHOLE) for at in range(self.columnCount())]
            self.whole.setText("\n".join(filter(None, said)))
            self.whole.setVisible(any(said))
