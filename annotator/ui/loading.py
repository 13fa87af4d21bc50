"""Articles into the project: chosen, pasted or dropped; how far it is, and what could not be loaded."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from annotator.core.records import DocumentSummary
from annotator.errors import AlreadyLoaded, Cancelled
from annotator.operations import loading
from annotator.operations.loading import LoadReport
from annotator.ui.banner import Kind, Notice, Way
from annotator.ui.export.import_report import ImportReportDialog
from annotator.ui.lines import number
from annotator.ui.opening import sample_files

if TYPE_CHECKING:
    from annotator.ui.session import Session

_TOPIC = "loading"
_FEW = 5  # done before a person has read how far it is


class Loading(QObject):
    """Loads in the background; one batch after the other."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session

    def choose(self) -> None:
        """Ask for files and load them."""
        words = self.tr("Load articles")
        pattern = self.tr("Text files (*.txt);;All files (*)")
        self.load(QFileDialog.getOpenFileNames(self._session.window, words, str(Path.home()), pattern)[0])

    def load_samples(self) -> None:
        """Load the articles that come with the program."""
        self.load([str(path) for path in sample_files()])

    def load(self, paths: Sequence[str]) -> None:
        """Load these files and folders."""
        if not paths:
            return
        workspace, who = self._session.workspace, self._session.annotator_id
        panel = self._session.window.batch
        task = self._session.tasks.make(
            lambda progress, cancelled: loading.load_files(workspace, list(paths), who, progress, cancelled)
        )
        many = len(paths) > _FEW or any(Path(path).is_dir() for path in paths)
        waited = panel.follow(task, self.tr("Loading articles"), long=many)
        task.finished.connect(lambda report: self._report(report, waited))
        task.failed.connect(self._failed)
        self._session.tasks.start(task)

    def paste(self) -> None:
        """Make an article of the text on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.load_text(text)
        else:
            self._say(self.tr("There is no text on the clipboard. Copy an article first."), Kind.INFO)

    def load_text(self, text: str) -> None:
        """Make an article of this text and open it."""
        workspace, who = self._session.workspace, self._session.annotator_id
        content = text.encode("utf-8", "replace")
        # Not here: the first article of a day reads the profiles of all languages, a quarter of a second.
        task = self._session.tasks.make(lambda _progress, _cancelled: loading.load_content(workspace, content, "", who))
        task.finished.connect(self._show_pasted)
        task.failed.connect(self._failed)
        self._session.tasks.start(task, short=True)

    def _show_pasted(self, document: DocumentSummary) -> None:
        self._session.show_loaded(document.id)
        self._session.window.strip.set_state(self.tr("Pasted as a new article · saved"))

    def _tell_duplicate(self, error: AlreadyLoaded) -> None:
        there = error.document_id
        if isinstance(there, UUID):
            self._say(str(error), Kind.INFO, Way(self.tr("Open it"), lambda: self._open(there)))

    def _report(self, report: LoadReport, waited: bool) -> None:
        ways = []
        if report.loaded and waited and self._session.reading.document:
            # Somebody reads on while a batch loads: the next key must not land in another article.
            first = report.loaded[0].id
            self._session.list_documents()
            ways.append(Way(self.tr("Open the first"), lambda: self._open(first)))
        elif report.loaded:
            self._session.show_loaded(report.loaded[0].id)
        if not ways and not report.failed and not report.duplicates and not report.cancelled:
            self._session.window.strip.set_state(self._count(len(report.loaded)))
            return
        if report.not_reached:
            ways.append(Way(self.tr("Go on"), lambda: self._load_again(report.not_reached)))
        if report.failed:
            ways.append(Way(self.tr("What failed…"), lambda: self._show_failures(report)))
            ways.append(Way(self.tr("Try again"), lambda: self._again(report)))
        elif len(report.duplicates) == 1 and not report.loaded:
            there = report.duplicates[0].id
            ways.append(Way(self.tr("Open it"), lambda: self._open(there)))
        self._say(self._words(report), Kind.WARNING if report.failed else Kind.INFO, *ways)

    def _words(self, report: LoadReport) -> str:
        parts = [self.tr("Stopped.")] if report.cancelled else []
        if report.loaded or report.cancelled:
            parts.append(self._count(len(report.loaded)))
        if len(report.failed) == 1:
            parts.append(
                self.tr("“{name}” was not loaded: {reason}").format(
                    name=Path(report.failed[0].path).name, reason=report.failed[0].reason
                )
            )
        elif report.failed:
            parts.append(self.tr("{n} files were not loaded.").format(n=number(len(report.failed))))
        if len(report.duplicates) == 1:
            parts.append(
                self.tr("“{name}” is in the project already.").format(name=Path(report.duplicates[0].path).name)
            )
        elif report.duplicates:
            parts.append(self.tr("{n} files are in the project already.").format(n=number(len(report.duplicates))))
        return " ".join(parts)

    def _count(self, loaded: int) -> str:
        return self.tr("1 article loaded.") if loaded == 1 else self.tr("{n} articles loaded.").format(n=number(loaded))

    def _show_failures(self, report: LoadReport) -> None:
        failed = [(Path(failure.path), failure.reason) for failure in report.failed]
        duplicates = [(Path(duplicate.path), duplicate.id) for duplicate in report.duplicates]
        dialog = ImportReportDialog(self._session.window, len(report.loaded), failed, duplicates)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.retry_requested.connect(lambda _paths: self._again(report))
        dialog.open_requested.connect(self._open)
        self.destroyed.connect(dialog.close)  # with the project
        dialog.show()

    def _again(self, report: LoadReport) -> None:
        self._load_again([failure.path for failure in report.failed])

    def _load_again(self, paths: Sequence[str]) -> None:
        self.forget()
        self.load(paths)

    def forget(self) -> None:
        """Take away what was said of the last load: it is no longer so."""
        self._session.window.banner.clear(_TOPIC)

    def _open(self, document_id: UUID) -> None:
        self._session.window.banner.clear(_TOPIC)
        self._session.reading.open_document(document_id)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, AlreadyLoaded):
            self._tell_duplicate(error)
        elif not isinstance(error, Cancelled):
            self._session.tell(error)

    def _say(self, words: str, kind: Kind, *ways: Way) -> None:
        self._session.window.banner.say(Notice(_TOPIC, words, kind, ways))
