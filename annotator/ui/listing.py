"""The library kept as the project is: all of it read once, then only what changes."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from annotator.core.records import DocumentSummary
from annotator.errors import AnnotatorError
from annotator.operations import documents
from annotator.store.workspace import Change
from annotator.ui import fonts

if TYPE_CHECKING:
    from annotator.ui.session import Session

_TITLES_LOOKED_AT = 300
# A batch that is being loaded changes the list many times a second; while more comes it waits a little longer.
_LIST_AFTER_MILLISECONDS = 250
_MANY = 2000  # of more articles than this that changed, reading all is as quick


class Listing(QObject):
    """Knows every article's line, and shows them in the library."""

    def __init__(self, session: "Session", summaries: Sequence[DocumentSummary]) -> None:
        super().__init__(session)
        self._session = session
        self._known = {summary.id: summary for summary in summaries}
        self._changed: set[UUID] = set()
        self._soon = QTimer(self, interval=_LIST_AFTER_MILLISECONDS, singleShot=True)
        self._soon.timeout.connect(session.list_documents)

    @property
    def count(self) -> int:
        """How many articles there are."""
        return len(self._known)

    @property
    def newest_count(self) -> int:
        """How many articles there are, each with all its versions counted once."""
        return sum(summary.superseded_by is None for summary in self._known.values())

    def newest_first(self) -> list[DocumentSummary]:
        """Every article's line but those of older versions, the article that was loaded last first."""
        newest = (summary for summary in self._known.values() if summary.superseded_by is None)
        return sorted(newest, key=lambda summary: summary.loaded_at, reverse=True)

    def take(self, change: Change) -> None:
        """Note what an edit has changed; the list follows in a moment."""
        changed = [key for table, key in change.rows if table == "document"]
        if changed:
            self._changed.update(changed)
            if not self._soon.isActive():
                self._soon.start()

    def refresh(self) -> None:
        """Show what has changed since the last time."""
        self._soon.stop()
        changed, self._changed = self._changed, set()
        if not changed:
            return
        try:
            self._read(changed)
        except AnnotatorError as error:
            self._changed |= changed
            self._session.tell(error)
            return
        self.show()

    def show(self) -> None:
        """Put the articles that are known into the library."""
        summaries = list(self._known.values())
        titles = (summary.title for summary in summaries[-_TITLES_LOOKED_AT:])
        fonts.load_fonts_for(" ".join(titles))
        self._session.window.library.set_documents(summaries)

    def has(self, document_id: UUID) -> bool:
        """True when this article is in the project, as far as is known here."""
        return document_id in self._known

    def stop(self) -> None:
        """Show no more changes."""
        self._soon.stop()

    def _read(self, changed: Iterable[UUID]) -> None:
        wanted = set(changed)
        if len(wanted) > _MANY:
            self._known = {summary.id: summary for summary in documents.list_documents(self._session.workspace)}
            return
        there = {summary.id: summary for summary in documents.list_documents(self._session.workspace, list(wanted))}
        for key in wanted - there.keys():
            self._known.pop(key, None)
        self._known |= there
