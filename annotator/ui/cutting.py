"""Sentences cut anew: asked for, counted before it is done, done in the background, told how it went."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from annotator.core.quote_policy import QuoteChanges
from annotator.errors import Cancelled
from annotator.operations import resplit, sentences
from annotator.operations.resplit import Resplit, Scope
from annotator.ui.banner import Kind, Notice, Way
from annotator.ui.lines import number
from annotator.ui.sentences.choices import choices
from annotator.ui.sentences.counts import change_words, stopped_words
from annotator.ui.sentences.sentences_dialog import SentencesDialog
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.ui.session import Session

_TOPIC = "cutting"
_FEW = 64  # done before a person has read how far it is


class Cutting(QObject):
    """Cuts the sentences of the project or of the open article anew."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._counting: Task | None = None

    def choose(self) -> None:
        """Ask how quotations are to be cut, say what that would change, and do it."""
        self._session.window.inspector.commit_note()
        workspace = self._session.workspace
        policy = resplit.quote_policy(workspace)
        dialog = SentencesDialog(self._session.window, choices(resplit.language_counts(workspace), policy))
        dialog.choice_changed.connect(lambda changes: self._count(dialog, changes))
        self._count(dialog, {})
        try:
            if dialog.exec() == QDialog.DialogCode.Accepted:
                self.cut(dialog.changes())
        finally:
            self._stop_counting()
            dialog.deleteLater()

    def cut(self, changes: QuoteChanges | None = None, ids: Sequence[UUID] | None = None) -> None:
        """Cut these articles anew (None: all), with these changes of the newsroom's choice from now on."""
        workspace, who = self._session.workspace, self._session.annotator_id
        task = self._session.tasks.make(
            lambda progress, cancelled: resplit.resplit(workspace, who, changes, Scope(ids), progress, cancelled)
        )
        if ids is None:
            many = self._session.document_count > _FEW
            self._session.window.batch.follow(task, self.tr("Cutting sentences anew"), long=many)
        task.finished.connect(self._report)
        task.failed.connect(self._failed)
        self._session.tasks.start(task, short=ids is not None)

    def cut_current(self) -> None:
        """Cut the open article anew."""
        if here := self._session.reading.document:
            self.cut(ids=[here.id])

    def forget_corrections(self) -> None:
        """Take back what was split and joined by hand in the open article."""
        here = self._session.reading.document
        if here is None:
            return
        workspace, who, key = self._session.workspace, self._session.annotator_id, here.id
        self._session.attempt(
            lambda: sentences.forget_corrections(workspace, key, who),
            lambda count: self._session.window.strip.set_state(self._forgotten_words(count)),
        )

    def take_words_away(self) -> None:
        """What was said of the last time is no longer so."""
        self._session.window.banner.clear(_TOPIC)

    def _forgotten_words(self, count: int) -> str:
        if not count:
            return self.tr("Nothing was split or joined by hand in this article")
        if count == 1:
            return self.tr("1 split or join by hand forgotten · saved")
        return self.tr("{n} splits and joins by hand forgotten · saved").format(n=number(count))

    def _count(self, dialog: SentencesDialog, changes: QuoteChanges) -> None:
        """Work out off the window's thread what a choice would change."""
        self._stop_counting()
        workspace = self._session.workspace
        task = self._session.tasks.make(
            lambda progress, cancelled: resplit.preview_resplit(
                workspace, changes, progress=progress, cancelled=cancelled
            )
        )
        self._counting = task
        dialog.show_progress(0, 0)
        task.progressed.connect(self._while_meant(task, dialog.show_progress))
        task.finished.connect(self._while_meant(task, dialog.show_count))
        task.failed.connect(self._while_meant(task, dialog.show_failure))
        self._session.tasks.start(task, short=True)

    def _while_meant(self, task: Task, show: Callable[..., None]) -> Callable[..., None]:
        """Shows what a count tells; not that of an earlier choice, which may still be on its way."""

        def told(*found: Any) -> None:
            if self._counting is task:
                show(*found)

        return told

    def _stop_counting(self) -> None:
        if self._counting:
            self._counting.cancel()
        self._counting = None

    def _report(self, found: Resplit) -> None:
        if not found.cancelled:
            self._session.window.banner.clear(_TOPIC)
            self._session.window.strip.set_state(change_words(found, done=True))
            return
        go_on = Way(self.tr("Go on"), self._go_on)
        self._session.window.banner.say(Notice(_TOPIC, stopped_words(found), Kind.INFO, (go_on,)))

    def _go_on(self) -> None:
        self.take_words_away()
        self.cut()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)
