"""Self-consistency in the window: own sentences asked once more, one's own figures shown to oneself."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMetaObject, QObject

from annotator.core.spans import Span
from annotator.errors import AnnotatorError, Cancelled, NotFound
from annotator.operations import documents
from annotator.operations.label_sets import project_labels
from annotator.operations.self_checks import answer_check, due_checks, own_consistency, take_sentences

if TYPE_CHECKING:
    from annotator.ui.self_check.page import SelfCheckPage
    from annotator.ui.session import Session

PAGE = "self_check"


class SelfChecking(QObject):
    """Answers the page on which somebody decides once more."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._page: SelfCheckPage | None = None
        self._connections: list[QMetaObject.Connection] = []

    def open(self) -> None:
        """Show the page with the figures of who is at work."""
        self._window.inspector.commit_note()
        if self._page is None:
            self._page = self._make()
        self._show_figures(self._page)
        self._window.pages.open(PAGE)
        self._page.begin()

    def close(self) -> None:
        """Let go of the page."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self._page, self._connections = None, []

    def _make(self) -> "SelfCheckPage":
        from annotator.ui.self_check.page import SelfCheckPage  # seldom needed, so not with the window

        page = self._window.pages.page(PAGE, partial(SelfCheckPage, self._window))
        self._connections = [
            page.wanted.connect(self._take),
            page.begun.connect(self._ask_next),
            page.answered.connect(self._answer),
            page.left.connect(self._leave),
        ]
        return page

    def _show_figures(self, page: "SelfCheckPage") -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        labels = {label.key: label for label in project_labels(workspace).main}
        waiting = len(due_checks(workspace, who))
        page.show_figures(own_consistency(workspace, who), waiting, labels, self._window.theme)

    def _take(self, share: int, days: int) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        task = self._session.tasks.make(lambda _progress, _cancelled: take_sentences(workspace, who, share / 100, days))
        task.finished.connect(self._tell_taken)
        task.failed.connect(self._fail)
        self._session.tasks.start(task, short=True)

    def _tell_taken(self, number: int) -> None:
        if self._page is None:
            return
        self._show_figures(self._page)
        if number:
            self._page.begin()
        else:
            self._page.say(self.tr("None of your sentences is old enough, or all of them have been asked already."))

    def _ask_next(self) -> None:
        page, workspace = self._page, self._session.workspace
        if page is None:
            return
        from annotator.ui.self_check.page import Asked  # there already, as the page is

        waiting = due_checks(workspace, self._session.annotator_id)
        for at, one in enumerate(waiting):
            try:
                document = documents.read_document(workspace, one.document_id)
            except NotFound:
                continue  # the article has been removed since
            page.show_asked(Asked(one.id, document, one.sentence, len(waiting) - at), project_labels(workspace).main)
            return
        self._show_figures(page)
        page.begin()

    def _answer(self, check_id: UUID, said: Sequence[tuple[str, Sequence[Span]]]) -> None:
        try:
            answer_check(self._session.workspace, check_id, said, self._session.annotator_id)
        except AnnotatorError as error:
            self._session.tell(error)
        self._ask_next()

    def _leave(self) -> None:
        if self._page is not None and self._page.is_asking:
            self._show_figures(self._page)
            self._page.begin()
        else:
            self._window.leave_page()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)
