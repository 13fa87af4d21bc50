"""What of an import was left out, placed elsewhere or could not be read: each thing with its reason."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.imports.rows_table import RowsTable


class LeftOutDialog(QDialog):
    """`table` lists why, what and in which article."""

    def __init__(self, parent: QWidget | None, summary: str, rows: Sequence[Sequence[str]]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What was left out"))
        words = QLabel(summary, self)
        words.setWordWrap(True)
        headings = (self.tr("Why"), self.tr("What"), self.tr("Article"))
        self.table = RowsTable(self.tr("What was left out"), headings, 1, self)
        self.table.setColumnWidth(0, 300)
        self.table.setColumnWidth(2, 180)
        told = self.table.tell_row_below()
        self.table.show_rows(rows)
        copy, close = QPushButton(self.tr("Copy list"), self), QPushButton(self.tr("Close"), self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.table.as_text()))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(16)
        whole.addWidget(words)
        whole.addWidget(self.table, 1)
        whole.addWidget(told)
        whole.addLayout(foot)
        self.resize(860, 480)
