"""The details of the open article: asked for in a form, written as one step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.errors import Cancelled
from annotator.operations.details import DETECT, details_of, set_details_of_many

if TYPE_CHECKING:
    from uuid import UUID

    from annotator.ui.session import Session


class Detailing(QObject):
    """Shows the form and writes what a person changed in it, and nothing else."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session

    def choose(self) -> None:
        """Ask for the details of the open article."""
        from annotator.ui.details.details_dialog import DetailsDialog  # seldom needed, and not at the start

        self._session.window.inspector.commit_note()
        here = self._session.reading.document
        if here is None:
            return
        changes = DetailsDialog.ask(
            self._session.window,
            details_of(here),
            self._session.window.library.languages(),
            older_version=here.superseded_by is not None,
        )
        if changes:
            self.write(here.id, changes)

    def write(self, document_id: "UUID", changes: dict[str, str]) -> None:
        """Write changed details; where the language is to be found out, off the window's thread."""
        workspace, who = self._session.workspace, self._session.annotator_id
        if changes.get("language") != DETECT:
            self._session.attempt(lambda: set_details_of_many(workspace, [document_id], changes, who))
            return
        task = self._session.tasks.make(
            lambda _progress, _cancelled: set_details_of_many(workspace, [document_id], changes, who)
        )
        task.failed.connect(self._failed)
        self._session.tasks.start(task, short=True)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)
