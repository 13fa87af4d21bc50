"""The links of the annotation in focus: drawn on the page, listed in the inspector, followed and taken away."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from annotator.errors import AnnotatorError, EditConflict, InvalidLabelSet
from annotator.operations import links, relations
from annotator.operations.links import LinkEnd
from annotator.ui.links.row_words import LinkRows
from annotator.ui.reader.accessibility import announce
from annotator.ui.reader.ties import Tie

if TYPE_CHECKING:
    from annotator.ui.session import Session

_MOST_SPOKEN = 3


class ShownLinks(QObject):
    """Keeps page and inspector on the links there are. `rows` makes what is listed."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._reader, self._inspector = session.window.reader, session.window.inspector
        self.rows = LinkRows(session)
        self._shown: UUID | None = None
        self._ends: list[LinkEnd] = []
        listed = self._inspector.links
        self._connections = [listed.removed.connect(self.remove), listed.followed.connect(self.follow_to)]

    def forget(self) -> None:
        """What is shown may be other than it was."""
        self._shown = None

    def follow(self) -> None:
        """Show the links of the annotation that is meant now."""
        current = self._reader.current_annotation()
        if current and current.id == self._shown:
            return
        self._shown = current.id if current else None
        try:
            self._ends = links.links_of(self._session.workspace, current.id) if current else []
        except AnnotatorError as error:
            self._ends = []
            self._session.tell(error)
        ties = [Tie(end.title, end.inward, self._reader.annotation(end.annotation.id)) for end in self._ends]
        self._reader.ties.show(self._shown, ties)
        rows = [self.rows.of_end(end) for end in self._ends]
        self._inspector.links.set_links(rows)
        announce(self._reader, ". ".join(row.spoken for row in rows[:_MOST_SPOKEN]))

    def follow_to(self, document_id: UUID, annotation_id: UUID) -> None:
        """Show the other end of a link."""
        here = self._session.reading.document
        if here is None or here.id != document_id:
            self._session.reading.open_document(document_id)
        self._session.window.focus_reader()
        self._reader.focus_annotation(annotation_id)

    def unlink(self) -> None:
        """Take the only link of the annotation in focus away; of several, ask which in the inspector."""
        self._session.refresh_now()
        if not self._ends:
            self.say(self.tr("This annotation has no links."))
        elif len(self._ends) == 1:
            self.remove(self._ends[0].relation.id)
        else:
            self._inspector.show()
            self._inspector.focus_links()
            self.say(self.tr("There are several links: choose one with the arrows, Del removes it."))

    def remove(self, relation_id: UUID) -> None:
        """Take a link away."""
        workspace, who = self._session.workspace, self._session.annotator_id
        was_listed = self._inspector.links.list_view.hasFocus()
        if self.change(lambda: relations.unlink(workspace, [relation_id], who)):
            self.tell_done(self.tr("Link removed · saved"))
            self._session.refresh_now()
            if was_listed and not self._ends:
                self._session.window.focus_reader()

    def change(self, edit: Callable[[], object]) -> bool:
        """Make an edit; what the rules or a colleague's rights forbid is said beside the text, and nothing is lost."""
        refused = ""

        def guarded() -> None:
            nonlocal refused
            try:
                edit()
            except (InvalidLabelSet, EditConflict) as error:
                refused = str(error)

        done = self._session.attempt(guarded)
        if refused:
            self.say(refused)
        return done and not refused

    def say(self, words: str) -> None:
        """Say something of the annotation in focus, on the strip and aloud."""
        self._session.window.strip.say_here(words)
        announce(self._reader, words)

    def tell_done(self, words: str) -> None:
        """Say that something is on the disk, on the strip and aloud."""
        self._session.window.strip.set_state(words)
        announce(self._reader, words)

    def close(self) -> None:
        """Let go of the window."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections.clear()
        self._reader.ties.show(None, ())
        self._inspector.links.set_links(())
