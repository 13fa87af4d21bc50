"""Work off the window's thread: started, followed, cancelled, waited for.

A verb that can be long takes `progress(done, total)` and `cancelled() -> bool`. A Task gives it both,
and brings its outcome back to the window's thread as a signal.
"""

import logging
import time
from collections.abc import Callable
from threading import Event, Lock
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, Qt, QThreadPool, Signal

from annotator.errors import AnnotatorError, Cancelled

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]
Work = Callable[[Progress, IsCancelled], Any]

_log = logging.getLogger(__name__)
# A progress bar cannot show more, and each signal costs the window's thread a turn.
_SECONDS_BETWEEN_REPORTS = 0.05


class Task(QObject):
    """One piece of work on a pool thread.

    Signals (all in the window's thread; after `finished` or `failed` nothing more comes):
        waits: it has been started, and begins when what was started before it has ended.
        began: what has waited has begun.
        progressed: (done, total).
        finished: what the work returned.
        failed: the exception; Cancelled when it was stopped.
    """

    waits = Signal()
    began = Signal()
    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(Exception)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self.drop: Callable[[], None] | None = None
        self._stop, self._taken = Event(), Lock()

    def take(self) -> bool:
        """True for the first who asks: whoever begins the work, or drops it before it has begun."""
        return self._taken.acquire(blocking=False)

    def cancel(self) -> None:
        """Ask the work to stop; it ends with `failed(Cancelled)` when it has rolled back, at once if it still waits."""
        self._stop.set()
        if self.drop and self.take():
            self.drop()

    def is_cancelled(self) -> bool:
        """True when the work has been asked to stop."""
        return self._stop.is_set()


class Tasks(QObject):
    """Runs tasks one after the other, as the database wants it, and ends them all on quitting.

    Short ones have a thread of their own, so that none waits behind a load of minutes.

    Pool threads speak to this object alone, which outlives every task: a task that was let go of
    while its own signal was still on the way would lose it.
    """

    _begun = Signal(object)
    _advanced = Signal(object, int, int)
    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool, self._short = QThreadPool(self), QThreadPool(self)
        for pool in (self._pool, self._short):
            pool.setMaxThreadCount(1)
        self._running: dict[Task, QThreadPool] = {}
        self._begun.connect(self._begin, Qt.ConnectionType.QueuedConnection)
        self._advanced.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """True while a task runs or waits."""
        return bool(self._running)

    def make(self, work: Work) -> Task:
        """A task that is not yet started, so that its signals can be connected first."""
        return Task(work, self)

    def start(self, task: Task, *, short: bool = False) -> None:
        """Queue a task that `make` made: after the short ones, or after the others."""
        pool = self._short if short else self._pool
        waits = pool in self._running.values()
        self._running[task] = pool
        task.drop = lambda: self._ended.emit(task, None, _not_begun())
        pool.start(_Run(task, self._begun.emit, self._advanced.emit, self._ended.emit))
        if waits:
            task.waits.emit()

    def close(self) -> None:
        """Ask all tasks to stop, wait until they have, and let them tell: nothing of them comes afterwards."""
        while self._running:
            for task in self._running:
                task.cancel()
            for pool in (self._pool, self._short):
                pool.waitForDone()
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def _begin(self, task: Task) -> None:
        if task in self._running:
            task.began.emit()

    def _pass_on(self, task: Task, done: int, total: int) -> None:
        if task in self._running:
            task.progressed.emit(done, total)

    def _finish(self, task: Task, outcome: object, error: Exception | None) -> None:
        self._running.pop(task, None)
        task.drop = None
        if error is None:
            task.finished.emit(outcome)
        else:
            task.failed.emit(error)
        task.deleteLater()


class _Run(QRunnable):
    """Does a task's work in the pool's thread and tells how it went."""

    def __init__(
        self,
        task: Task,
        tell_begin: Callable[[Task], None],
        tell_progress: Callable[[Task, int, int], None],
        tell_end: Callable[[Task, object, Exception | None], None],
    ) -> None:
        super().__init__()
        self._task, self._tell_begin, self._tell_progress, self._tell_end = task, tell_begin, tell_progress, tell_end
        self._reported = 0.0

    def run(self) -> None:
        if not self._task.take():
            return  # it was dropped while it waited, and has told so
        try:
            if self._task.is_cancelled():
                raise _not_begun()
            self._tell_begin(self._task)
            outcome = self._task.work(self._report, self._task.is_cancelled)
        except Exception as error:  # whatever it is, the window says so
            if not isinstance(error, AnnotatorError):
                _log.error("a task failed", exc_info=error)
            self._tell_end(self._task, None, error)
        else:
            self._tell_end(self._task, outcome, None)

    def _report(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done >= total or now - self._reported >= _SECONDS_BETWEEN_REPORTS:
            self._reported = now
            self._tell_progress(self._task, done, total)


def _not_begun() -> Cancelled:
    return Cancelled("Stopped before it began.")
