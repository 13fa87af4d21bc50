"""The dialog of suggestions while it is open: what it shows is counted and learned behind the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from annotator.core.learned.training import Learned
from annotator.core.suggestion_policy import SuggestionPolicy
from annotator.errors import AnnotatorError
from annotator.operations import learning
from annotator.operations.label_sets import project_labels
from annotator.operations.suggestion_influence import influence
from annotator.ui.suggestions.suggestions_dialog import SuggestionsDialog
from annotator.ui.tasks import Task, Work

if TYPE_CHECKING:
    from annotator.ui.session import Session


class Asking:
    """Answers what one dialog wants to know, until it is closed; what is not done by then is stopped."""

    def __init__(self, session: "Session", policy: SuggestionPolicy) -> None:
        self._session, self._workspace = session, session.workspace
        labels = project_labels(session.workspace).main
        self.dialog = SuggestionsDialog(session.window, policy, labels, session.window.theme.name)
        self._tasks: list[Task] = []
        self._is_open = True

    def ask(self, learned: Callable[[], None]) -> SuggestionPolicy | None:
        """Show the dialog; the policy that is wanted, None for none. `learned` is called when more has been learned."""
        workspace, dialog = self._workspace, self.dialog

        def end_learning(found: Learned) -> None:
            dialog.learned.show_learned(found.judgements, is_newest=True)
            learned()

        def known() -> tuple[Learned, bool]:
            return learning.learned_before(workspace), learning.is_up_to_date(workspace)

        def learn() -> None:
            task = self._start(
                lambda progress, cancelled: learning.learn(workspace, progress, cancelled),
                end_learning,
                lambda error: dialog.learned.show_failure(self._words(error)),
            )
            task.progressed.connect(self._while_open(dialog.learned.show_progress))

        self._start(
            lambda _progress, _cancelled: known(),
            lambda found: dialog.learned.show_learned(found[0].judgements, is_newest=found[1]),
            lambda error: dialog.learned.show_failure(self._words(error)),
        )
        self._start(
            lambda _progress, cancelled: influence(workspace, cancelled), dialog.show_influence, dialog.show_failure
        )
        dialog.learned.learn_requested.connect(learn)
        try:
            is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
            return dialog.policy() if is_wanted else None
        finally:
            self._is_open = False
            for task in self._tasks:
                task.cancel()
            dialog.deleteLater()

    def _start(self, work: Work, then: Callable[..., None], failed: Callable[[Exception], None]) -> Task:
        task = self._session.tasks.make(work)
        task.finished.connect(self._while_open(then))
        task.failed.connect(self._while_open(failed))
        self._tasks.append(task)
        self._session.tasks.start(task, short=True)
        return task

    def _while_open(self, show: Callable[..., None]) -> Callable[..., None]:
        """Shows what a task tells as long as there is a dialog to show it in."""

        def told(*found: object) -> None:
            if self._is_open:
                show(*found)

        return told

    def _words(self, error: Exception) -> str:
        if isinstance(error, AnnotatorError):
            return str(error)
        return self.dialog.tr("Something went wrong that the program did not expect; the log says what.")
