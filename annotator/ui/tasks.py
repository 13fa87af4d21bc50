"""Work off the window's thread: started, followed, cancelled, waited for.

A verb that can be long takes `progress(done, total)` and `cancelled() -> bool`. A Task gives it both,
and brings its outcome back to the window's thread as a signal.
"""

import logging
import time
from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from annotator.errors import Cancelled

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]
Work = Callable[[Progress, IsCancelled], Any]

_log = logging.getLogger(__name__)
# A progress bar cannot show more, and each signal costs the window's thread a turn.
_SECONDS_BETWEEN_REPORTS = 0.05


class Task(QObject):
    """One piece of work on a pool thread.

    Signals (all in the window's thread; after `finished` or `failed` nothing more comes):
        progressed: (done, total).
        finished: what the work returned.
        failed: the exception; Cancelled when it was stopped.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(Exception)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()
        self._reported = 0.0

    def cancel(self) -> None:
        """Ask the work to stop; it ends with `failed(Cancelled)` when it has rolled back."""
        self._stop.set()

    def run(self) -> None:
        """Do the work in the calling thread, which is a pool's."""
        try:
            if self._stop.is_set():
                raise Cancelled("Stopped before it began.")
            outcome = self._work(self._report, self._stop.is_set)
        except Exception as error:  # whatever it is, the window says so
            if not isinstance(error, Cancelled):
                _log.warning("a task failed: %s", type(error).__name__)
            self.failed.emit(error)
        else:
            self.finished.emit(outcome)

    def _report(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done >= total or now - self._reported >= _SECONDS_BETWEEN_REPORTS:
            self._reported = now
            self.progressed.emit(done, total)


class Tasks(QObject):
    """Runs tasks one after the other, as the database wants it, and ends them all on quitting."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: set[Task] = set()

    @property
    def busy(self) -> bool:
        """True while a task runs or waits."""
        return bool(self._running)

    def make(self, work: Work) -> Task:
        """A task that is not yet started, so that its signals can be connected first."""
        task = Task(work, self)
        self._running.add(task)
        task.finished.connect(lambda _outcome: self._ended(task))
        task.failed.connect(lambda _error: self._ended(task))
        return task

    def start(self, task: Task) -> None:
        """Queue a task that `make` made."""
        self._pool.start(_Run(task))

    def close(self) -> None:
        """Ask all tasks to stop and wait until they have."""
        for task in self._running:
            task.cancel()
        self._pool.waitForDone()

    def _ended(self, task: Task) -> None:
        self._running.discard(task)
        task.deleteLater()


class _Run(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()
