"""What is seen of the others' work: less while one reads blind, all of it from the moment one has handed in."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from annotator.errors import AnnotatorError
from annotator.operations import seeing
from annotator.operations.annotators import name_of
from annotator.store.workspace import Change

if TYPE_CHECKING:
    from annotator.ui.session import Session

_COMMENTING = "commenting"


class Seeing(QObject):
    """Shows everything anew when more or less may be seen, and notes when others' work was seen.

    It wakes the actor of comments where there are some: most articles have none.
    """

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._hidden = session.workspace.hidden()
        self._noted: set[tuple[UUID, UUID]] = set()
        self._names: dict[UUID, str] = {}
        self._looked_at: UUID | None = None

    def take(self, change: Change) -> None:
        """An article may have been assigned, or handed in; or something has been said."""
        if "comment" in change.tables:
            self._looked_at = None
        if "annotator" in change.tables:
            self._names.clear()
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
        """Note what was seen, once; others' annotations that are on the page are found without a query."""
        session = self._session
        viewer = session.workspace.viewer
        if viewer is None or not session.writable or (viewer, document_id) in self._noted:
            return
        if any(one.annotator != self._name_of(viewer) for one in session.window.reader.annotations()):
            self._noted.add((viewer, document_id))
            seeing.note_seen(session.workspace, document_id, viewer)

    def _name_of(self, viewer: UUID) -> str:
        if viewer not in self._names:
            self._names[viewer] = name_of(self._session.workspace, viewer)
        return self._names[viewer]

    def _listen(self, document_id: UUID) -> None:
        if _COMMENTING in self._session.__dict__:
            self._session.commenting.follow()
        elif self._looked_at != document_id:
            self._looked_at = document_id
            if seeing.has_comments(self._session.workspace, document_id):
                self._session.commenting.follow()
