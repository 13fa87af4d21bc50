"""A report out of the project: asked for, looked at, written in the background, told how it went."""

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, islice
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from annotator.core.report import Block, Mark
from annotator.core.report_beginning import beginning
from annotator.errors import Cancelled
from annotator.operations import exports, reports, sources
from annotator.operations.reports import ReportDone, ReportWriter, Wanted
from annotator.ui.banner import Kind as Tone
from annotator.ui.banner import Notice, Way
from annotator.ui.export.choices import FormatChoice
from annotator.ui.lines import number
from annotator.ui.paper.printing import PaperReport
from annotator.ui.report.choices import Asked, Offered, ReportChoice, Scope
from annotator.ui.report.report_dialog import ReportDialog
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.ui.session import Session

_TOPIC = "report"
_PARTS_LOOKED_AT = 2


@dataclass(frozen=True, slots=True)
class _Beginning:
    """The first blocks of a report, and how many parts it has."""

    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    parts: int


class Reporting(QObject):
    """Writes the reports that the person chose in the dialog."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._dialog: ReportDialog | None = None
        self._look: Task | None = None

    def choose(self) -> None:
        """Ask which report, show how it begins, and write it."""
        session = self._session
        session.window.inspector.commit_note()
        here = session.reading.document
        offered = Offered(
            open_title=(here.title or " ") if here else "",
            listed=len(session.window.library.found_ids()),
            all=session.listing.newest_count,
            held=len(exports.held_articles(session.workspace)),
            protected=sum(source.protected for source in sources.all_sources(session.workspace)),
        )
        formats = [FormatChoice(one.id, one.title, (one.extension,)) for one in (*reports.WRITERS, PaperReport())]
        self._dialog = dialog = ReportDialog(session.window, formats, offered)
        dialog.look_wanted.connect(self._begin_look)
        dialog.chosen.connect(self.write)
        dialog.finished.connect(self._put_away)
        dialog.open()

    def write(self, choice: ReportChoice) -> None:
        """Write what was chosen, in the background."""
        workspace, wanted = self._session.workspace, self._wanted(choice.asked)
        writer: ReportWriter = PaperReport() if choice.format_id == PaperReport.id else _writer(choice.format_id)
        task = self._session.tasks.make(
            lambda progress, cancelled: reports.write_report(
                workspace, wanted, writer, choice.target, progress=progress, cancelled=cancelled
            )
        )
        self._session.window.batch.follow(task, self.tr("Writing the report"))
        task.finished.connect(self._tell)
        task.failed.connect(self._failed)
        self._session.tasks.start(task)

    def close(self) -> None:
        """Put the dialog away with the project."""
        if self._dialog:
            self._dialog.reject()

    def _wanted(self, asked: Asked) -> Wanted:
        here = self._session.reading.document
        ids: tuple[UUID, ...] | None = None
        if asked.scope is Scope.OPEN and here:
            ids = (here.id,)
        elif asked.scope is Scope.LISTED:
            ids = tuple(self._session.window.library.found_ids())
        return Wanted(asked.kind, ids, asked.options, with_held=asked.with_held)

    def _begin_look(self, asked: Asked) -> None:
        """Read the beginning behind the window; one that is read for an older choice is dropped."""
        self._stop_look()
        workspace, wanted = self._session.workspace, self._wanted(asked)

        def read(_progress: object, cancelled: reports.IsCancelled) -> _Beginning:
            with reports.open_report(workspace, wanted, datetime.now(UTC), cancelled=cancelled) as opened:
                report = opened.report
                first = islice(report.parts, _PARTS_LOOKED_AT)
                blocks = chain(report.front, (block for part in first for block in part.blocks))
                return _Beginning(tuple(beginning(blocks)), report.marks, report.count)

        self._look = task = self._session.tasks.make(read)
        task.finished.connect(lambda found: self._show_look(task, found))
        task.failed.connect(lambda error: self._refuse_look(task, error))
        self._session.tasks.start(task, short=True)

    def _show_look(self, task: Task, found: _Beginning) -> None:
        if task is self._look and self._dialog:
            self._dialog.show_beginning(found.blocks, found.marks, found.parts)

    def _refuse_look(self, task: Task, error: Exception) -> None:
        if task is self._look and self._dialog and not isinstance(error, Cancelled):
            self._dialog.show_refusal(str(error))

    def _stop_look(self) -> None:
        if self._look:
            self._look.cancel()
        self._look = None

    def _put_away(self) -> None:
        self._stop_look()
        if self._dialog:
            self._dialog.deleteLater()
        self._dialog = None

    def _tell(self, report: ReportDone) -> None:
        passages = self.tr("1 passage") if report.passages == 1 else self.tr("{count} passages")
        words = self.tr("The report with {passages} is in “{name}”, read back and compared.").format(
            passages=passages.format(count=number(report.passages)), name=report.path.name
        )
        if report.held_back:
            words += " " + self._held_words(report.held_back)
        words = " ".join((words, *report.notices))
        ways = (
            Way(self.tr("Open"), lambda: self._open(report)),
            Way(self.tr("Show folder"), lambda: self._show(report)),
        )
        tone = Tone.WARNING if report.notices else Tone.INFO
        self._session.window.banner.say(Notice(_TOPIC, words, tone, ways))

    def _held_words(self, count: int) -> str:
        if count == 1:
            return self.tr("One article is withheld, cancelled or under embargo and was left out.")
        words = self.tr("{count} articles are withheld, cancelled or under embargo and were left out.")
        return words.format(count=number(count))

    def _open(self, report: ReportDone) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(report.path)))

    def _show(self, report: ReportDone) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(report.path.parent)))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)


def _writer(format_id: str) -> ReportWriter:
    return reports.writer_by_id(format_id)
