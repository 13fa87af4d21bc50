"""The audit trail of the open project: read behind the window, shown on its page, written out to be checked."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMetaObject, QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from annotator.core.records import DocumentRecord
from annotator.errors import Cancelled
from annotator.operations import people, sources
from annotator.operations.journal_export import JournalReport, export_journal
from annotator.operations.label_sets import project_labels
from annotator.operations.timeline import Timeline, read_timeline
from annotator.operations.trail import Question, Trail, TrailEntry, read_trail
from annotator.store.workspace import Change
from annotator.ui.banner import Kind, Notice
from annotator.ui.lines import number
from annotator.ui.tasks import IsCancelled, Progress, Task

if TYPE_CHECKING:
    from annotator.ui.audit.page import AuditPage
    from annotator.ui.session import Session

PAGE = "audit"
_AGAIN_AFTER_MILLISECONDS = 500


class Auditing(QObject):
    """Answers the page of the audit trail."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._page: AuditPage | None = None
        self._task: Task | None = None
        self._document: DocumentRecord | None = None
        self._connections: list[QMetaObject.Connection] = []
        self._soon = QTimer(self, interval=_AGAIN_AFTER_MILLISECONDS, singleShot=True)
        self._soon.timeout.connect(self._ask_again)

    def open(self) -> None:
        """Show the page, for the open article where there is one."""
        self._window.inspector.commit_note()
        if self._page is None:
            self._page = self._make()
        self._prepare(self._page)
        self._window.pages.open(PAGE)
        self._page.begin()

    def take(self, _change: Change) -> None:
        """What is done while the page is there is told a moment later."""
        if self._window.pages.name == PAGE and not self._soon.isActive():
            self._soon.start()

    def close(self) -> None:
        """Let go of the page."""
        self._soon.stop()
        self._stop()
        if self._page is not None:
            for connection in self._connections:
                QObject.disconnect(connection)
            self._page.show_trail(Trail((), None))
            self._page = None

    def _make(self) -> "AuditPage":
        from annotator.ui.audit.page import AuditPage  # seldom needed, so not with the window

        page = self._window.pages.page(PAGE, partial(AuditPage, self._window))
        self._connections = [
            page.asked.connect(self._ask),
            page.more_asked.connect(self._ask_more),
            page.entry_opened.connect(self._open_article),
            page.journal_wanted.connect(self._write_journal),
            page.left.connect(self._window.leave_page),
        ]
        return page

    def _prepare(self, page: "AuditPage") -> None:
        workspace = self._session.workspace
        label_set = project_labels(workspace)
        here = people.people(workspace)
        names: dict[UUID, str] = {one.id: one.name for one in here}
        names |= {one.id: one.name for one in sources.read_sources(workspace)}
        self._document = self._session.reading.document
        page.prepare(self._document, here, label_set.labels, label_set, lambda key: names.get(key, ""))

    def _ask_again(self) -> None:
        if self._page is not None and self._window.pages.name == PAGE:
            self._page.ask_again()

    def _ask(self, question: Question) -> None:
        self._stop()
        workspace = self._session.workspace

        def read(_progress: Progress, cancelled: IsCancelled) -> tuple[Trail, Timeline | None]:
            trail = read_trail(workspace, question, cancelled=cancelled)
            return trail, read_timeline(workspace, question.document_id) if question.document_id else None

        self._task = task = self._session.tasks.make(read)
        task.finished.connect(lambda answer: self._show(task, answer))
        task.failed.connect(self._fail)
        self._session.tasks.start(task, short=True)

    def _show(self, task: Task, answer: tuple[Trail, Timeline | None]) -> None:
        if task is not self._task or self._page is None:
            return  # something else has been asked since
        trail, timeline = answer
        self._task = None
        if timeline is not None and self._document is not None and timeline.document_id == self._document.id:
            labels = {label.key: label for label in project_labels(self._session.workspace).labels}
            known = {one.name: one for one in people.people(self._session.workspace)}
            self._page.show_timeline(self._document, timeline, labels, known, self._window.theme)
        self._page.show_trail(trail)

    def _ask_more(self, question: Question, before: int) -> None:
        workspace = self._session.workspace
        self._task = task = self._session.tasks.make(
            lambda _progress, cancelled: read_trail(workspace, question, before, cancelled=cancelled)
        )
        task.finished.connect(lambda trail: self._add(task, trail))
        task.failed.connect(self._fail)
        self._session.tasks.start(task, short=True)

    def _add(self, task: Task, trail: Trail) -> None:
        if task is self._task and self._page is not None:
            self._task = None
            self._page.add_trail(trail)

    def _open_article(self, entry: TrailEntry) -> None:
        if entry.document_id is None or not entry.article:
            return
        self._session.reading.open_document(entry.document_id)
        self._window.leave_page()

    def _write_journal(self) -> None:
        title = self.tr("Write the journal")
        path, _ = QFileDialog.getSaveFileName(self._window, title, "journal.jsonl", "JSON Lines (*.jsonl)")
        if not path:
            return
        target = Path(path) if Path(path).suffix else Path(f"{path}.jsonl")
        workspace = self._session.workspace
        task = self._session.tasks.make(
            lambda progress, cancelled: export_journal(workspace, target, progress=progress, cancelled=cancelled)
        )
        task.finished.connect(self._tell_written)
        task.failed.connect(self._fail)
        self._window.batch.follow(task, self.tr("Writing the journal"))
        self._session.tasks.start(task)

    def _tell_written(self, report: JournalReport) -> None:
        words = self.tr("{count} entries are in “{name}”; how to check them is told in “{beside}”.")
        words = words.format(count=number(report.entries), name=report.path.name, beside=report.description.name)
        if report.withheld:
            withheld = self.tr("Of {count} there are only the hashes: they name a protected source, or are hidden.")
            words = f"{words} {withheld.format(count=number(report.withheld))}"
        self._window.banner.say(Notice("journal", words, Kind.INFO))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
        self._task = None
