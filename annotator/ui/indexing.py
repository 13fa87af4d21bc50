"""What an older version of the program loaded is made searchable, behind the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.errors import Cancelled
from annotator.operations import indexing
from annotator.ui.lines import number

if TYPE_CHECKING:
    from annotator.ui.session import Session


class Indexing(QObject):
    """Goes through the articles that cannot be found yet, once a start. Without a word, save to whoever searches.

    `waiting` says how far it is, `refusal` why it did not get to its end; both are "" else.

    Signals:
        told: one of the two has changed.
        found_more: articles can be found now that could not before.
    """

    told = Signal()
    found_more = Signal()

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self.waiting = self.refusal = ""

    def begin(self) -> None:
        """Make searchable what is not yet."""
        workspace = self._session.workspace
        task = self._session.tasks.make(lambda progress, cancelled: indexing.catch_up(workspace, progress, cancelled))
        task.progressed.connect(self._tell)
        task.finished.connect(self._end)
        task.failed.connect(self._fail)
        self._session.tasks.start(task)

    def _tell(self, done: int, total: int) -> None:
        words = self.tr("Older articles are still being made searchable: {done} of {total}")
        self.waiting = words.format(done=number(done), total=number(total))
        self.told.emit()

    def _end(self, count: int) -> None:
        self.waiting = ""
        self.told.emit()
        if count:
            self.found_more.emit()

    def _fail(self, error: Exception) -> None:
        self.waiting = ""
        if not isinstance(error, Cancelled):
            self.refusal = str(error)  # it goes on at the next start; until then nobody else is disturbed
        self.told.emit()
