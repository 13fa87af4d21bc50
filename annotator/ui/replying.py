"""The right of reply in the window: claims read behind it, contacts noted, and sheets written or printed."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QMetaObject, QObject, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog

from annotator.core.records import ContactRecord
from annotator.core.replies import REPLY_STATUS
from annotator.errors import Cancelled
from annotator.operations import annotations, contacts, replies
from annotator.operations.annotators import name_of
from annotator.operations.label_sets import project_labels
from annotator.operations.replies import Replies, SheetReport
from annotator.store.workspace import Change
from annotator.ui.banner import Kind, Notice
from annotator.ui.lines import number
from annotator.ui.reader.accessibility import announce
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.ui.replies.replies_page import RepliesPage
    from annotator.ui.session import Session

PAGE = "replies"
_TOPIC = "replies"
_TABLES = frozenset({"annotation", "relation", "contact", "source", "document", "project"})
_READ_AFTER_MILLISECONDS = 150


class Replying(QObject):
    """Keeps the page on the right of reply up to date while it is shown, and does what is asked there."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._page: RepliesPage | None = None
        self._task: Task | None = None
        self._connections: list[QMetaObject.Connection] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_READ_AFTER_MILLISECONDS)
        self._soon.timeout.connect(self._read)

    def open(self) -> None:
        """Show the page."""
        self._window.inspector.commit_note()
        if self._page is None:
            self._page = self._make()
        self._window.pages.open(PAGE)
        self._page.begin()
        self._read()

    def take(self, change: Change) -> None:
        """Something has been changed: read again, in a moment, what the page shows of it."""
        if self._page is not None and self._window.pages.name == PAGE and change.tables & _TABLES:
            self._soon.start()

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

    def _make(self) -> "RepliesPage":
        from annotator.ui.replies.replies_page import RepliesPage  # seldom needed, so not with the window

        page = self._window.pages.page(PAGE, partial(RepliesPage, self._window))
        self._connections = [
            page.place_chosen.connect(self._session.linking.follow_to),
            page.print_wanted.connect(self._print),
            page.export_wanted.connect(self._choose_target),
            page.left.connect(self._window.leave_page),
            page.details.status_chosen.connect(self._set_status),
            page.details.contact_wanted.connect(self._ask_contact),
            page.details.change_wanted.connect(self._ask_contact),
            page.details.removal_wanted.connect(self._remove_contact),
        ]
        return page

    def _read(self) -> None:
        """Read the claims behind the window; what is read already for an older state is dropped."""
        self._stop()
        if self._page is None:
            return
        self._page.show_waiting()
        workspace = self._session.workspace
        self._task = task = self._session.tasks.make(
            lambda _progress, cancelled: replies.read_replies(workspace, cancelled)
        )
        task.finished.connect(lambda found: self._show(task, found))
        task.failed.connect(self._failed)
        self._session.tasks.start(task, short=True)

    def _show(self, task: Task, found: Replies) -> None:
        if self._page is None or task is not self._task:
            return
        self._task = None
        labels = project_labels(self._session.workspace)
        had_nothing = not self._page.model.shown
        name = name_of(self._session.workspace, self._session.annotator_id)
        self._page.set_rights(name, writable=self._session.writable)
        self._page.set_labels(labels, self._window.theme.name, found.scope)
        self._page.show_claims(found.scope, found.claims)
        if had_nothing and self._page.field.hasFocus() and not self._page.field.text():
            self._page.begin()

    def _set_status(self, status: str) -> None:
        claim = self._page.details.claim if self._page else None
        if claim and status != claim.status:
            workspace, who = self._session.workspace, self._session.annotator_id
            changes = {REPLY_STATUS: status}
            key = claim.annotation.id
            self._do(lambda: annotations.set_attributes(workspace, [key], changes, who), self.tr("saved"))

    def _ask_contact(self, contact: ContactRecord | None = None) -> None:
        from annotator.ui.replies.log_dialog import LogDialog  # seldom needed

        claim = self._page.details.claim if self._page else None
        if claim is None or not self._session.writable:
            return
        dialog = LogDialog(self._page, contact)
        dialog.noted.connect(partial(self._note, claim.annotation.id, contact))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _note(self, annotation_id: UUID, contact: ContactRecord | None, details: dict[str, Any]) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        if contact:
            change = partial(contacts.set_contact, workspace, contact.id, who, **details)
        else:
            change = partial(contacts.add_contact, workspace, annotation_id, who, **details)
        self._do(change, self.tr("Contact noted · saved"))

    def _remove_contact(self, contact: ContactRecord) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        self._do(lambda: contacts.remove_contact(workspace, contact.id, who), self.tr("Contact removed · saved"))

    def _do(self, change: Any, words: str) -> None:
        if self._session.attempt(change):
            self._window.strip.set_state(words)
            announce(self._window.strip, words)

    def _choose_target(self) -> None:
        if self._page is None:
            return
        patterns = ";;".join((self.tr("Page (*.html)"), self.tr("Table (*.csv)"), self.tr("PDF (*.pdf)")))
        words, name = self.tr("Export the right of reply"), self.tr("right-of-reply") + ".html"
        chosen, pattern = QFileDialog.getSaveFileName(self._window, words, str(Path.home() / name), patterns)
        if chosen:
            ending = pattern.rsplit("*.", 1)[-1].rstrip(")")
            target = Path(chosen)
            known = {*replies.FORMATS, "pdf"}
            self.export(target if target.suffix.lower().lstrip(".") in known else Path(f"{chosen}.{ending}"))

    def export(self, target: Path) -> None:
        """Write the claims that are shown, as the target's ending says: page, table or PDF."""
        if self._page is None:
            return
        from annotator.ui.replies.printing import pdf_of  # seldom needed
        from annotator.ui.replies.words import sheet_words

        workspace, claims, words = self._session.workspace, list(self._page.model.shown), sheet_words()

        def write(_progress: object, _cancelled: object) -> SheetReport:
            if target.suffix.lower() != ".pdf":
                return replies.export_replies(workspace, claims, target, "", words)
            sheet = replies.sheet_of(workspace, claims, "html", words)
            replies.save_sheet(workspace, target, pdf_of(sheet.content.decode(), words.heading))
            return sheet.report

        task = self._session.tasks.make(write)
        task.finished.connect(lambda report: self._tell_written(report, target))
        task.failed.connect(self._failed)
        self._session.tasks.start(task)

    def _tell_written(self, report: SheetReport, target: Path) -> None:
        words = self.tr("{count} claims were written to “{name}”.").format(
            count=number(report.claims), name=target.name
        )
        words = f"{words} {self._held_words(report)}".rstrip()
        self._window.banner.say(Notice(_TOPIC, words, Kind.INFO))

    def _held_words(self, report: SheetReport) -> str:
        if not report.held_back:
            return ""
        words = self.tr("{count} were left out, as their articles are withheld or under embargo.")
        return words.format(count=number(report.held_back))

    def _print(self) -> None:
        """Print the claims that are shown, as they would be exported."""
        if self._page is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # seldom needed, and slow to load

        from annotator.ui.replies.printing import print_on
        from annotator.ui.replies.words import sheet_words

        sheet = replies.sheet_of(self._session.workspace, self._page.model.shown, "html", sheet_words())
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            print_on(printer, sheet.content.decode())
            if held := self._held_words(sheet.report):
                self._window.banner.say(Notice(_TOPIC, held, Kind.INFO))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
        self._task = None
