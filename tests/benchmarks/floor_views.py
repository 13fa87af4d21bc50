"""The least that Qt needs to do the same: plain views without any of our behaviour."""

from bisect import bisect_left

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QListView

_MARGIN = 20
_TINT = QColor("#ffe9b0")


class PlainArticle(QAbstractScrollArea):
    """A text whose visible paragraphs are laid out with tints on their spans; nothing else."""

    def __init__(self, text: str, spans: list[tuple[int, int]]) -> None:
        super().__init__()
        self.lines = text.split("\n")
        self.starts = []
        at = 0
        for line in self.lines:
            self.starts.append(at)
            at += len(line) + 1
        self.spans = sorted(spans)
        self.first = 0
        self.verticalScrollBar().setRange(0, max(0, len(self.lines) - 1))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.on_key = lambda: None

    def _scrolled(self, value: int) -> None:
        self.first = value
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.on_key()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        y, row = float(_MARGIN), self.first
        while y < self.viewport().height() and row < len(self.lines):
            layout = self._lay_out(row)
            layout.draw(painter, QPointF(_MARGIN, y))
            y += layout.boundingRect().height() + 8
            row += 1
        painter.end()

    def _lay_out(self, row: int) -> QTextLayout:
        start, line = self.starts[row], self.lines[row]
        layout = QTextLayout(line, self.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.setFormats([self._format(*span, start) for span in self._spans_in(start, start + len(line))])
        layout.beginLayout()
        y = 0.0
        while (text_line := layout.createLine()).isValid():
            text_line.setLineWidth(self.viewport().width() - 2 * _MARGIN)
            text_line.setPosition(QPointF(0, y))
            y += text_line.height()
        layout.endLayout()
        return layout

    def _spans_in(self, start: int, end: int) -> list[tuple[int, int]]:
        first = bisect_left(self.spans, (start, 0))
        return [span for span in self.spans[first : first + 200] if span[0] < end]

    def _format(self, start: int, end: int, base: int) -> QTextLayout.FormatRange:
        look = QTextLayout.FormatRange()
        look.start, look.length = start - base, end - start
        look.format = QTextCharFormat()
        look.format.setBackground(_TINT)
        return look


class Rows(QAbstractListModel):
    """Titles in a list."""

    def __init__(self, titles: list[str]) -> None:
        super().__init__()
        self._titles = titles

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return len(self._titles)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._titles[index.row()] if role == Qt.ItemDataRole.DisplayRole else None


def plain_list(titles: list[str]) -> QListView:
    """A list view over titles."""
    view = QListView()
    view.setUniformItemSizes(True)
    model = Rows(titles)
    model.setParent(view)
    view.setModel(model)
    return view
