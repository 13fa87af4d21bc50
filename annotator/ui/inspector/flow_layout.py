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
        above = self.parentWidget()
        direction = above.layoutDirection() if above else Qt.LayoutDirection.LeftToRight
        left, top, line = rect.left(), rect.top(), 0
        for placed in self._placed:
            if placed.isEmpty():  # its widget is hidden
                continue
            size = placed.sizeHint().boundedTo(QSize(max(rect.width(), 1), 10_000))
            if line and left + size.width() > rect.right() + 1:
                left, top, line = rect.left(), top + line + self.spacing(), 0
            if move:
                spot = QRect(QPoint(left, top), size)
                placed.setGeometry(QStyle.visualRect(direction, rect, spot))
            left += size.width() + self.spacing()
            line = max(line, size.height())
        return top + line - rect.top()
