"""Statistics of the open project: counted behind the window, shown on their page, saved as pictures."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from annotator.core.figures import Figures, Subject
from annotator.core.spans import Span
from annotator.errors import Cancelled
from annotator.operations import statistics
from annotator.operations.label_sets import project_labels
from annotator.operations.statistics import COUNT, CountedPassage, Coverage, ReadingTime
from annotator.store.workspace import Change
from annotator.ui.banner import Kind, Notice
from annotator.ui.lines import number
from annotator.ui.statistics.words import minutes_words, subject_title
from annotator.ui.tasks import IsCancelled, Progress, Task

if TYPE_CHECKING:
    from annotator.ui.session import Session
    from annotator.ui.statistics.page import StatisticsPage

PAGE = "statistics"
_MOST = 2000
_AGAIN_AFTER_MILLISECONDS = 500
_Told = Coverage | ReadingTime | None


class Counting(QObject):
    """Answers the page of statistics."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._task: Task | None = None
        self._page: StatisticsPage | None = None
        self._connections: list[QMetaObject.Connection] = []
        self._soon = QTimer(self, interval=_AGAIN_AFTER_MILLISECONDS, singleShot=True)
        self._soon.timeout.connect(self._count_again)

    def open(self) -> None:
        """Show the page of statistics."""
        self._window.inspector.commit_note()
        if self._page is None:
            self._page = self._make()
        self._window.pages.open(PAGE)
        self._page.begin()

    def take(self, change: Change) -> None:
        """What is changed while the page is there, by an undo or by a colleague, is counted a moment later."""
        if self._window.pages.name == PAGE and not self._soon.isActive():
            self._soon.start()

    def close(self) -> None:
        """Let go of the page."""
        self._soon.stop()
        self._stop()
        if self._page is not None:
            for connection in self._connections:
                QObject.disconnect(connection)
            self._page.show_figures(Figures(Subject.LABELS, (), ()), {}, self._window.theme.name, "", "")
            self._page = None

    def _make(self) -> "StatisticsPage":
        from annotator.ui.statistics.page import StatisticsPage  # seldom needed, so not with the window

        page = self._window.pages.page(PAGE, partial(StatisticsPage, self._window))
        self._connections = [
            page.asked.connect(self._count),
            page.number_chosen.connect(self._find_passages),
            page.passage_chosen.connect(self._open),
            page.picture_wanted.connect(self._save),
            page.left.connect(self._window.leave_page),
        ]
        return page

    def _count_again(self) -> None:
        if self._page is not None and self._window.pages.name == PAGE and not self._page.shows_passages:
            self._page.ask_again()  # passages that somebody reads would go from under the hands

    def _count(self, subject: Subject) -> None:
        self._stop()
        if self._page is None:
            return
        workspace = self._session.workspace

        def count(progress: Progress, cancelled: IsCancelled) -> tuple[Figures, _Told]:
            if subject is Subject.COVERAGE:
                return statistics.coverage(workspace, progress, cancelled)
            if subject is Subject.TIME:
                return statistics.reading_time(workspace)
            return statistics.project_figures(workspace, subject, progress, cancelled), None

        self._task = task = self._session.tasks.make(count)
        self._page.show_waiting(self.tr("Counting …"))
        task.progressed.connect(self._tell_progress)
        task.finished.connect(self._show)
        task.failed.connect(self._fail)
        self._session.tasks.start(task, short=True)

    def _show(self, answer: tuple[Figures, _Told]) -> None:
        figures, told = answer
        if self._page is None or figures.subject is not self._page.subject:
            return
        self._task = None
        label_set = project_labels(self._session.workspace)
        labels = {label.key: label for label in label_set.labels}
        nothing = self.tr("There is nothing to count yet. Tag something, and come back.")
        self._page.show_figures(figures, labels, self._window.theme.name, self._note(figures, told), nothing)

    def _note(self, figures: Figures, told: _Told) -> str:
        if isinstance(told, Coverage):
            words = self.tr("{done} articles are read to the end, {begun} begun, {unread} not begun.")
            return words.format(done=number(told.done), begun=number(told.begun), unread=number(told.unread))
        if isinstance(told, ReadingTime):
            words = self.tr(
                "{median} for the article in the middle, {total} together, {articles} articles. The time from one "
                "decision to the next counts, up to five minutes; a longer pause counts for nothing."
            )
            middle, total = minutes_words(told.median or 0), minutes_words(told.total)
            return words.format(median=middle, total=total, articles=number(told.articles))
        if figures.subject is Subject.SOURCES:
            return self.tr("An annotation with two sources counts for both.")
        return self.tr("{count} annotations, those of older versions of articles left out.").format(
            count=number(figures.total)
        )

    def _find_passages(self, subject: Subject, key: str, label: str) -> None:
        wanted = "" if label == COUNT else label
        workspace = self._session.workspace
        task = self._session.tasks.make(
            lambda _progress, _cancelled: statistics.passages_counted(workspace, subject, key, wanted, _MOST)
        )
        task.finished.connect(self._show_passages)
        task.failed.connect(self._fail)
        self._session.tasks.start(task, short=True)

    def _show_passages(self, passages: list[CountedPassage]) -> None:
        if self._page is None:
            return
        words = self.tr("{count} passages; Enter opens one").format(count=number(len(passages)))
        if len(passages) == _MOST:
            words = self.tr("the first {count} passages; Enter opens one").format(count=number(_MOST))
        self._page.show_passages(passages, words)

    def _open(self, passage: CountedPassage) -> None:
        annotation = passage.annotation
        self._session.reading.open_document(annotation.document_id)
        self._window.leave_page()
        here = self._session.reading.document
        if here and here.id == annotation.document_id:
            self._window.reader.focus_annotation(annotation.id)
            self._window.reader.reveal(Span(*annotation.extent))

    def _save(self, kind: str) -> None:
        page = self._page
        if page is None:
            return
        name = f"{subject_title(page.subject)}.{kind}"
        title = self.tr("Save the chart")
        path, _ = QFileDialog.getSaveFileName(self._window, title, name, f"{kind.upper()} (*.{kind})")
        if not path:
            return
        if Path(path).suffix.lower() != f".{kind}":
            path = f"{path}.{kind}"
        saved = page.chart.save_png(path) if kind == "png" else page.chart.save_svg(path)
        if saved:
            self._window.strip.set_state(self.tr("saved as “{name}”").format(name=Path(path).name))
        else:
            words = self.tr("“{name}” could not be written. Choose another place.").format(name=path)
            self._window.banner.say(Notice("chart", words, Kind.ERROR))

    def _tell_progress(self, done: int, total: int) -> None:
        if self._page is not None:
            words = self.tr("Counting: {done} of {total} articles")
            self._page.show_waiting(words.format(done=number(done), total=number(total)))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
        self._task = None
