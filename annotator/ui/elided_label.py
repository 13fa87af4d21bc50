"""A label on one line that takes what room there is: cut off with dots, and whole in its tool tip."""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from annotator.ui.line_painting import draw_line


class ElidedLabel(QLabel):
    """Plain words in their own direction; the label never asks for the width of all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, words: str) -> None:
        super().setText(words)
        self.setToolTip(f"<p>{html.escape(words)}</p>" if words else "")  # a paragraph is wrapped, a line is not

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw_line(painter, self.contentsRect(), self.text())
        painter.end()
