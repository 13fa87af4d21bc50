"""A line to type in for what a ruling wants to know: why, or what the case is called. Enter goes on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader.accessibility import announce


class AnswerLine(QWidget):
    """A question, a line, and what was answered before, which Up and Down bring back.

    Signals:
        given: Enter was pressed; the words, "" for none.
        left: Escape was pressed.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question, self.hint = QLabel(self), QuietLabel("", self)
        self.question.setWordWrap(True)
        self.hint.setWordWrap(True)
        self.field = _Field(self)
        self.field.entered.connect(lambda: self.given.emit(self.field.text().strip()))
        self.field.left.connect(self.left)
        self.question.setBuddy(self.field)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        for widget in (self.question, self.field, self.hint):
            whole.addWidget(widget)
        self.hide()

    def ask(self, question: str, hint: str, earlier: Sequence[str] = (), words: str = "") -> None:
        """Ask for something; the keyboard comes here."""
        self.question.setText(question)
        self.hint.setText(hint)
        self.field.setAccessibleName(question)
        self.field.setAccessibleDescription(hint)
        self.field.begin(earlier, words)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.field, f"{question} {hint}")


class _Field(QLineEdit):
    """A line that goes through earlier answers.

    Signals:
        entered: Enter was pressed. It goes no further: on the page it would open the place in the text.
        left: Escape was pressed.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._earlier: Sequence[str] = ()
        self._at = -1

    def begin(self, earlier: Sequence[str], words: str) -> None:
        self._earlier, self._at = tuple(earlier), -1
        self.setText(words)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() in steps:
            self._at = min(len(self._earlier) - 1, max(-1, self._at + steps[Qt.Key(event.key())]))
            self.setText(self._earlier[self._at] if self._at >= 0 else "")
        else:
            super().keyPressEvent(event)
