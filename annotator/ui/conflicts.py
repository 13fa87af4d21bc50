"""What two copies of the project say differently, in the window: shown on its page, settled one by one."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMetaObject, QObject, QTimer

from annotator.operations import conflicts
from annotator.store.workspace import Change

if TYPE_CHECKING:
    from annotator.ui.packet.conflicts_page import ConflictsPage
    from annotator.ui.session import Session

PAGE = "conflicts"
_AGAIN_AFTER_MILLISECONDS = 50


class Conflicts(QObject):
    """Answers the page of conflicts."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._page: ConflictsPage | None = None
        self._connections: list[QMetaObject.Connection] = []
        self._soon = QTimer(self, interval=_AGAIN_AFTER_MILLISECONDS, singleShot=True)
        self._soon.timeout.connect(self._show)

    def open(self) -> None:
        """Show the page."""
        self._window.inspector.commit_note()
        if self._page is None:
            self._page = self._make()
        self._window.pages.open(PAGE)
        self._show()
        self._page.begin()

    def take(self, change: Change) -> None:
        """What is settled, taken back or brought home is shown a moment later."""
        if "merge_conflict" in change.tables and self._window.pages.name == PAGE and not self._soon.isActive():
            self._soon.start()

    def see_anew(self) -> None:
        """Somebody else looks now."""
        self._show()

    def close(self) -> None:
        """Let go of the page."""
        self._soon.stop()
        if self._page is not None:
            for connection in self._connections:
                QObject.disconnect(connection)
            self._page.show_conflicts(())
            self._page = None

    def _make(self) -> "ConflictsPage":
        from annotator.ui.packet.conflicts_page import ConflictsPage  # seldom needed, so not with the window

        page = self._window.pages.page(PAGE, partial(ConflictsPage, self._window))
        self._connections = [
            page.settled.connect(self._settle),
            page.opened.connect(self._open_article),
            page.bring_wanted.connect(lambda: self._session.packets.choose_arrival()),
            page.left.connect(self._window.leave_page),
        ]
        return page

    def _show(self) -> None:
        if self._page is not None:
            page, workspace = self._page, self._session.workspace
            self._session.attempt(
                lambda: conflicts.list_conflicts(workspace),
                lambda found: page.show_conflicts(found, self._session.writable),
            )

    def _settle(self, conflict_id: UUID, choice: str) -> None:
        workspace, annotator_id = self._session.workspace, self._session.annotator_id
        self._session.attempt(lambda: conflicts.settle(workspace, conflict_id, choice, annotator_id))

    def _open_article(self, document_id: UUID) -> None:
        self._window.leave_page()
        self._session.reading.open_document(document_id)
