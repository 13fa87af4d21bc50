"""Annotations that were made elsewhere, in: chosen or dropped, looked at, taken in behind the window, told."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from annotator import formats
from annotator.core.schema import LabelSet
from annotator.errors import AnnotatorError, Cancelled, Unrecognised
from annotator.operations.addresses import is_address
from annotator.operations.import_preview import ImportPreview, preview_import
from annotator.operations.import_reading import recognised
from annotator.operations.import_report import ImportReport
from annotator.operations.import_restoring import restore_own
from annotator.operations.importing import import_annotations
from annotator.operations.label_sets import project_labels
from annotator.operations.people import people
from annotator.operations.restoring import RestoreReport
from annotator.ui.banner import Kind, Notice, Way
from annotator.ui.imports.import_choices import Asked
from annotator.ui.imports.import_dialog import ImportDialog
from annotator.ui.imports.import_words import report_words, sentence
from annotator.ui.imports.left_out_dialog import LeftOutDialog
from annotator.ui.lines import one_line
from annotator.ui.looking import Looking
from annotator.ui.tasks import IsCancelled, Progress

if TYPE_CHECKING:
    from annotator.ui.session import Session

_TOPIC = "import"
_Kinds = list[tuple[str, str]]
"""Ids of formats, with their titles."""


class Importing(QObject):
    """Imports what the person chose in the dialog."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self.looking: Looking[ImportDialog] = Looking(session.tasks)
        self._to_undo = ""  # the step by which what is told above the text would be taken back

    def choose(self) -> None:
        """Ask for a file and look at it."""
        title = self.tr("Import annotations")
        path = QFileDialog.getOpenFileName(self._session.window, title, str(Path.home()))[0]
        if path:
            self.ask(Path(path))

    def choose_folder(self) -> None:
        """Ask for a folder and look at it."""
        title = self.tr("Import a folder of annotations")
        folder = QFileDialog.getExistingDirectory(self._session.window, title, str(Path.home()))
        if folder:
            self.ask(Path(folder))

    def drop(self, paths: Sequence[str]) -> None:
        """Take what was dropped on the window: one file of annotations is looked at, all else is loaded."""
        if len(paths) != 1 or not self._session.writable or is_address(paths[0]):
            self._session.loading.load(paths)
            return
        path = Path(paths[0])
        self._beside(
            lambda: _kinds() if recognised(path) else [],
            lambda kinds: self._open(path, kinds) if kinds else self._session.loading.load(paths),
        )

    def ask(self, path: Path) -> None:
        """Show what is in a file, and ask what it means."""
        self._beside(_kinds, lambda kinds: self._open(path, kinds))

    def _beside(self, work: Callable[[], _Kinds], then: Callable[[_Kinds], object]) -> None:
        """Do something beside the window's thread: the first time, all formats are imported, which takes a moment."""
        task = self._session.tasks.make(lambda _progress, _cancelled: work())
        task.finished.connect(lambda found: None if task.is_cancelled() else then(found))
        task.failed.connect(self._failed)
        self._session.tasks.start(task, short=True)

    def _open(self, path: Path, kinds: _Kinds) -> None:
        session = self._session
        session.window.inspector.commit_note()
        everybody = people(session.workspace)
        me = next((one.name for one in everybody if one.id == session.annotator_id), "")
        dialog = ImportDialog(session.window, path.name, kinds, [one.name for one in everybody], me)
        dialog.look_wanted.connect(lambda asked: self._begin_look(path, asked))
        dialog.chosen.connect(lambda asked: self.import_file(path, asked))
        dialog.load_wanted.connect(lambda: session.loading.load([str(path)]))
        self.looking.open(dialog)
        self._begin_look(path, Asked())

    def import_file(self, path: Path, asked: Asked) -> None:
        """Take a file's annotations in, behind the window."""
        workspace, who = self._session.workspace, self._session.annotator_id

        def work(progress: Progress, cancelled: IsCancelled) -> ImportReport:
            own = restore_own(workspace, path, asked.format_id, progress, cancelled)
            if own and (own.cancelled or not own.known):
                return _restored(own)
            report = import_annotations(
                workspace,
                path,
                who,
                asked.names,
                format_id=asked.format_id,
                submit=asked.submit and own is None,
                new_labels=asked.new_labels,
                progress=progress,
                cancelled=cancelled,
            )
            return _together(own, report) if own else report

        task = self._session.tasks.make(work)
        self._session.window.batch.follow(task, self.tr("Importing “{name}”").format(name=one_line(path.name)))
        task.finished.connect(self._report)
        task.failed.connect(self._failed)
        self._session.tasks.start(task)

    def take_back(self, title: str) -> None:
        """A step of this title has been undone: what was told of an import that it was holds no longer."""
        if self._to_undo and title == self._to_undo:
            self._to_undo = ""
            self._session.window.banner.clear(_TOPIC)

    def close(self) -> None:
        """Put the dialog away with the project."""
        self.looking.close()

    def _begin_look(self, path: Path, asked: Asked) -> None:
        """Look into the file behind the window; what is found for an older choice is dropped."""
        self.looking.stop()
        workspace, who = self._session.workspace, self._session.annotator_id

        def look(progress: Progress, cancelled: IsCancelled) -> tuple[ImportPreview, LabelSet]:
            found = preview_import(
                workspace,
                path,
                who,
                asked.format_id,
                asked.names,
                new_labels=asked.new_labels,
                progress=progress,
                cancelled=cancelled,
            )
            return found, project_labels(workspace)

        if dialog := self.looking.dialog:
            self.looking.look(
                look,
                lambda found: self._show(dialog, *found),
                lambda error: dialog.show_refusal(self._why(path, error)),
                dialog.wait,
            )

    def _show(self, dialog: ImportDialog, preview: ImportPreview, label_set: LabelSet) -> None:
        dialog.choose_format(preview.format_id)
        dialog.show_preview(preview, label_set)

    def _why(self, path: Path, error: Exception) -> str:
        """Why a file cannot be looked at; what nobody expected is told above the text, as everywhere."""
        if isinstance(error, Unrecognised):
            words = self.tr(
                "“{name}” is not recognised as annotations. If it holds some all the same, choose its format above; "
                "if it is an article, load it as one."
            )
            return words.format(name=one_line(path.name))
        if isinstance(error, AnnotatorError):
            return str(error)
        self._session.tell(error)
        return self.tr("The file cannot be looked at.")

    def _report(self, report: ImportReport) -> None:
        session = self._session
        if report.loaded:
            session.list_documents()
            if session.reading.document is None and session.listing.newest_first():
                session.reading.open_document(session.listing.newest_first()[0].id)
        self._to_undo = session.undoing.titles()[0] or "" if report.undoable else ""
        rows = _rows_of(report)
        words = report_words(report)
        ways = (Way(self.tr("What was left out…"), lambda: self._list(words, rows)),) if rows else ()
        session.window.banner.say(Notice(_TOPIC, words, Kind.WARNING if rows else Kind.INFO, ways))

    def _list(self, words: str, rows: Sequence[Sequence[str]]) -> None:
        dialog = LeftOutDialog(self._session.window, words, rows)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)


def _kinds() -> _Kinds:
    return [(one.id, one.title) for one in formats.annotation_readers()]


def _rows_of(report: ImportReport) -> list[tuple[str, str, str]]:
    """Why, what and where, of all that is not as it is in the file."""
    unread = [(sentence(why), name, "") for name, why in report.unread]
    named = [(sentence(one.why), one.what, one.article) for one in (*report.unsure.named, *report.losses.named)]
    return [*unread, *named]


def _restored(own: RestoreReport) -> ImportReport:
    """What came of a file of our own, in the words of every import."""
    report = ImportReport("jsonl", own.articles, own.articles, own.annotations, cancelled=own.cancelled)
    report.unread = [(f"line {line}", why) for line, why in own.failed]
    return report


def _together(own: RestoreReport, report: ImportReport) -> ImportReport:
    report.loaded, report.annotations = report.loaded + own.articles, report.annotations + own.annotations
    report.undoable = report.undoable and not own.articles
    report.unread += [(f"line {line}", why) for line, why in own.failed]
    return report
