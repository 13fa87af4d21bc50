"""The page of one's own work in the window: read behind it, kept up to date, and each row a way to its place."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject, QTimer

from annotator.core.people import Person
from annotator.core.todo import Duty, Todo
from annotator.errors import Cancelled
from annotator.operations import people, todo
from annotator.store.workspace import Change
from annotator.ui.standing import READING
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.ui.my_work.work_page import WorkPage
    from annotator.ui.session import Session

PAGE = "my_work"
_TABLES = frozenset({"annotation", "mark", "reading", "verdict", "comment", "self_check", "document", "annotator"})
_READ_AFTER_MILLISECONDS = 150
_PAGES = {Duty.SELF_CHECK: "self_check", Duty.REVIEW: "review"}
"""What leads to no article but to a page of its own, by the command that opens it."""


class Waiting(QObject):
    """Keeps the page up to date while it is shown, and opens what is chosen there."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._page: WorkPage | None = None
        self._task: Task | None = None
        self._connections: list[QMetaObject.Connection] = []
        self._soon = QTimer(self, interval=_READ_AFTER_MILLISECONDS, singleShot=True)
        self._soon.timeout.connect(self._read)

    def open(self) -> None:
        """Show the page."""
        self._window.inspector.commit_note()
        if self._page is None:
            self._page = self._make()
        self._window.banner.clear(READING)  # it is about the article, which the page is not
        self._window.pages.open(PAGE)
        self._page.begin()
        self._read()

    def take(self, change: Change) -> None:
        """Something has been changed: read again, in a moment, what the page shows of it."""
        if self._page is not None and self._window.pages.name == PAGE and change.tables & _TABLES:
            self._soon.start()

    def see_anew(self) -> None:
        """Somebody else looks: nothing of the former one's stays."""
        if self._page is not None:
            self._page.forget()

    def close(self) -> None:
        """Let go of the page."""
        self._stop()
        self._soon.stop()
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections.clear()
        if self._page is not None:
            self._page.forget()
            self._page = None

    def _make(self) -> "WorkPage":
        from annotator.ui.my_work.work_page import WorkPage  # seldom needed, so not with the window

        page = self._window.pages.page(PAGE, partial(WorkPage, self._window))
        self._connections = [page.chosen.connect(self._go_to), page.left.connect(self._window.leave_page)]
        return page

    def _read(self) -> None:
        self._stop()
        workspace, who = self._session.workspace, self._session.annotator_id
        self._task = task = self._session.tasks.make(
            lambda _progress, _cancelled: (people.person(workspace, who), todo.waiting_for(workspace, who))
        )
        task.finished.connect(lambda told: self._show(task, *told))
        task.failed.connect(self._failed)
        self._session.tasks.start(task, short=True)

    def _show(self, task: Task, person: Person | None, todos: list[Todo]) -> None:
        if self._page is None or task is not self._task:
            return
        self._task = None
        self._page.show_work(person, todos, self._window.theme.name)

    def _go_to(self, chosen: Todo) -> None:
        """Open the article at the place that a thing is about, or the page that it waits on."""
        session = self._session
        if chosen.duty in _PAGES:
            self._window.actions_table[_PAGES[chosen.duty]].trigger()
        elif chosen.document_id and chosen.annotation_id:
            session.linking.follow_to(chosen.document_id, chosen.annotation_id)
        elif chosen.document_id:
            session.reading.open_document(chosen.document_id)
            if chosen.start_char is not None:
                self._window.reader.focus_sentence(self._window.reader.sentence_at(chosen.start_char))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
        self._task = None
