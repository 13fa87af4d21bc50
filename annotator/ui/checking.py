"""The check of the open article: what is still to be put right before it is handed in."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from annotator.core.validation import NOTE
from annotator.errors import Cancelled
from annotator.operations import checking
from annotator.operations.checking import ArticleCheck
from annotator.operations.label_sets import project_labels
from annotator.ui.checks.check_dialog import CheckDialog
from annotator.ui.checks.check_words import check_words
from annotator.ui.reader.accessibility import announce

if TYPE_CHECKING:
    from annotator.ui.session import Session


class Checking(QObject):
    """Checks one's own annotations, says what was found, and leads to it. From then on fields show what is hard."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._dialog: CheckDialog | None = None

    def check(self) -> None:
        """Check the open article, off the window's thread: it may have thousands of annotations."""
        window, workspace = self._session.window, self._session.workspace
        window.inspector.commit_note()
        document = self._session.reading.document
        if document is None:
            return
        key, annotator = document.id, window.choices.settings.annotator_name
        task = self._session.tasks.make(
            lambda _progress, _cancelled: (
                checking.check_article(workspace, key, annotator),
                project_labels(workspace),
            )
        )
        task.finished.connect(lambda told: self._tell(*told))
        task.failed.connect(self._failed)
        self._session.tasks.start(task, short=True)

    def close(self) -> None:
        """The project is being closed."""
        self._put_away()

    def _tell(self, found: ArticleCheck | None, label_set: object) -> None:
        document = self._session.reading.document
        if found is None or document is None or found.document.id != document.id:
            return  # another article has been opened meanwhile
        self._session.describing.show_checked(document.id)
        self._put_away()
        words = check_words(found)
        if not found.findings:
            self._session.window.strip.say_here(words)
            announce(self._session.window.reader, words)
            return
        dialog = CheckDialog(self._session.window, found, label_set, self._session.window.theme.name)  # type: ignore[arg-type]
        dialog.place_chosen.connect(self.go_to)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.show()

    def go_to(self, annotation_id: UUID, field: str) -> None:
        """To the annotation, and to where the problem is put right: a field, the note, or the text itself."""
        window = self._session.window
        window.activateWindow()
        window.focus_reader()
        self._session.tagging.reveal(annotation_id)
        self._session.refresh_now()
        window.inspector.show()
        if field == NOTE:
            window.inspector.focus_note()
        elif field:
            window.inspector.focus_field(field)

    def _put_away(self) -> None:
        if self._dialog:
            self._dialog.close()

    def _forget(self) -> None:
        self._dialog = None

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)
