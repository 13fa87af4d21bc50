"""A dialog that shows what would come of the choices in it, found behind the window while somebody chooses."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QDialog

from annotator.errors import Cancelled
from annotator.ui.tasks import Task, Tasks, Work

Asking = TypeVar("Asking", bound=QDialog)


class Looking(Generic[Asking]):
    """The one dialog of its kind that is open, with the looks that are made for it.

    `dialog` is None while none is. What is found for an older choice, or after the dialog has gone, is dropped.
    """

    def __init__(self, tasks: Tasks) -> None:
        self.dialog: Asking | None = None
        self._tasks = tasks
        self._looks: list[Task] = []

    def open(self, dialog: Asking) -> None:
        """Show a dialog, and put it away when it is done with."""
        self.dialog = dialog
        dialog.finished.connect(lambda _result: self._put_away())
        dialog.open()

    def close(self) -> None:
        """Put the dialog away as if it had been cancelled."""
        if self.dialog:
            self.dialog.reject()

    def look(
        self,
        work: Work,
        show: Callable[[Any], object],
        refuse: Callable[[Exception], object],
        wait: Callable[[int, int], object] | None = None,
    ) -> None:
        """Do `work` behind the window; `show` what it gives, or `refuse` with its error. `wait` hears how far it is."""
        task = self._tasks.make(work)
        self._looks.append(task)

        def failed(error: Exception) -> None:
            if task in self._looks and not isinstance(error, Cancelled):
                refuse(error)

        task.finished.connect(lambda found: show(found) if task in self._looks else None)
        task.failed.connect(failed)
        if wait:
            task.progressed.connect(lambda done, total: wait(done, total) if task in self._looks else None)
        self._tasks.start(task, short=True)

    def stop(self) -> None:
        """What is being looked at is no longer wanted."""
        for task in self._looks:
            task.cancel()
        self._looks = []

    def _put_away(self) -> None:
        self.stop()
        if self.dialog:
            self.dialog.deleteLater()
        self.dialog = None
