"""A row of small widgets that goes on in the next line where the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Lays widgets out like words; right to left where the window is."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._placed: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._placed.append(item)

    def count(self) -> int:
        return len(self._placed)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._placed[index] if 0 <= index < len(self._placed) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._placed.pop(index) if 0 <= index < len(self._placed) else None

    def clear(self) -> None:
        """Remove the widgets, for good."""
        while self._placed:
            if widget := self._placed.pop().widget():
                widget.hide()
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widest = max((placed.minimumSize().width() for placed in self._placed), default=0)
        return QSize(widest, max((placed.sizeHint().height() for placed in self._placed), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._flow(rect, move=True)

    def _flow(self, rect: QRect, *, move: bool) -> int:
        """Place the widgets in `rect` or only work out how high they stand."""
        left, top = rect.left(), rect.top()
        line: list[tuple[QLayoutItem, QRect]] = []
        for placed in self._placed:
            if placed.isEmpty():  # its widget is hidden
                continue
            size = placed.sizeHint().boundedTo(QSize(max(rect.width(), 1), 10_000))
            if line and left + size.width() > rect.right() + 1:
                top += self._end_line(line, rect, move=move) + self.spacing()
                left, line = rect.left(), []
            line.append((placed, QRect(QPoint(left, top), size)))
            left += size.width() + self.spacing()
        return top + self._end_line(line, rect, move=move) - rect.top()

    def _end_line(self, line: list[tuple[QLayoutItem, QRect]], rect: QRect, *, move: bool) -> int:
        """How high a line is; its widgets stand with their middles on one height, as their words then do."""
        above = self.parentWidget()
        direction = above.layoutDirection() if above else Qt.LayoutDirection.LeftToRight
        height = max((spot.height() for _placed, spot in line), default=0)
        for placed, spot in line if move else ():
            middle = spot.translated(0, (height - spot.height()) // 2)
            placed.setGeometry(QStyle.visualRect(direction, rect, middle))
        return height
