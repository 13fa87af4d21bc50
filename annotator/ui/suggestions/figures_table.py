"""A table of words and figures that is read, row by row, and never changed in."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

_ROWS = 4  # are seen at least, however much else is in the dialog
_WIDEST = 34  # letters of a column; the tool tip has the rest


class FiguresTable(QTableWidget):
    """Shows rows of words under headings, each with an explanation as its tool tip."""

    def __init__(
        self, headings: Sequence[str], explanations: Sequence[str], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(0, len(headings), parent)
        self.setHorizontalHeaderLabels(list(headings))
        for column, words in enumerate(explanations):
            if header := self.horizontalHeaderItem(column):
                header.setToolTip(words)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setMaximumSectionSize(_WIDEST * self.fontMetrics().averageCharWidth())
        self.setAccessibleName(name)
        row = self.fontMetrics().height() + 10
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + _ROWS * row + 2 * self.frameWidth())

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these in the place of what was there."""
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                cell = QTableWidgetItem(words)
                cell.setToolTip(words)
                self.setItem(number, column, cell)
        self.resizeRowsToContents()

    def words(self) -> list[list[str]]:
        """What is shown, row by row."""
        cells = range(self.columnCount())
        return [[self._words_at(row, column) for column in cells] for row in range(self.rowCount())]

    def _words_at(self, row: int, column: int) -> str:
        cell = self.item(row, column)
        return cell.text() if cell else ""
