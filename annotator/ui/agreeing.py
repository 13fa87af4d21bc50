"""Agreement in the open project: worked out behind the window, shown on its page, saved as files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from annotator.errors import AnnotatorError, Cancelled
from annotator.operations import agreement, agreement_content, agreement_gamma, agreement_places, search_choices
from annotator.operations.agreement import Comparison
from annotator.operations.agreement_gamma import Gamma
from annotator.operations.agreement_places import Cell, SeenPlace, SeenPlaces
from annotator.operations.readings import readings_of
from annotator.operations.seeing import note_seen
from annotator.store.workspace import Change
from annotator.ui.agreement.choice_row import Choices
from annotator.ui.agreement.words import gamma_words, left_out_words, nothing_words, read_words
from annotator.ui.banner import Kind, Notice
from annotator.ui.lines import number
from annotator.ui.tasks import IsCancelled, Progress, Task, Work

if TYPE_CHECKING:
    from annotator.ui.agreement.page import AgreementPage
    from annotator.ui.session import Session

PAGE = "agreement"
_AGAIN_AFTER_MILLISECONDS = 500
_WATCHED = frozenset(("submission", "reading", "project"))


class Agreeing(QObject):
    """Answers the page of agreement."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._page: AgreementPage | None = None
        self._comparison: Comparison | None = None
        self._gamma: Gamma | None = None
        self._tasks: list[Task] = []
        self._connections: list[QMetaObject.Connection] = []
        self._soon = QTimer(self, interval=_AGAIN_AFTER_MILLISECONDS, singleShot=True)
        self._soon.timeout.connect(self._compare_again)

    def open(self) -> None:
        """Show the page of agreement."""
        self._window.inspector.commit_note()
        if self._page is None:
            self._page = self._make()
        self._page.choices.set_choices(self._choices())
        self._window.pages.open(PAGE)
        self._page.begin()

    def take(self, change: Change) -> None:
        """What somebody hands in while the page is there is compared a moment later."""
        if self._window.pages.name == PAGE and _WATCHED & change.tables and not self._soon.isActive():
            self._soon.start()

    def close(self) -> None:
        """Let go of the page."""
        self._soon.stop()
        self._stop()
        if self._page is not None:
            for connection in self._connections:
                QObject.disconnect(connection)
            self._page.forget()
            self._page = self._comparison = None

    def _make(self) -> "AgreementPage":
        from annotator.ui.agreement.page import AgreementPage  # seldom needed, so not with the window

        page = self._window.pages.page(PAGE, partial(AgreementPage, self._window))
        self._connections = [
            page.asked.connect(self._compare),
            page.cell_chosen.connect(self._find_places),
            page.place_chosen.connect(self._open),
            page.file_wanted.connect(self._save),
            page.gamma_wanted.connect(self._work_out_gamma),
            page.left.connect(self._window.leave_page),
        ]
        return page

    def _choices(self) -> Choices:
        found = search_choices.search_choices(self._session.workspace)
        labels = tuple((label.key, label.title) for label in found.label_set.main)
        return Choices(tuple(found.annotators.items()), labels, tuple(found.languages))

    def _compare_again(self) -> None:
        # Places that somebody reads would go from under the hands.
        if self._page is not None and self._window.pages.name == PAGE and not self._page.shows_places:
            self._compare()

    def _compare(self) -> None:
        self._stop()
        if self._page is None:
            return
        workspace, question = self._session.workspace, self._page.choices.question()

        def compare(progress: Progress, cancelled: IsCancelled) -> Comparison:
            found = agreement.compare_readings(workspace, question, progress, cancelled)
            found.prepare()
            return found

        self._page.show_waiting(self.tr("Comparing …"))
        self._start(compare, self._show, self._tell_progress)

    def _tell_progress(self, done: int, total: int) -> None:
        if self._page is not None:
            words = self.tr("Comparing: {done} of {total} articles")
            self._page.show_waiting(words.format(done=number(done), total=number(total)))

    def _show(self, comparison: Comparison) -> None:
        if self._page is None or comparison.question != self._page.choices.question():
            return
        self._comparison, self._gamma = comparison, None
        names = [comparison.names.get(key, "") for key in comparison.annotators]
        if comparison.articles:
            says = read_words(len(comparison.articles), round(comparison.totals.sentences()), names)
        else:
            says = nothing_words(comparison)
        self._page.show_comparison(comparison, says, left_out_words(comparison.left_out, comparison.hidden))

        def draw(_progress: Progress, cancelled: IsCancelled) -> Comparison:
            comparison.intervals = agreement.work_out_intervals(comparison, None, cancelled)
            return comparison

        if comparison.articles:
            self._start(draw, self._show_intervals)

    def _show_intervals(self, comparison: Comparison) -> None:
        if self._page is not None and comparison is self._comparison:
            self._page.show_intervals()

    def _find_places(self, cell: Cell, title: str) -> None:
        comparison, workspace = self._comparison, self._session.workspace
        if comparison is not None:
            self._start(
                lambda _progress, _cancelled: agreement_places.places_behind(workspace, comparison, cell),
                partial(self._show_places, title),
            )

    def _show_places(self, title: str, found: SeenPlaces) -> None:
        if self._page is None:
            return
        self._page.show_places(title, found)
        self._note_what_is_seen(found)

    def _note_what_is_seen(self, found: SeenPlaces) -> None:
        """Whoever sees here what others say of an article that they are at work on reads it independently no more."""
        workspace, person = self._session.workspace, self._session.annotator_id
        shown = list(dict.fromkeys(place.document_id for place in found.places))
        try:
            for document_id, reading in readings_of(workspace, person, shown).items():
                if reading.submitted_at is None and not reading.saw_others:
                    note_seen(workspace, document_id, person)
        except AnnotatorError as error:
            self._session.tell(error)

    def _open(self, place: SeenPlace) -> None:
        self._session.reading.open_document(place.document_id)
        self._window.leave_page()
        here = self._session.reading.document
        if here and here.id == place.document_id:
            reader = self._window.reader
            reader.focus_sentence(reader.sentence_at(place.span.start_char))
            reader.reveal(place.span)

    def _save(self, kind: str) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        title = self.tr("Save the figures")
        name = f"{self.tr('agreement')}.{kind}"
        path, _ = QFileDialog.getSaveFileName(self._window, title, name, f"{kind.upper()} (*.{kind})")
        if not path:
            return
        target = Path(path if Path(path).suffix.lower() == f".{kind}" else f"{path}.{kind}")
        content = (
            agreement_content.as_csv(comparison)
            if kind == "csv"
            else agreement_content.as_json(comparison, self._gamma)
        )
        try:
            target.write_bytes(content)
        except OSError:
            words = self.tr("“{name}” could not be written. Choose another place.").format(name=target)
            self._window.banner.say(Notice("agreement", words, Kind.ERROR))
        else:
            self._window.strip.set_state(self.tr("saved as “{name}”").format(name=target.name))

    def _work_out_gamma(self) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        if not agreement_gamma.can_work_out_gamma():
            words = self.tr("gamma needs a library that is not installed; install the program with its extra “gamma”.")
            self._window.banner.say(Notice("agreement", words, Kind.WARNING))
            return
        work = partial(agreement_gamma.work_out_gamma, comparison)
        self._start(work, partial(self._show_gamma, comparison), long=self.tr("Working gamma out"))

    def _show_gamma(self, comparison: Comparison, found: Gamma) -> None:
        if self._page is not None and comparison is self._comparison:
            self._gamma = found
            self._page.show_waiting(gamma_words(found.gamma, found.gamma_cat, found.n))

    def _start(
        self, work: Work, then: Callable[..., object], step: Callable[..., object] | None = None, *, long: str = ""
    ) -> None:
        """Do this behind the window; what takes `long` is shown with a bar and can be stopped."""
        task = self._session.tasks.make(work)
        task.finished.connect(then)
        if step is not None:
            task.progressed.connect(step)
        task.failed.connect(self._fail)
        task.finished.connect(partial(self._forget, task))
        task.failed.connect(partial(self._forget, task))
        self._tasks.append(task)
        if long:
            self._window.batch.follow(task, long)
        self._session.tasks.start(task, short=not long)

    def _forget(self, task: Task, _outcome: object = None) -> None:
        if task in self._tasks:
            self._tasks.remove(task)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)

    def _stop(self) -> None:
        for task in self._tasks:
            task.cancel()
