"""What is seen of the others' work: less while one reads blind, all of it from the moment one has handed in."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from annotator.errors import AnnotatorError
from annotator.operations import seeing
from annotator.operations.people import people
from annotator.store.workspace import Change

if TYPE_CHECKING:
    from annotator.ui.session import Session

_COMMENTING = "commenting"
_TWO = 2
_SHOWN = frozenset({"annotation", "mark", "comment", "annotator"})
"""Of these the page shows what others did."""


class Seeing(QObject):
    """Shows everything anew when more or less may be seen, and notes when others' work was seen.

    It wakes the actor of comments where there are some: most articles have none.
    """

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._hidden = session.workspace.hidden()
        self._noted: set[tuple[UUID | None, UUID]] = set()
        self._asked_of: tuple[UUID | None, UUID] | None = None
        self._in_doubt = False
        self._people: int | None = None
        self._looked_at: UUID | None = None

    def take(self, change: Change) -> None:
        """An article may have been assigned, or handed in; or something has been said."""
        if "comment" in change.tables:
            self._looked_at = None
        if "annotator" in change.tables:
            self._people = None
        self._in_doubt = self._in_doubt or not change.tables.isdisjoint(_SHOWN)
        if change.tables.isdisjoint({"reading", "document"}):
            return
        try:
            hidden = self._session.workspace.hidden()
        except AnnotatorError as error:
            self._session.tell(error)
            return
        if hidden != self._hidden:
            self._hidden = hidden
            self._session.tell_anew()
            self._session.reading.see_anew()
            self._session.window.library.refresh_all()

    def see_anew(self) -> None:
        """Somebody else looks now."""
        self._hidden, self._looked_at = self._session.workspace.hidden(), None

    def follow(self) -> None:
        """The open article, or what is on it, has changed."""
        document = self._session.reading.document
        if document is None:
            return
        try:
            self._note(document.id)
            self._listen(document.id)
        except AnnotatorError as error:
            self._session.tell(error)

    def _note(self, document_id: UUID) -> None:
        """Note that others' work was seen, once; asked only where there are others, and when something may be new."""
        session = self._session
        viewer = session.workspace.viewer
        here = (viewer, document_id)
        if here != self._asked_of:
            self._asked_of, self._in_doubt = here, True
        if viewer is None or not self._in_doubt or here in self._noted or self._is_alone():
            return
        self._in_doubt = False
        if seeing.note_seen(session.workspace, document_id, viewer):
            self._noted.add(here)

    def _is_alone(self) -> bool:
        if self._people is None:
            self._people = len(people(self._session.workspace))
        return self._people < _TWO

    def _listen(self, document_id: UUID) -> None:
        if _COMMENTING in self._session.__dict__:
            self._session.commenting.follow()
        elif self._looked_at != document_id:
            self._looked_at = document_id
            if seeing.has_comments(self._session.workspace, document_id):
                self._session.commenting.follow()
