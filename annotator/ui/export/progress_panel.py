"""A quiet bar for a long task: what it does, how far it is, and a way to stop it."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from annotator.ui.export.time_left import TimeLeft, in_words
from annotator.ui.lines import number
from annotator.ui.quiet_label import QuietLabel


class ProgressPanel(QWidget):
    """Lies in the window and blocks nothing.

    Signals:
        cancel_requested: stop the task; `finished` is still to be called when it has stopped.
        closed: the person has read the outcome and put the panel away.
    """

    cancel_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._left = TimeLeft(clock)
        self._running = False
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._words = QuietLabel("", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._button = QToolButton(self)
        self._button.setAutoRaise(True)
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._button.clicked.connect(self._pressed)
        self._lay_out()

    def start(self, title: str) -> None:
        """A task with this title begins."""
        self._running = True
        self._left.restart()
        self._title.setText(title)
        self._words.setText("")
        self._bar.setAccessibleName(title)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._button.setText(self.tr("Cancel"))
        self._button.setEnabled(True)
        self.show()

    def progress(self, done: int, total: int) -> None:
        """So much is done; a total of 0 means that it is not known."""
        if not self._running:
            return
        self._bar.setRange(0, max(0, total))
        self._bar.setValue(done)
        if total > 0:
            count = self.tr("{done} of {total}").format(done=number(done), total=number(total))
        else:
            count = number(done)
        left = in_words(self._left.seconds(done, total)) if self._button.isEnabled() else self.tr("stopping …")
        self._words.setText(" · ".join(part for part in (count, left) if part))

    def finished(self, text: str) -> None:
        """The task has ended, in whatever way: `text` says which."""
        self._running = False
        self._title.setText(text)
        self._words.setText("")
        self._bar.hide()
        self._button.setText(self.tr("Close"))
        self._button.setEnabled(True)

    def words(self) -> str:
        """How far it is, as it is shown."""
        return self._words.text()

    def _pressed(self) -> None:
        if self._running:
            self._button.setEnabled(False)
            self._words.setText(self.tr("stopping …"))
            self.cancel_requested.emit()
        else:
            self.hide()
            self.closed.emit()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._title, 1)
        line.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 8, 8)
        whole.setSpacing(4)
        whole.addLayout(line)
        whole.addWidget(self._bar)
        whole.addWidget(self._words)
