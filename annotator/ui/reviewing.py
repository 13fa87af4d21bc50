"""Review in the window: the queue read behind it, one reading shown, and what is said of it turned into edits."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMetaObject, QObject, QTimer

from annotator.core.people import Person
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.core.review_queue import QueueEntry
from annotator.errors import AnnotatorError, Cancelled, InvalidDetails, InvalidLabelSet, InvalidSpan, NotFound
from annotator.operations import comments, corrections, people, review, sources, under_review
from annotator.operations.describing import Ties
from annotator.operations.label_sets import project_labels
from annotator.operations.review_queue import queue
from annotator.store.workspace import Change
from annotator.ui.lines import isolated
from annotator.ui.reader.accessibility import announce
from annotator.ui.reader_look import reader_theme
from annotator.ui.source_finding import ProjectSources
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.ui.review.review_page import ReviewPage
    from annotator.ui.session import Session

PAGE = "review"
_TABLES = frozenset(
    {"annotation", "comment", "relation", "source", "document", "project", "reading", "submission", "verdict"}
)
_OF_THE_QUEUE = frozenset({"document", "reading", "submission"})
"""What the queue is read again for; how many verdicts there are on the open reading is known without."""
_READ_AFTER_MILLISECONDS = 150

_Found = tuple[list[QueueEntry], tuple[Person, ...]]


class Reviewing(QObject):
    """Keeps the review page up to date while it is shown, and does what is asked there."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._page: ReviewPage | None = None
        self._task: Task | None = None
        self._connections: list[QMetaObject.Connection] = []
        self._sources = ProjectSources(session.workspace, self._about)
        self._soon = QTimer(self, interval=_READ_AFTER_MILLISECONDS, singleShot=True)
        self._soon.timeout.connect(self._read)

    def open(self) -> None:
        """Show the page."""
        self._window.inspector.commit_note()
        if self._page is None:
            self._page = self._make()
        self._sources.forget()
        self._window.pages.open(PAGE)
        self._show_anew(self._page)
        self._page.begin()

    def take(self, change: Change) -> None:
        """Something has been changed: show the reading as it is now, and in a moment the queue where it is another."""
        page = self._page
        if page is None or self._window.pages.name != PAGE or not change.tables & _TABLES:
            return
        if "source" in change.tables:
            self._sources.forget()
        if (key := page.key) and key[0] in change.document_ids:
            self._show_reading(*key)
        if change.tables & _OF_THE_QUEUE:
            self._soon.start()

    def close(self) -> None:
        """Let go of the page."""
        self._stop()
        self._soon.stop()
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections.clear()
        if self._page is not None:
            self._page.card.correction.set_source_finder(None)
            self._page.forget()
            self._page = None

    def _make(self) -> "ReviewPage":
        from annotator.ui.review.review_page import ReviewPage  # seldom needed, so not with the window

        page = self._window.pages.page(PAGE, partial(ReviewPage, self._window))
        form = page.card.correction
        form.set_source_finder(self._sources)
        self._connections = [
            page.reading_chosen.connect(self._open_reading),
            page.approved.connect(self._approve),
            page.returned.connect(self._return),
            page.corrected.connect(self._correct),
            page.commented.connect(self._comment),
            page.reading_approved.connect(self._approve_reading),
            page.reading_returned.connect(self._return_reading),
            page.reading_reopened.connect(self._reopen_reading),
            page.left.connect(self._window.leave_page),
            form.sources_wanted.connect(self._name_sources),
            form.source_wanted.connect(self._make_source),
            self._window.choices.changed.connect(self._dress),
        ]
        return page

    def _prepare(self, page: "ReviewPage") -> None:
        workspace = self._session.workspace
        page.set_look(reader_theme(self._window.theme), self._sources.name_of)
        page.set_rights(review.read_reasons(workspace), writable=self._session.writable)
        page.queue.set_labels(project_labels(workspace))

    def _dress(self, _chosen: object) -> None:
        """Another theme, or somebody else at work: what is shown is another one's to review."""
        if self._page is not None and self._window.pages.name == PAGE:
            self._show_anew(self._page)

    def _show_anew(self, page: "ReviewPage") -> None:
        """All that is there, as it is now and for whoever works here."""
        self._prepare(page)
        if page.key is not None:
            self._show_reading(*page.key)
        self._read()

    # Reading

    def _read(self) -> None:
        """Read the queue behind the window; what is read already for an older state is dropped."""
        self._stop()
        workspace, who = self._session.workspace, self._session.annotator_id

        def read(_progress: object, cancelled: Callable[[], bool]) -> _Found:
            return queue(workspace, who, cancelled=cancelled), people.people(workspace)

        self._task = task = self._session.tasks.make(read)
        task.finished.connect(lambda found: self._show_queue(task, found))
        task.failed.connect(self._failed)
        self._session.tasks.start(task, short=True)

    def _show_queue(self, task: Task, found: _Found) -> None:
        if self._page is None or task is not self._task:
            return
        self._task = None
        had_nothing = not self._page.queue.model.shown
        self._page.show_queue(*found)
        if had_nothing and self._page.reading is None and self._page.queue.field.hasFocus():
            self._page.begin()

    def _open_reading(self, document_id: UUID, annotator_id: UUID) -> None:
        if self._show_reading(document_id, annotator_id) and self._page is not None:
            self._page.pane.setFocus()

    def _show_reading(self, document_id: UUID, annotator_id: UUID) -> bool:
        if self._page is None:
            return False
        try:
            found = under_review.read_review(self._session.workspace, document_id, annotator_id)
        except NotFound:
            self._page.show_reading(None)
            return False
        except AnnotatorError as error:
            self._session.tell(error)
            return False
        self._page.show_reading(found, mine=annotator_id == self._session.annotator_id)
        return True

    # What is said

    def _approve(self, keys: Sequence[UUID]) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        if self._do(lambda: review.approve(workspace, keys, who), self.tr("Approved · saved")) and self._page:
            self._page.go_on()

    def _return(self, keys: Sequence[UUID], reason: str) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        done = self._do(lambda: review.return_annotations(workspace, keys, reason, who), self.tr("Returned · saved"))
        if done and self._page:
            self._page.go_on()

    def _correct(self, key: UUID, correction: corrections.Correction, reason: str) -> None:
        """What cannot be said so is told in the form, where it is put right."""
        if self._page is None:
            return
        try:
            corrections.correct(self._session.workspace, key, correction, self._session.annotator_id, reason)
        except (InvalidDetails, InvalidLabelSet, InvalidSpan) as error:
            self._page.card.correction.refuse(str(error))
        except AnnotatorError as error:
            self._session.refuse(error)
        else:
            self._say(self.tr("Corrected · saved"))
            self._page.stop_asking()
            self._page.go_on()

    def _comment(self, key: UUID, words: str) -> None:
        if self._page and (reading := self._page.key):
            workspace, who = self._session.workspace, self._session.annotator_id
            self._do(
                lambda: comments.add_comment(workspace, reading[0], words, who, annotation_id=key),
                self.tr("Comment · saved"),
            )

    def _approve_reading(self) -> None:
        if self._page and (key := self._page.key):
            workspace, who = self._session.workspace, self._session.annotator_id
            name = self._page.reading.annotator if self._page.reading else ""
            words = self.tr("{name}’s reading is approved · saved").format(name=isolated(name))
            self._finish(key, lambda: review.approve_reading(workspace, *key, who), words)

    def _return_reading(self, reason: str) -> None:
        if self._page and (key := self._page.key):
            workspace, who = self._session.workspace, self._session.annotator_id
            name = self._page.reading.annotator if self._page.reading else ""
            words = self.tr("The reading is returned to {name} · saved").format(name=isolated(name))
            self._finish(key, lambda: review.return_reading(workspace, *key, reason, who), words)

    def _reopen_reading(self) -> None:
        if self._page and (key := self._page.key):
            workspace, who = self._session.workspace, self._session.annotator_id
            self._do(lambda: review.reopen_reading(workspace, *key, who), self.tr("The review is open again · saved"))
            self._page.pane.setFocus()

    def _finish(self, key: tuple[UUID, UUID], edit: Callable[[], object], words: str) -> None:
        """Finish with a reading and go on to the one that waits next."""
        page = self._page
        following = page.queue.after(key) if page else None
        if page is None or not self._do(edit, words):
            return
        if following:
            self._open_reading(*following)
        else:
            page.queue.begin()

    def _do(self, edit: Callable[[], object], words: str) -> bool:
        done = self._session.attempt(edit)
        if done:
            self._say(words)
        return done

    def _say(self, words: str) -> None:
        self._window.strip.set_state(words)
        announce(self._window.strip, words)

    # Sources of a correction

    def _name_sources(self, kind: str, ids: Sequence[UUID]) -> None:
        if self._page is not None:
            found = {one.id: one for one in sources.read_sources(self._session.workspace, list(ids))}
            self._page.card.correction.take_sources(kind, [found[key] for key in ids if key in found])

    def _make_source(self, kind: str, name: str) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id

        def take(made: object) -> None:
            self._sources.forget()
            self._name_sources(kind, [made.id])  # type: ignore[attr-defined]

        self._session.attempt(lambda: sources.add_source(workspace, name, who), take)

    def _about(self) -> tuple[DocumentRecord | None, Sequence[AnnotationRecord], Ties]:
        reading = self._page.reading if self._page else None
        draft = self._page.card.correction.draft if self._page else None
        if reading is None:
            return None, (), Ties()
        document = reading.document
        return document, [draft] if draft else [], Ties(document.relations, document.sources)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
        self._task = None
