"""Handing the open article in: what is missing is told with a way to each place; and getting it back."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from annotator.core.readings import ReadingRecord, State
from annotator.core.schema import LabelSet, Severity
from annotator.core.validation import Problem
from annotator.errors import Cancelled, Closed, Incomplete
from annotator.operations import documents, readings, todo
from annotator.operations.checking import ArticleCheck, Finding
from annotator.operations.label_sets import project_labels
from annotator.ui.banner import Kind, Notice, Way
from annotator.ui.checks.check_dialog import CheckDialog
from annotator.ui.checks.check_words import check_words
from annotator.ui.lines import number, one_line
from annotator.ui.reader.accessibility import announce
from annotator.ui.standing import READING

if TYPE_CHECKING:
    from annotator.ui.session import Session


class Submitting(QObject):
    """Hands in, takes back, begins new versions; says on the banner what became of it."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._dialog: CheckDialog | None = None

    def submit(self) -> None:
        """Hand the open article in, or tell what stands against it. Worked out off the window's thread."""
        session = self._session
        session.window.inspector.commit_note()
        document, reading = session.reading.document, session.standing.reading
        if document is None:
            return
        if reading and reading.is_closed:
            self.reopen()
            return
        workspace, key, who = session.workspace, document.id, session.annotator_id

        def work(_progress: object, _cancelled: object) -> tuple[bool, ArticleCheck, LabelSet]:
            missing = readings.what_is_missing(workspace, key, who)
            try:
                readings.submit(workspace, key, who)
            except Incomplete:
                return False, missing, project_labels(workspace)
            return True, missing, project_labels(workspace)

        task = session.tasks.make(work)
        task.finished.connect(lambda told: self._tell(*told))
        task.failed.connect(self._failed)
        session.tasks.start(task, short=True)

    def reopen(self) -> None:
        """Get the open article back: taken back where it is handed in, a new version where it is approved."""
        document, reading = self._session.reading.document, self._session.standing.reading
        if document is None or reading is None or not reading.is_closed:
            self._session.window.strip.say_here(self.tr("This article is not handed in."))
        elif reading.state is State.APPROVED:
            self._ask_why(document.id)
        else:
            self._say_how(self.tr("You have handed this article in."), State.SUBMITTED, document.id)

    def explain(self, error: Closed) -> None:
        """Something that is handed in would have been changed: say so, and how to get it back."""
        here = self._session.reading.document
        words = str(error)
        if isinstance(error.document_id, UUID) and (here is None or here.id != error.document_id):
            found = documents.list_documents(self._session.workspace, [error.document_id])
            title = one_line(found[0].title) if found else ""
            words = self.tr("“{title}”: {words}").format(title=title, words=words)
        if isinstance(error.document_id, UUID):
            self._say_how(words, State(error.state), error.document_id)

    def show_returned(self) -> None:
        """List the annotations of the open article that a reviewer has returned, each with a way to it."""
        document = self._session.reading.document
        if document is None:
            return
        workspace, who = self._session.workspace, self._session.annotator_id
        returned = {one.annotation_id: one for one in todo.returned_in(workspace, document.id, who)}
        records = {one.id: one for one in document.annotations} | {
            one.id: one for one in self._session.window.reader.annotations()
        }
        findings = tuple(
            Finding(records[key], Problem("returned", Severity.HARD, one.words, ""))
            for key, one in returned.items()
            if key in records
        )
        if not findings:
            self._session.window.strip.say_here(self.tr("No single annotation was returned."))
            return
        words = (
            self.tr("1 annotation was returned.") if len(findings) == 1 else self.tr("{n} annotations were returned.")
        )
        check = ArticleCheck(document, findings, 0)
        title = self.tr("Returned annotations")
        self._show(check, project_labels(workspace), title, words.format(n=number(len(findings))))

    def close(self) -> None:
        """The project is being closed."""
        self._put_away()

    def _tell(self, is_done: bool, missing: ArticleCheck, label_set: LabelSet) -> None:
        document = self._session.reading.document
        if document is None or missing.document.id != document.id:
            return  # another article has been opened meanwhile
        self._put_away()
        if not is_done:
            self._session.describing.show_checked(document.id)
            words = self.tr("This article cannot be handed in yet. {words}").format(words=check_words(missing))
            self._show(missing, label_set, self.tr("Hand in"), words)
            return
        self._session.refresh_now()
        words = self.tr("Handed in; nothing was missing.")
        if missing.findings or missing.undecided:
            told = check_words(missing) if missing.findings else self._undecided_words(missing.undecided)
            words = self.tr("Handed in. {words}").format(words=told)
        self._say_how(words, State.SUBMITTED, document.id, Kind.INFO)
        announce(self._session.window.reader, words)

    def _undecided_words(self, count: int) -> str:
        words = self.tr("1 sentence is undecided.") if count == 1 else self.tr("{n} sentences are undecided.")
        return words.format(n=number(count))

    def _say_how(self, words: str, state: State, document_id: UUID, kind: Kind = Kind.WARNING) -> None:
        way = Way(self.tr("Take it back"), lambda: self._take_back(document_id))
        if state is State.APPROVED:
            way = Way(self.tr("New version…"), lambda: self._ask_why(document_id))
        self._session.window.banner.say(Notice(READING, words, kind, (way,)))

    def _take_back(self, document_id: UUID) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        self._session.attempt(
            lambda: readings.take_back(workspace, document_id, who),
            lambda _told: self._say_open(self.tr("Taken back. Hand it in again when you are done.")),
        )

    def _ask_why(self, document_id: UUID) -> None:
        from annotator.ui.my_work.reason_dialog import ReasonDialog  # seldom needed

        dialog = ReasonDialog(
            self._session.window,
            self.tr("New version"),
            self.tr("Your reading of this article is approved. Why does it have to change?"),
            self.tr("Begin a new version"),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(lambda reason: self._begin_anew(document_id, reason))
        dialog.open()

    def _begin_anew(self, document_id: UUID, reason: str) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id

        def tell(told: ReadingRecord) -> None:
            words = self.tr("Version {n} is begun. Hand it in when you are done.").format(n=number(told.version))
            self._say_open(words)

        self._session.attempt(lambda: readings.take_up_again(workspace, document_id, who, reason), tell)

    def _say_open(self, words: str) -> None:
        self._session.refresh_now()
        self._session.window.banner.clear(READING)
        self._session.window.strip.set_state(words)
        announce(self._session.window.reader, words)
        self._session.window.activateWindow()
        self._session.window.return_focus()

    def _show(self, found: ArticleCheck, label_set: LabelSet, title: str, words: str) -> None:
        self._put_away()
        dialog = CheckDialog(self._session.window, found, label_set, self._session.window.theme.name)
        dialog.setWindowTitle(title)
        dialog.summary.setText(words)
        dialog.place_chosen.connect(lambda key, field: self._session.checking.go_to(key, field))
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.show()

    def _put_away(self) -> None:
        if self._dialog:
            self._dialog.close()

    def _forget(self) -> None:
        self._dialog = None

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.refuse(error)
