"""A dataset out of the project: asked for, written in the background, told how it went."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from annotator.ui.session import Session


class Exporting(QObject):
    """Exports what the person chose in the dialog."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session

    def choose(self) -> None:
        """Ask what to export, and export it."""
