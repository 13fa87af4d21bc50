"""Disputes in the window: found behind it, shown on their page, settled, and made cases of the guideline."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMetaObject, QObject, QTimer

from annotator.core.records import DocumentSummary
from annotator.errors import Cancelled, NotFound
from annotator.operations import rulings
from annotator.operations.disputed_articles import read_disputed_article
from annotator.operations.disputes import ArticleDisputes, all_disputes, disputes_of
from annotator.operations.label_sets import project_labels
from annotator.operations.people import people
from annotator.operations.seeing import note_seen
from annotator.operations.sources import mask_of
from annotator.store.workspace import Change
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.ui.disputes.answering import Answer
    from annotator.ui.disputes.disputes_page import DisputesPage
    from annotator.ui.session import Session

PAGE = "disputes"
_TABLES = frozenset({"ruling", "reading", "submission", "document", "annotator", "source", "project"})
_READ_AFTER_MILLISECONDS = 150

_Found = dict[UUID, tuple[DocumentSummary, ArticleDisputes]]
"""Articles by key: what lists may show of them, and what is disputed."""


class Ruling(QObject):
    """Keeps the page of disputes up to date while it is shown, and does what is asked there."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._page: DisputesPage | None = None
        self._task: Task | None = None
        self._found: _Found = {}
        self._wanted: UUID | None = None
        self._is_settling = False
        self._seen: set[tuple[UUID, UUID]] = set()
        self._changed: set[UUID] | None = None  # articles to be compared again; None: all
        self._connections: list[QMetaObject.Connection] = []
        self._soon = QTimer(self, interval=_READ_AFTER_MILLISECONDS, singleShot=True)
        self._soon.timeout.connect(self._read)

    def open(self, document_id: UUID | None = None) -> None:
        """Show the page; with the disputes of this article, of the open one, or of the first that has some."""
        self._window.inspector.commit_note()
        page = self._page or self._make()
        self._page = page
        self._look(page)
        self._window.pages.open(PAGE)
        page.begin()
        here = self._session.reading.document
        self._wanted = document_id or (here.id if here else None)
        self._changed = None
        self._read()

    def take(self, change: Change) -> None:
        """Something has been changed: compare again, in a moment, what the page shows of it."""
        if self._page is None or self._is_settling or not change.tables & _TABLES:
            return
        if not change.tables <= {"ruling", "reading", "submission"} or not change.document_ids:
            self._changed = None
        elif self._changed is not None:
            self._changed |= change.document_ids
        if self._window.pages.name == PAGE:
            self._soon.start()

    def show_undone(self, change: Change) -> None:
        """One has taken a step of one's own back: to the dispute that it had settled."""
        if self._page is None or self._window.pages.name != PAGE:
            return
        touched = {key for table, key in change.rows if table == "ruling"}
        for article_id, (_summary, article) in self._found.items():
            for one in article.disputes:
                if one.ruling and one.ruling.id in touched:
                    self._show_article(article_id)
                    self._follow()
                    self._page.go_to(one.id)
                    return

    def see_anew(self) -> None:
        """Somebody else looks now, who may see less: nothing of what was shown stays."""
        self._changed, self._found = None, {}
        if self._page is None:
            return
        self._page.show_article(None)
        self._page.show_articles(())
        if self._window.pages.name == PAGE:
            self._read()

    def close(self) -> None:
        """Let go of the page."""
        self._soon.stop()
        self._stop()
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections.clear()
        if self._page is not None:
            self._page.show_article(None)
            self._page.show_articles(())
            self._page = None

    def _make(self) -> "DisputesPage":
        from annotator.ui.disputes.disputes_page import DisputesPage  # seldom needed, so not with the window

        page = self._window.pages.page(PAGE, partial(DisputesPage, self._window))
        self._connections = [
            page.article_chosen.connect(self._show_article),
            page.place_chosen.connect(self._session.linking.follow_to),
            page.undo_wanted.connect(self._undo),
            page.left.connect(self._window.leave_page),
            page.answering.answered.connect(self._settle),
            page.answering.titled.connect(self._title),
            self._window.choices.changed.connect(self._dress),
        ]
        return page

    def _look(self, page: "DisputesPage") -> None:
        workspace = self._session.workspace
        theme, zoom = self._window.theme, self._window.choices.settings.zoom
        page.set_look(project_labels(workspace), theme, zoom, people(workspace), writable=self._session.writable)
        page.answering.reasons = rulings.reasons_used(workspace)

    def _dress(self) -> None:
        """The theme or the zoom is another one."""
        if self._page:
            self._look(self._page)
            self._page.show_article(self._page.article)

    # Reading

    def _read(self) -> None:
        """Compare behind the window: every article, or those that have changed."""
        self._stop()
        if self._page is None:
            return
        workspace, changed = self._session.workspace, self._changed
        self._changed = set()
        ids = None if changed is None else sorted(changed)
        task = self._session.tasks.make(lambda progress, cancelled: all_disputes(workspace, ids, progress, cancelled))
        self._task = task
        task.finished.connect(lambda found: self._take_found(task, found, ids))
        task.failed.connect(self._fail)
        self._session.tasks.start(task, short=True)

    def _take_found(
        self, task: Task, found: list[tuple[DocumentSummary, ArticleDisputes]], ids: list[UUID] | None
    ) -> None:
        if self._page is None or task is not self._task:
            return
        self._task = None
        mask = mask_of(self._session.workspace)
        told = {one.id: (replace(one, title=mask.text(one.title)), article) for one, article in found}
        kept = {} if ids is None else {key: one for key, one in self._found.items() if key not in set(ids)}
        self._found = dict(sorted((kept | told).items()))
        self._look(self._page)
        self._list()
        shown = self._page.article
        if shown is None or shown.record.id not in self._found:
            self._show_first()
        elif ids is None or self._found[shown.record.id][1] != shown.disputes:
            self._show_article(shown.record.id)

    def _list(self) -> None:
        from annotator.ui.disputes.disputes_page import Overview  # it is there: the page is

        overviews = [
            Overview(summary.id, summary.title, article.comparison.annotator_ids, article.disputes)
            for summary, article in self._found.values()
        ]
        if self._page:
            self._page.show_articles(overviews)

    def _show_first(self) -> None:
        """The article that was asked for, else the first with something open, else the first."""
        if self._page is None:
            return
        lines = self._page.model.lines
        if self._wanted in self._found:
            self._show_article(self._wanted)
        elif lines:
            self._show_article(next((line.id for line in lines if line.open), lines[0].id))
        else:
            self._page.show_article(None)

    def _show_article(self, document_id: UUID) -> None:
        if self._page is None:
            return
        try:
            found = read_disputed_article(self._session.workspace, document_id)
            self._note_seen(document_id)
            self._page.show_article(found)
        except NotFound:
            self._page.show_article(None)  # somebody has just removed it; the list follows in a moment

    def _note_seen(self, document_id: UUID) -> None:
        """Whoever sees here what others say of an article reads it independently no more."""
        seen = (self._session.annotator_id, document_id)
        if seen not in self._seen:
            self._seen.add(seen)
            note_seen(self._session.workspace, document_id, self._session.annotator_id)

    # Writing

    def _settle(self, answer: "Answer") -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        group = answer.dispute.group
        given = group.document_id, group.id, answer.choice, who, answer.reason, answer.case_title
        settle = partial(rulings.rule, workspace, *given, seen=group)
        if self._attempt(settle) and self._page:
            self._page.go_open()

    def _title(self, ruling_id: UUID, title: str) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        self._attempt(lambda: rulings.make_case(workspace, ruling_id, title, who))

    def _undo(self) -> None:
        self._session.undo()
        self._follow()

    def _attempt(self, edit: Callable[[], object]) -> bool:
        """Do an edit of this page's own, and show at once what has become of it; True when it is on the disk."""
        self._is_settling = True
        try:
            done = self._session.attempt(edit)
        finally:
            self._is_settling = False
        if done:
            self._follow()
        return done

    def _follow(self) -> None:
        """Compare the readings of the article that is shown again; its text and who read it are what they were."""
        shown = self._page.article if self._page else None
        if self._page is None or shown is None or shown.record.id not in self._found:
            return
        key = shown.record.id
        try:
            now = disputes_of(self._session.workspace, key)
        except NotFound:
            return  # undo has taken the article away; the list follows in a moment
        self._found[key] = (self._found[key][0], now)
        self._page.answering.reasons = rulings.reasons_used(self._session.workspace)
        self._list()
        self._page.show_article(replace(shown, disputes=now))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
        self._task = None
