"""Giving articles to annotators from the window."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from annotator.core.assigning import Pair, Plan
from annotator.errors import AnnotatorError, Cancelled
from annotator.operations import assignments
from annotator.operations.people import people
from annotator.store.workspace import Change
from annotator.ui.assign.assign_dialog import OPEN_ONE, SHARE, UNSURE, AssignDialog, Wish
from annotator.ui.assign.assigned_dialog import AssignedDialog
from annotator.ui.banner import Notice
from annotator.ui.lines import number
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.ui.session import Session

_PAUSE_MILLISECONDS = 150
_NOTICE = "assigned"


class Assigning(QObject):
    """Shows the dialog, works out what it asks for beside the window's thread, and assigns what was shown."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._dialog: AssignDialog | None = None
        self._assigned: AssignedDialog | None = None
        self._plan: Plan | None = None
        self._seed = 0
        self._asked = 0
        self._task: Task | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._work_out)

    def open(self) -> None:
        """Ask which articles go to whom."""
        if self._dialog:
            self._dialog.activateWindow()
            return
        window, document = self._session.window, self._session.reading.document
        try:
            there = people(self._session.workspace)
        except AnnotatorError as error:
            self._session.tell(error)
            return
        self._seed, self._plan = assignments.new_seed(), None
        is_newest = document is not None and document.superseded_by is None
        title = document.title if document and is_newest else ""
        self._dialog = dialog = AssignDialog(window, there, window.theme.name, title)
        dialog.changed.connect(self._ask)
        dialog.accepted.connect(self._assign)
        dialog.finished.connect(self._forget)
        dialog.open()

    def open_assigned(self) -> None:
        """Show what is assigned to whom."""
        if self._assigned:
            self._assigned.activateWindow()
            return
        self._assigned = dialog = AssignedDialog(self._session.window)
        dialog.removal_wanted.connect(self._take_away)
        dialog.article_chosen.connect(self._open_article)
        dialog.finished.connect(self._forget_assigned)
        self._show_assigned()
        dialog.open()

    def take(self, change: Change) -> None:
        """Something may have been assigned, begun or handed in."""
        if not change.tables.isdisjoint({"reading", "annotation", "mark"}):
            self._show_assigned()

    def close(self) -> None:
        """The project is being closed."""
        self._pause.stop()
        for dialog in (self._dialog, self._assigned):
            if dialog:
                dialog.close()

    def _ask(self, wish: Wish) -> None:
        self._plan = None
        self._stop()
        if self._dialog is None:
            return
        if not wish.people:
            self._pause.stop()
            self._dialog.show_plan(None)
            return
        self._dialog.show_working()
        self._pause.start()

    def _work_out(self) -> None:
        if self._dialog is None:
            return
        wish, workspace, seed = self._dialog.wish(), self._session.workspace, self._seed
        document = self._session.reading.document
        here = [document.id] if document else []

        def work(_progress: object, cancelled: object) -> Plan:
            if wish.way == OPEN_ONE:
                return assignments.plan_articles(workspace, here, wish.people, in_turn=wish.in_turn)
            if wish.way == UNSURE:
                return assignments.plan_unsure(
                    workspace,
                    wish.people,
                    wish.amount,
                    in_turn=wish.in_turn,
                    cancelled=cancelled,  # type: ignore[arg-type]
                )
            return assignments.plan_at_random(
                workspace,
                wish.people,
                number=None if wish.way == SHARE else wish.amount,
                percent=wish.amount if wish.way == SHARE else None,
                seed=seed,
                only_handed_in=wish.only_handed_in,
                in_turn=wish.in_turn,
            )

        self._asked += 1
        asked = self._asked
        self._task = task = self._session.tasks.make(work)
        task.finished.connect(lambda plan: self._show(asked, plan))
        task.failed.connect(lambda error: self._fail(asked, error))
        self._session.tasks.start(task, short=wish.way != UNSURE)

    def _show(self, asked: int, plan: Plan) -> None:
        if self._dialog and asked == self._asked:
            self._plan = plan
            self._dialog.show_plan(plan)

    def _fail(self, asked: int, error: Exception) -> None:
        if self._dialog and asked == self._asked and not isinstance(error, Cancelled):
            self._dialog.show_failure(str(error))

    def _assign(self) -> None:
        if self._dialog is None or self._plan is None:
            return
        plan, wish, session = self._plan, self._dialog.wish(), self._session
        by, blind = session.annotator_id, wish.blind
        session.attempt(lambda: assignments.assign(session.workspace, plan.pairs, by, blind=blind), self._tell)

    def _tell(self, given: int) -> None:
        words = self.tr("1 reading was assigned.") if given == 1 else self.tr("{n} readings were assigned.")
        self._session.window.banner.say(Notice(_NOTICE, words.format(n=number(given))))

    def _show_assigned(self) -> None:
        if self._assigned:
            try:
                self._assigned.show_assignments(assignments.read_assignments(self._session.workspace))
            except AnnotatorError as error:
                self._session.tell(error)

    def _take_away(self, pairs: list[Pair]) -> None:
        session = self._session
        session.attempt(lambda: assignments.unassign(session.workspace, pairs, session.annotator_id))

    def _open_article(self, document_id: UUID) -> None:
        if self._assigned:
            self._assigned.close()
        self._session.reading.open_document(document_id)

    def _forget_assigned(self) -> None:
        self._assigned = None

    def _stop(self) -> None:
        self._asked += 1
        if self._task:
            self._task.cancel()
            self._task = None

    def _forget(self) -> None:
        self._pause.stop()
        self._stop()
        self._dialog = None
