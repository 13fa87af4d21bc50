"""The workspace's "changed" as one Qt signal in the window's thread."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.errors import AnnotatorError

_MILLISECONDS_BETWEEN_LOOKS = 1000
_MILLISECONDS_AFTER_A_FAILURE = 30_000


class Changing(Protocol):
    """What a feed needs of a workspace."""

    def subscribe(self, subscriber: Callable[[Any], None]) -> Callable[[], None]:
        """Call back after each change; returns how to stop that."""

    def catch_up(self) -> bool:
        """Announce what other programs have written."""


class ChangeFeed(QObject):
    """Tells what was changed in the project, by this window, a task, another window or a command.

    Signals:
        changed: a Change (tables, document_ids, rows).
        failed: an AnnotatorError met while looking for other programs' changes.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Changing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        # A subscriber is called in the thread that made the change; the signal crosses over.
        self._unsubscribe = workspace.subscribe(self.changed.emit)
        self._timer = QTimer(self)
        self._timer.setInterval(_MILLISECONDS_BETWEEN_LOOKS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look now for what others have written."""
        try:
            self._workspace.catch_up()
        except AnnotatorError as error:
            # Said once; looked again seldom, since each look at a server that is gone takes time.
            if self._timer.interval() == _MILLISECONDS_BETWEEN_LOOKS:
                self.failed.emit(error)
            self._timer.setInterval(_MILLISECONDS_AFTER_A_FAILURE)
        else:
            self._timer.setInterval(_MILLISECONDS_BETWEEN_LOOKS)

    def close(self) -> None:
        """Stop listening."""
        self._timer.stop()
        self._unsubscribe()
