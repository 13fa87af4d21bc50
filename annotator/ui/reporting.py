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
from annotator.operations import choosing, reports, sources
from annotator.operations.reports import ReportDone, ReportWriter, Wanted
from annotator.ui.banner import Kind as Tone
from annotator.ui.banner import Notice, Way
from annotator.ui.export.choices import FormatChoice
from annotator.ui.lines import number
from annotator.ui.looking import Looking
from annotator.ui.paper.printing import PaperReport
from annotator.ui.report.choices import Asked, Offered, ReportChoice, Scope
from annotator.ui.report.report_dialog import ReportDialog

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
        self.looking: Looking[ReportDialog] = Looking(session.tasks)

    def choose(self) -> None:
        """Ask which report, show how it begins, and write it."""
        session = self._session
        session.window.inspector.commit_note()
        here = session.reading.document
        offered = Offered(
            open_title=(here.title or " ") if here else "",
            listed=len(session.window.library.found_ids()),
            all=session.listing.newest_count,
            held=len(choosing.held_articles(session.workspace)),
            protected=sum(source.protected for source in sources.all_sources(session.workspace)),
        )
        formats = [FormatChoice(one.id, one.title, (one.extension,)) for one in (*reports.WRITERS, PaperReport())]
        dialog = ReportDialog(session.window, formats, offered)
        dialog.look_wanted.connect(self._begin_look)
        dialog.chosen.connect(self.write)
        self.looking.open(dialog)

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
        self.looking.close()

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
        self.looking.stop()
        workspace, wanted = self._session.workspace, self._wanted(asked)

        def read(_progress: object, cancelled: reports.IsCancelled) -> _Beginning:
            with reports.open_report(workspace, wanted, datetime.now(UTC), cancelled=cancelled) as opened:
                report = opened.report
                first = islice(report.parts, _PARTS_LOOKED_AT)
                blocks = chain(report.front, (block for part in first for block in part.blocks))
                return _Beginning(tuple(beginning(blocks)), report.marks, report.count)

        if dialog := self.looking.dialog:
            self.looking.look(
                read,
                lambda found: dialog.show_beginning(found.blocks, found.marks, found.parts),
                lambda error: dialog.show_refusal(str(error)),
            )

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
