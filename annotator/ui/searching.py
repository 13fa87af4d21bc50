"""Searching in the open project: what is asked on the page is looked for behind the window, and hits are opened."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from annotator.core.records import DocumentRecord
from annotator.core.search_query import Field
from annotator.core.search_results import Hit, Line, SearchChoices
from annotator.core.sought import Sought
from annotator.core.spans import Span
from annotator.errors import Cancelled, UnusablePattern
from annotator.operations import finding, search
from annotator.operations.search_choices import search_choices
from annotator.store.workspace import Change
from annotator.ui import fonts
from annotator.ui.lines import number
from annotator.ui.search.ask import Answer, Ask
from annotator.ui.tasks import IsCancelled, Task

if TYPE_CHECKING:
    from annotator.ui.session import Session

_MOST_ARTICLES = 200
_MOST_COUNTED = 1000
_MOST_LINES = 2000
_LABELS_AFTER_MILLISECONDS = 250
_LOOKED_AT = 20_000  # letters of what is shown, for the typefaces they need


class Searching(QObject):
    """Answers the page of search, which is made with it, and leads from place to place."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._page = session.window.search
        self._task: Task | None = None
        self._places: tuple[tuple[UUID, Sought] | None, list[Span]] = None, []
        self._soon = QTimer(self, interval=_LABELS_AFTER_MILLISECONDS, singleShot=True)
        self._soon.timeout.connect(self._read_labels)
        self._connections = [
            self._page.asked.connect(self._look),
            self._page.chosen.connect(self._open),
            self._page.left.connect(self._window.leave_page),
            self._page.tag_requested.connect(lambda: session.place_tagging.tag()),
            session.indexing.told.connect(self._tell_indexing),
            session.indexing.found_more.connect(self._page.ask_again),
        ]

    def open(self) -> None:
        """Show the page of search."""
        self._session.window.inspector.commit_note()
        self._window.show_search()
        self._page.begin()
        task = self._session.tasks.make(lambda _progress, _cancelled: search_choices(self._session.workspace))
        task.finished.connect(self._offer)
        task.failed.connect(self._fail)
        self._session.tasks.start(task, short=True)
        self._page.has_articles = self._session.document_count > 0
        self._page.set_can_tag(self._session.writable)
        self._page.ask_again()
        self._tell_indexing()

    def next(self) -> None:
        """Go to the next place in the article of what was looked for last, else to what was found next."""
        self._step(1)

    def previous(self) -> None:
        """Go to the place before."""
        self._step(-1)

    def take(self, change: Change) -> None:
        """What is tagged, or no longer, is seen in the lines a moment later; articles say nothing of it."""
        if self._window.is_searching and change.tables & {"annotation", "project"} and not self._soon.isActive():
            self._soon.start()

    def close(self) -> None:
        """Let go of the page."""
        self._stop()
        self._soon.stop()
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections.clear()
        self._page.show_waiting("")
        self._page.forget()
        self._window.leave_page()

    def _look(self, ask: Ask) -> None:
        self._stop()
        if ask.is_empty:
            return
        self._task = task = self._session.tasks.make(lambda _progress, cancelled: self._answer(ask, cancelled))
        task.finished.connect(lambda answer: self._take(task, ask, answer))
        task.failed.connect(lambda error: self._fail(error) if task is self._task else None)
        self._session.tasks.start(task, short=True)

    def _answer(self, ask: Ask, cancelled: IsCancelled) -> Answer:
        """In the task's thread: what was found."""
        workspace, sought = self._session.workspace, ask.sought
        if ask.order is not None:
            lines = finding.find_lines(workspace, sought, order=ask.order, limit=_MOST_LINES, cancelled=cancelled)
            return Answer(lines.lines, lines.more, labels=tuple(finding.labels_at(workspace, lines.lines)))
        found = finding.find_articles(workspace, sought, limit=_MOST_ARTICLES, cancelled=cancelled)
        total = None
        if found.more and not ask.by_pattern:  # with an expression it would take as long once more
            given = {"most": _MOST_COUNTED + 1, "folded": ask.folded, "cancelled": cancelled}
            total = search.count(workspace, ask.text, ask.filters, **given)  # type: ignore[arg-type]
        return Answer(found.hits, found.more, total if total is not None and total <= _MOST_COUNTED else None)

    def _take(self, task: Task, ask: Ask, answer: Answer) -> None:
        """An answer has come; one to what is no longer asked is dropped."""
        if task is not self._task:
            return
        self._task = None
        shown = (one.snippet.text if isinstance(one, Hit) else one.context.right for one in answer.found)
        fonts.load_fonts_for(" ".join(shown)[:_LOOKED_AT])
        self._page.show_answer(ask, answer)

    def _read_labels(self) -> None:
        found = self._page.lines.found
        lines = found.everything()
        workspace = self._session.workspace
        wanted = [line for line in lines if isinstance(line, Line)]
        task = self._session.tasks.make(lambda _progress, _cancelled: finding.labels_at(workspace, wanted))
        # Other lines have the labels they had when they were found.
        task.finished.connect(lambda labels: found.set_labels(labels) if found.everything() == lines else None)
        task.failed.connect(lambda error: None if isinstance(error, Cancelled) else self._session.tell(error))
        self._session.tasks.start(task, short=True)

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
        self._task = None

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._page.show_refusal(str(error))
        if not isinstance(error, Cancelled | UnusablePattern):  # half an expression is no reason for an alarm
            self._session.tell(error)

    def _offer(self, choices: SearchChoices) -> None:
        if self._connections:
            self._page.set_choices(choices)

    def _open(self, found: Hit | Line) -> None:
        """Open what was chosen in the reader, with the place selected."""
        if isinstance(found, Line):
            self._go(found.document_id, found.context.span, None)
        else:
            self._go(found.document.id, found.span, found.annotation_id if found.where is Field.NOTE else None)

    def _go(self, document_id: UUID, span: Span | None, annotation_id: UUID | None) -> None:
        here = self._session.reading.document
        if here is None or here.id != document_id:
            self._session.reading.open_document(document_id)
        self._window.leave_page()
        here = self._session.reading.document
        if here is None or here.id != document_id:
            return  # it has gone since; the banner says so
        if annotation_id:
            self._window.reader.focus_annotation(annotation_id)
        elif span:
            self._select(span)

    def _select(self, span: Span) -> None:
        reader = self._window.reader
        reader.select_range(span.start_char, span.end_char, exact=True)
        reader.reveal(span)

    def _step(self, by: int) -> None:
        document, ask = self._session.reading.document, self._page.ask()
        if ask.is_empty:
            words = self.tr("Nothing is being looked for yet: {command}")
            self._window.strip.say_here(words.format(command=self._window.actions_table["search"].toolTip()))
        elif document is None:
            self._page.step(by)
        elif self._places[0] == (document.id, ask.sought):
            self._step_among(self._places[1], by)
        else:
            self._find_places(document, ask, by)

    def _find_places(self, document: DocumentRecord, ask: Ask, by: int) -> None:
        """Find the places of the open article behind the window, however long it is; then go to one."""
        sought, text = ask.sought, document.text
        task = self._session.tasks.make(lambda _progress, _cancelled: finding.find_places(text, sought))

        def take(spans: list[Span]) -> None:
            self._places = (document.id, sought), spans
            here = self._session.reading.document
            if here and here.id == document.id:
                self._step_among(spans, by)

        task.finished.connect(take)
        task.failed.connect(self._fail)
        self._session.tasks.start(task, short=True)

    def _step_among(self, spans: list[Span], by: int) -> None:
        selected = self._window.reader.selected_segments()
        at = selected[0].start_char if selected else -1
        on = [span for span in spans if (span.start_char > at if by > 0 else span.start_char < at)]
        if on:
            span = on[0] if by > 0 else on[-1]
            self._window.leave_page()
            self._select(span)
            words = self.tr("{which} of {count} in this article")
            self._window.strip.say_here(words.format(which=number(spans.index(span) + 1), count=number(len(spans))))
        elif not self._page.step(by):
            self._window.strip.say_here(self.tr("There is no further place in what was found"))

    def _tell_indexing(self) -> None:
        indexing = self._session.indexing
        self._page.show_waiting(indexing.waiting)
        if indexing.refusal:
            self._page.show_refusal(indexing.refusal)
