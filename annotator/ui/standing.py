"""How far one is with the open article: read when it is opened and when that may have changed, and shown over it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from annotator.core.readings import ReadingRecord, State
from annotator.core.todo import Todo
from annotator.errors import AnnotatorError
from annotator.operations import readings, todo
from annotator.operations.annotators import name_of
from annotator.store.workspace import Change
from annotator.ui.banner import Kind, Notice, Way
from annotator.ui.lines import isolated, one_line

if TYPE_CHECKING:
    from annotator.ui.session import Session

READING, _RETURNED = "reading", "returned"
"""Topics of the banner: what was done with one's reading of the open article; that it was returned."""

_SAID = frozenset({"reading", "verdict"})
_WORK = frozenset({"annotation", "mark"})


class Standing(QObject):
    """Keeps the state on the bar over the text. `reading` is one's own of the open article, None without one."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self.reading: ReadingRecord | None = None
        self._returned: dict[UUID, Todo] = {}
        self._of: tuple[UUID, UUID] | None = None
        self._is_stale = False
        session.window.library.set_state_source(self._states_of)

    @property
    def is_closed(self) -> bool:
        """True while one has handed the open article in and not got it back."""
        here, known = self._session.reading.document, self.reading
        return known is not None and here is not None and known.document_id == here.id and known.is_closed

    def take(self, change: Change) -> None:
        """Something has changed, and with it perhaps how far one is."""
        if self._of is None or self._of[0] not in change.document_ids:
            return
        # Whether there is work at all is asked only where that is the question.
        begun = self.reading is None or self.reading.state in (State.UNREAD, State.IN_PROGRESS)
        if not change.tables.isdisjoint(_SAID) or (begun and change.tables & _WORK):
            self._is_stale = True

    def see_anew(self) -> None:
        """Somebody else looks."""
        self._of = None
        self._session.window.library.set_state_source(self._states_of)

    def follow(self) -> None:
        """Show the state of the article that is open now."""
        document = self._session.reading.document
        of = (document.id, self._session.annotator_id) if document and not document.superseded_by else None
        if of != self._of:
            self._session.window.banner.clear(READING)
        elif not self._is_stale:
            return
        self._of, self._is_stale = of, False
        try:
            self.reading = readings.reading_of(self._session.workspace, *of) if of else None
        except AnnotatorError as error:
            self._session.tell(error)
            return
        self.show()
        self._tell_returned()
        self._read_returned()

    def show(self) -> None:
        """Draw the state, in the theme of now."""
        window = self._session.window
        window.reading_state.show_reading(self.reading, window.theme)

    def returned_words(self, annotation_id: UUID) -> str:
        """Who has returned an annotation of the open article, and why; "" where nobody has. Reads nothing."""
        one = self._returned.get(annotation_id)
        if one is None:
            return ""
        who = isolated(one_line(one.who)) if one.who else self.tr("A reviewer")
        if not one.words:
            return self.tr("{name} has returned this.").format(name=who)
        return self.tr("{name} has returned this: {reason}").format(name=who, reason=one.words)

    def act(self) -> None:
        """What a click on the state does: hand in, or say that it is handed in and how to get it back."""
        if self.reading and self.reading.is_closed:
            self._session.submitting.reopen()
        else:
            self._session.submitting.submit()

    def close(self) -> None:
        """The project is being closed."""
        self._session.window.library.set_state_source(None)
        self._session.window.reading_state.show_reading(None, self._session.window.theme)

    def _states_of(self, document_ids: Sequence[UUID] | None) -> dict[UUID, ReadingRecord]:
        try:
            return readings.readings_of(self._session.workspace, self._session.annotator_id, document_ids)
        except AnnotatorError as error:
            self._session.tell(error)
            return {}

    def _read_returned(self) -> None:
        """What is returned in the open article, so that each annotation can say it when it comes into focus."""
        before, self._returned = self._returned, {}
        if self._of and self.reading and self.reading.state is State.RETURNED:
            try:
                found = todo.returned_in(self._session.workspace, *self._of)
            except AnnotatorError as error:
                self._session.tell(error)
                return
            self._returned = {one.annotation_id: one for one in found if one.annotation_id}
        if self._returned != before:
            self._session.window.inspector.describe_anew()

    def _tell_returned(self) -> None:
        banner, reading = self._session.window.banner, self.reading
        if reading is None or reading.state is not State.RETURNED:
            banner.clear(_RETURNED)
            return
        by = reading.reviewer_id
        who = (name_of(self._session.workspace, by) if by else "") or self.tr("A reviewer")
        words = self.tr("{name} has returned this article: {reason}").format(
            name=one_line(who), reason=one_line(reading.reason) or self.tr("no reason was given.")
        )
        ways = (Way(self.tr("Show what was returned"), lambda: self._session.submitting.show_returned()),)
        banner.say(Notice(_RETURNED, words, Kind.WARNING, ways))
