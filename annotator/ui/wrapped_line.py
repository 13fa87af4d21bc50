"""A field for one line that may be long: it wraps, and is as high as its words up to a few lines."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from annotator.ui.lines import one_line

_MOST_LINES = 3
_LONGEST = 100_000
_EDGES = 10  # pixels above and below the words together, so that one line is as high as a line field


class WrappedLine(QPlainTextEdit):
    """Used as a QLineEdit is. What is pasted becomes one line; Enter ends typing and makes no new line.

    Signals:
        typed: what a person has typed, by now.
        finished: Enter was pressed, or the keyboard has gone elsewhere.
    """

    typed = Signal(str)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filled = False
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)
        self._fit()

    def text(self) -> str:
        """What stands in it, as one line."""
        return one_line(self.toPlainText(), _LONGEST)

    def setText(self, words: str) -> None:
        """Fill it; what was typed is forgotten."""
        self._is_filled = True
        self.setPlainText(words)
        self._is_filled = False

    def isModified(self) -> bool:
        """True when something was typed since it was filled."""
        return self.document().isModified()

    def setModified(self, modified: bool) -> None:
        """What stands in it counts as typed, or as saved."""
        self.document().setModified(modified)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _changed(self) -> None:
        self._fit()
        if not self._is_filled:
            self.typed.emit(self.text())

    def _fit(self) -> None:
        fits = self._lines() <= _MOST_LINES
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _lines(self) -> int:
        return max(1, int(self.document().size().height()))

    def _height(self) -> int:
        lines = self._lines()
        # Below the last of many lines no margin: it would show the upper half of the next one.
        margins = round(self.document().documentMargin()) * (2 if lines <= _MOST_LINES else 1)
        return self.fontMetrics().lineSpacing() * min(lines, _MOST_LINES) + margins + _EDGES
