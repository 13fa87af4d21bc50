"""A quiet bar for long tasks: what is done, how far it is, a way to stop it, and what waits for it."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from annotator.ui.export.time_left import TimeLeft, in_words
from annotator.ui.lines import number
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.tasks import Task


class ProgressPanel(QWidget):
    """Lies in the window and blocks nothing. It is there as long as a task that it follows.

    Signals:
        left: the keyboard was on the button, which can no longer be pressed.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._left = TimeLeft(clock)
        self._titles: dict[Task, str] = {}  # in the order in which they run
        self._held: set[Task] = set()
        self._shown: Task | None = None
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._words, self._waiting = QuietLabel("", self), QuietLabel("", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._button = QToolButton(self)
        self._button.setAutoRaise(True)
        self._button.setText(self.tr("Cancel"))
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self._button.clicked.connect(self._stop)
        self._lay_out()
        self.hide()

    def follow(self, task: Task, title: str, *, long: bool = True) -> bool:
        """Show a task, which is about to be started, until it has ended; one that waits for another is named.

        One that is not `long` is only shown where it has to wait. True when it is shown.
        """
        if not long and not self._titles:
            return False
        self._titles[task] = title
        task.waits.connect(lambda: self._hold(task, is_held=True))
        task.began.connect(lambda: self._hold(task, is_held=False))
        task.progressed.connect(lambda done, total: self._progress(task, done, total))
        task.finished.connect(lambda _outcome: self._end(task))
        task.failed.connect(lambda _error: self._end(task))
        self._show_first()
        return True

    def words(self) -> str:
        """How far it is, as it is shown."""
        return self._words.text()

    def waiting(self) -> str:
        """What waits, as it is shown."""
        return self._waiting.text()

    def _show_first(self) -> None:
        first = next(iter(self._titles), None)
        if first and first is not self._shown:
            self._begin(self._titles[first])
        self._shown = first
        if first in self._held:
            self._hold(first, is_held=True)
        waiting = ", ".join([*self._titles.values()][1:])
        self._waiting.setText(self.tr("Waiting until it is done: {titles}").format(titles=waiting) if waiting else "")
        self._waiting.setVisible(bool(waiting))
        if first is None:
            self._put_away()
        else:
            self.show()

    def _begin(self, title: str) -> None:
        self._left.restart()
        self._title.setText(title)
        self._words.setText("")
        self._bar.setAccessibleName(title)
        self._bar.setRange(0, 0)
        self._button.setEnabled(True)

    def _hold(self, task: Task, *, is_held: bool) -> None:
        """What is behind work that is not shown here says that it waits, and how far it is only when it has begun."""
        (self._held.add if is_held else self._held.discard)(task)
        if task is self._shown and self._button.isEnabled():
            self._left.restart()
            self._words.setText(self.tr("waiting until other work is done …") if is_held else "")

    def _progress(self, task: Task, done: int, total: int) -> None:
        """So much is done; a total of 0 means that it is not known."""
        if task is not self._shown:
            return
        self._bar.setRange(0, max(0, total))
        self._bar.setValue(done)
        if total > 0:
            count = self.tr("{done} of {total}").format(done=number(done), total=number(total))
        else:
            count = number(done)
        left = in_words(self._left.seconds(done, total)) if self._button.isEnabled() else self.tr("stopping …")
        self._words.setText(" · ".join(part for part in (count, left) if part))

    def _end(self, task: Task) -> None:
        del self._titles[task]
        self._held.discard(task)
        self._show_first()

    def _put_away(self) -> None:
        had_focus = self._button.hasFocus()
        self.hide()
        if had_focus:
            self.left.emit()

    def _stop(self) -> None:
        if self._shown:
            had_focus = self._button.hasFocus()
            self._button.setEnabled(False)
            self._words.setText(self.tr("stopping …"))
            self._shown.cancel()
            if had_focus:
                self.left.emit()

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
        whole.addWidget(self._waiting)
