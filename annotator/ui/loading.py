"""Articles into the project: chosen, pasted or dropped; how far it is. What is said of it: ui/load_words.py."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from annotator import formats
from annotator.core.records import DocumentSummary
from annotator.errors import AlreadyLoaded, Cancelled
from annotator.formats.base import ReadOptions
from annotator.operations import loading
from annotator.operations.addresses import is_address
from annotator.operations.loading import LoadReport
from annotator.reading.pool import shared_pool
from annotator.ui import load_words
from annotator.ui.banner import Kind, Notice, Way
from annotator.ui.export.import_report import ImportReportDialog, Line
from annotator.ui.opening import sample_files
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.ui.session import Session

_TOPIC = "loading"
_FEW = 5  # done before a person has read how far it is
_LARGE_BYTES = 1_000_000
_REST_MILLISECONDS = 60_000


class Loading(QObject):
    """Loads in the background; one batch after the other."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        # The processes that read take memory; who loads one article often loads the next.
        self._rest = QTimer(self, interval=_REST_MILLISECONDS, singleShot=True)
        self._rest.timeout.connect(self._let_processes_go)

    def choose(self) -> None:
        """Ask for files and load them."""
        words = self.tr("Load articles")
        found = QFileDialog.getOpenFileNames(self._session.window, words, str(Path.home()), file_patterns())
        self.load(found[0])

    def choose_folder(self) -> None:
        """Ask for a folder and load what can be read in it and below it."""
        folder = QFileDialog.getExistingDirectory(self._session.window, self.tr("Load a folder"), str(Path.home()))
        if folder:
            self.load([folder])

    def load_samples(self) -> None:
        """Load the articles that come with the program."""
        self.load([str(path) for path in sample_files()])

    def load(self, paths: Sequence[str]) -> None:
        """Load these files, folders and addresses."""
        self._session.fetching.load([path for path in paths if is_address(path)])
        files = self._session.tabling.take([path for path in paths if not is_address(path)])
        if files:
            known = self._session.window.choices.settings.table_columns  # for tables in folders and archives
            self._load_files(files, ReadOptions(known_columns=known))

    def load_table(self, path: str, columns: Mapping[str, str]) -> None:
        """Load a table of articles; `columns`: field -> heading, as far as it is known."""
        self._load_files([path], ReadOptions(columns=columns))

    def _load_files(self, paths: Sequence[str], options: ReadOptions) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        panel = self._session.window.batch
        task = self._session.tasks.make(
            lambda progress, cancelled: loading.load_files(workspace, paths, who, progress, cancelled, options=options)
        )
        many = len(paths) > _FEW or any(_may_take_long(Path(path)) for path in paths)
        waited = panel.follow(task, self.tr("Loading articles"), long=many)
        self.follow(task, waited)

    def follow(self, task: Task, waited: bool) -> None:
        """Start a task that gives a LoadReport, and tell what it reports; `waited`: a bar has told of it meanwhile."""
        task.finished.connect(lambda report: self.report(report, waited))
        task.failed.connect(self._failed)
        self._session.tasks.start(task)
        self._rest.start()

    def paste(self) -> None:
        """Make an article of the text on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.load_text(text)
        else:
            self._say(self.tr("There is no text on the clipboard. Copy an article first."), Kind.INFO)

    def load_text(self, text: str) -> None:
        """Make an article of this text and open it; of addresses and nothing else, offer to load what is there."""
        if self._session.fetching.offer(text):
            return
        workspace, who = self._session.workspace, self._session.annotator_id
        # Not here: the first article of a day reads the profiles of all languages, a quarter of a second.
        task = self._session.tasks.make(lambda _progress, _cancelled: loading.load_text(workspace, text, who))
        task.finished.connect(self._show_pasted)
        task.failed.connect(self._failed)
        self._session.tasks.start(task, short=True)

    def _show_pasted(self, document: DocumentSummary) -> None:
        self._session.show_loaded(document.id)
        self._session.window.strip.set_state(self.tr("Pasted as a new article · saved"))
        self._session.versioning.offer(document.id)

    def _tell_duplicate(self, error: AlreadyLoaded) -> None:
        there = error.document_id
        if isinstance(there, UUID):
            self._say(str(error), Kind.INFO, Way(self.tr("Open it"), lambda: self._open(there)))

    def report(self, report: LoadReport, waited: bool) -> None:
        """Tell what became of a load; `waited`: a bar has told of it meanwhile."""
        ways = []
        if len(report.loaded) == 1:
            self._session.versioning.offer(report.loaded[0].id)
        if report.loaded and waited and self._session.reading.document:
            # Somebody reads on while a batch loads: the next key must not land in another article.
            first = report.loaded[0].id
            self._session.list_documents()
            ways.append(Way(self.tr("Open the first"), lambda: self._open(first)))
        elif report.loaded:
            self._session.show_loaded(report.loaded[0].id)
        if not ways and load_words.is_plain(report):
            self._session.window.strip.set_state(load_words.count(len(report.loaded)))
            return
        if report.not_reached:
            ways.append(Way(self.tr("Go on"), lambda: self._load_again(report.not_reached)))
        if report.failed:
            ways.append(Way(self.tr("What failed…"), lambda: self._show_lines(report)))
            ways.append(Way(self.tr("Try again"), lambda: self._again(report)))
        elif report.notices:
            ways.append(Way(self.tr("What is not in them…"), lambda: self._show_lines(report)))
        elif len(report.duplicates) == 1 and not report.loaded:
            there = report.duplicates[0].id
            ways.append(Way(self.tr("Open it"), lambda: self._open(there)))
        self._say(load_words.summary(report), Kind.WARNING if report.failed else Kind.INFO, *ways)

    def _show_lines(self, report: LoadReport) -> None:
        failed = [Line(failure.path, failure.part, failure.reason) for failure in report.failed]
        there = self.tr("is in the project already")
        duplicates = [Line(duplicate.path, "", there, duplicate.id) for duplicate in report.duplicates]
        notices = [Line(path, "", notice) for path, notice in report.notices]
        dialog = ImportReportDialog(self._session.window, len(report.loaded), failed, duplicates, notices)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.retry_requested.connect(self._load_again)
        dialog.open_requested.connect(self._open)
        self.destroyed.connect(dialog.close)  # with the project
        dialog.show()

    def _again(self, report: LoadReport) -> None:
        self._load_again(list(dict.fromkeys(failure.path for failure in report.failed)))

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

    def _let_processes_go(self) -> None:
        if self._session.tasks.busy:
            self._rest.start()
        else:
            shared_pool().shrink()

    def _say(self, words: str, kind: Kind, *ways: Way) -> None:
        self._session.window.banner.say(Notice(_TOPIC, words, kind, ways))


def file_patterns() -> str:
    """What a file dialog offers to show: all that can be read, each kind by itself, everything."""
    kinds = [(reader.title, " ".join(f"*{ending}" for ending in reader.extensions)) for reader in formats.readers()]
    every = " ".join(endings for _, endings in kinds)
    translate = QCoreApplication.translate
    known = translate("Loading", "Articles ({endings})").format(endings=every)
    return ";;".join(
        [known, *(f"{title} ({endings})" for title, endings in kinds), translate("Loading", "All files (*)")]
    )


def _may_take_long(path: Path) -> bool:
    """True for a folder, and for a file that may hold many articles or a long one."""
    try:
        return path.is_dir() or path.stat().st_size > _LARGE_BYTES
    except OSError:
        return False
