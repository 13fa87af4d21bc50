"""A tagged passage, shown whole when it is short and by its first lines when it is not."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.lines import is_right_to_left, one_line

_LINES = 4
_SHOWN_CHARACTERS = 1200


class Passage(QWidget):
    """Up to four lines of text in its own direction, the rest elided; the tool tip has more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show this text."""
        self._text = one_line(text, _SHOWN_CHARACTERS)
        self.setToolTip(self._text if len(self._text) > 120 else "")
        self.setAccessibleName(self._text)
        self._fit()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return max(1, len(self._lines(width)[1])) * self._leading()

    def sizeHint(self) -> QSize:
        width = max(self.width(), 160)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._leading())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        layout, lines = self._lines(self.width())
        cut = len(lines) == _LINES and lines[-1].textStart() + lines[-1].textLength() < len(layout.text())
        for line in lines[:-1] if cut else lines:
            line.draw(painter, QPointF(0, 0))
        if cut:
            self._draw_last(painter, layout.text()[lines[-1].textStart() :])
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        # Layouts that run out of room squeeze what only has a height for its width.
        self.setFixedHeight(self.heightForWidth(self.width()))

    def _draw_last(self, painter: QPainter, rest: str) -> None:
        rtl = is_right_to_left(self._text)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        elided = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
        area = self.rect().adjusted(0, (_LINES - 1) * self._leading(), 0, 0)
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop), elided)

    def _lines(self, width: int) -> tuple[QTextLayout, list[QTextLine]]:
        """The first lines of the text; the layout is handed out too, as it owns them."""
        layout = QTextLayout(self._text, self.font())
        rtl = is_right_to_left(self._text)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        lines: list[QTextLine] = []
        while len(lines) < _LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, width))
            line.setPosition(QPointF(0, len(lines) * self._leading()))
            lines.append(line)
        layout.endLayout()
        return layout, lines

    def _leading(self) -> int:
        return round(self.fontMetrics().height() * 1.15)
