"""Copies of the open article: compared, told apart, and one decision applied to all of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.core.schema import Label
from annotator.core.text_diff import differences
from annotator.errors import AnnotatorError, Cancelled
from annotator.operations import applying, copies, copy_groups, documents
from annotator.operations.applying import Application, Applied
from annotator.operations.label_sets import project_labels
from annotator.store.workspace import Workspace
from annotator.ui.banner import Kind, Notice
from annotator.ui.copies.words import applied_words, left_words
from annotator.ui.reader.accessibility import announce
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.ui.copies.apply_dialog import Compared
    from annotator.ui.copies.copies_dialog import CopiesDialog
    from annotator.ui.session import Session

_TOPIC = "copies"
_LOOK_AFTER_MILLISECONDS = 3000  # the window has better things to do when it has just come up

_Proposal = tuple[DocumentRecord, Mapping[UUID, "Compared"], Sequence[Application]]


class Copying(QObject):
    """Shows copies, and asks what is to be applied to them."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._comparing: Task | None = None
        self._look = QTimer(self, singleShot=True, interval=_LOOK_AFTER_MILLISECONDS)
        self._look.timeout.connect(self.look)
        if session.writable:
            self._look.start()
        session.window.inspector.set_title_source(self._source_title)

    def look(self) -> None:
        """Look for copies among articles that came in before copies were looked for; one at a time with other work."""
        workspace = self._session.workspace
        self._start(lambda progress, cancelled: copy_groups.catch_up(workspace, progress, cancelled), short=False)

    def compare(self) -> None:
        """Show the open article beside its copies."""
        article = self._with_copies()
        if article is None:
            return
        from annotator.ui.copies.copies_dialog import CopiesDialog  # seldom needed

        dialog = CopiesDialog(self._session.window, article, self._labels(), self._session.window.theme.name)
        chosen: list[UUID] = []
        dialog.copy_chosen.connect(lambda copy_id: self._compare_with(dialog, article, copy_id))
        dialog.separate_requested.connect(lambda copy_id: self._separate(dialog, article.id, copy_id))
        dialog.open_requested.connect(chosen.append)
        dialog.apply_requested.connect(lambda: QTimer.singleShot(0, self.apply))
        self._show_copies(dialog, article.id)
        try:
            dialog.exec()
        finally:
            self._stop_comparing()
            dialog.deleteLater()
        if chosen:
            self._session.reading.open_document(chosen[0])

    def separate(self) -> None:
        """Say that the open article is no copy of the others."""
        if here := self._session.reading.document:
            workspace, who = self._session.workspace, self._session.annotator_id
            self._session.attempt(lambda: copies.separate(workspace, here.id, who), self._tell_separated)

    def apply(self) -> None:
        """Ask which of one's annotations are to be applied where, and apply them."""
        article = self._with_copies()
        if article is None:
            return
        workspace, who = self._session.workspace, self._session.annotator_id
        task = self._start(
            lambda progress, cancelled: _propose(workspace, article.id, who, progress, cancelled), short=True
        )
        # A project that is being closed waits for what runs; nobody is asked anything then.
        task.finished.connect(lambda proposal: None if task.is_cancelled() else self._choose(proposal))

    def _source_title(self, record: AnnotationRecord) -> str:
        try:
            return applying.source_title(self._session.workspace, record)
        except AnnotatorError:  # the project is being closed, or lost; the window says so elsewhere
            return ""

    def _with_copies(self) -> DocumentRecord | None:
        """The open article as it is now, when it has copies; else that is said."""
        self._session.window.inspector.commit_note()
        here = self._session.reading.document
        if here is None:
            return None
        try:
            if copies.copies_of(self._session.workspace, here.id):
                return documents.read_document(self._session.workspace, here.id)
        except AnnotatorError as error:
            self._session.tell(error)
            return None
        self._say(self.tr("This article has no copies."))
        return None

    def _show_copies(self, dialog: "CopiesDialog", article_id: UUID) -> None:
        found = copies.copies_of(self._session.workspace, article_id)
        if found:
            dialog.set_copies(found, writable=self._session.writable)
        else:
            dialog.accept()

    def _compare_with(self, dialog: "CopiesDialog", article: DocumentRecord, copy_id: UUID) -> None:
        """Work the differences out off the window's thread: long texts take a second."""
        self._stop_comparing()
        workspace = self._session.workspace

        task = self._comparing = self._start(
            lambda _progress, _cancelled: _compared(workspace, article, copy_id), short=True
        )
        task.finished.connect(lambda found: dialog.show_copy(*found) if self._comparing is task else None)

    def _stop_comparing(self) -> None:
        if self._comparing:
            self._comparing.cancel()
        self._comparing = None

    def _separate(self, dialog: "CopiesDialog", article_id: UUID, copy_id: UUID) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id

        def separated(was_one: bool) -> None:
            self._tell_separated(was_one)
            self._show_copies(dialog, article_id)

        if not self._session.attempt(lambda: copies.separate(workspace, copy_id, who), separated):
            dialog.accept()  # the window says why

    def _tell_separated(self, was_one: bool) -> None:
        words = self.tr("Not a copy any more · saved") if was_one else self.tr("This article has no copies.")
        self._say(words)

    def _choose(self, proposal: _Proposal) -> None:
        article, there, proposed = proposal
        if not any(one.can_be_applied for one in proposed):
            self._say(self._nothing_words(proposed))
            return
        from annotator.ui.copies.apply_dialog import ApplyDialog  # seldom needed

        window = self._session.window
        chosen = ApplyDialog.ask(window, article, there, proposed, self._labels(), window.theme.name)
        if chosen:
            workspace, who = self._session.workspace, self._session.annotator_id
            task = self._start(
                lambda _progress, _cancelled: applying.apply_to_copies(workspace, chosen, who), short=True
            )
            task.finished.connect(self._report)

    def _nothing_words(self, proposed: Sequence[Application]) -> str:
        if not proposed:
            return self.tr("You have no annotations in this article.")
        if any(one.is_there for one in proposed):
            return self.tr("The copies have your annotations already.")
        return self.tr("None of what you annotated is in the copies.")

    def _report(self, report: Applied) -> None:
        self._say(applied_words(report))
        if report.left:
            self._session.window.banner.say(Notice(_TOPIC, left_words(report), Kind.WARNING))
        else:
            self._session.window.banner.clear(_TOPIC)

    def _say(self, words: str) -> None:
        self._session.window.strip.set_state(words)
        announce(self._session.window.reader, words)

    def _labels(self) -> Mapping[str, Label]:
        return {label.key: label for label in project_labels(self._session.workspace).labels}

    def _start(self, work: Callable[[Any, Any], Any], *, short: bool) -> Task:
        task = self._session.tasks.make(work)
        task.failed.connect(self._failed)
        self._session.tasks.start(task, short=short)
        return task

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)


def _propose(workspace: Workspace, article_id: UUID, who: UUID, progress: Any, cancelled: Any) -> _Proposal:
    """What could be applied, with the texts that are needed to look at it."""
    proposed = applying.propose(workspace, article_id, who, None, progress, cancelled)
    there = dict.fromkeys(one.copy_id for one in proposed)
    article = documents.read_document(workspace, article_id)
    return article, {key: _compared(workspace, article, key) for key in there}, proposed


def _compared(workspace: Workspace, article: DocumentRecord, copy_id: UUID) -> "Compared":
    from annotator.ui.copies.apply_dialog import Compared  # its dialog is seldom needed

    copy = documents.read_document(workspace, copy_id)
    return Compared(copy, differences(article.text, copy.text))
