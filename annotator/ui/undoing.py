"""Undo and redo in the window: done, said, and shown where it was."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from annotator.operations import history
from annotator.store.workspace import Change
from annotator.ui.banner import Notice

if TYPE_CHECKING:
    from annotator.ui.session import Session

_TOPIC = "undoing"
_MANY_ARTICLES = 200  # to undo what was done to more takes longer than a person may be kept from the page


class Undoing(QObject):
    """Takes steps back and does them again. `last_change` is what the project told last."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self.last_change: Change | None = None
        self._known: tuple[UUID, str | None, str | None] | None = None

    def take(self, change: Change) -> None:
        """Something has changed, and with it perhaps what would be undone."""
        self.last_change, self._known = change, None

    def titles(self) -> tuple[str | None, str | None]:
        """What undo would take back and what redo would do again; read anew only after a change."""
        workspace, who = self._session.workspace, self._session.annotator_id
        if self._known is None or self._known[0] != who:
            self._known = who, history.undo_title(workspace, who), history.redo_title(workspace, who)
        return self._known[1:]

    def undo(self) -> None:
        """Take one's newest edit back."""
        self._travel(history.undo, history.undo_size, self.tr("Undone: {title}"))

    def redo(self) -> None:
        """Do again what was taken back."""
        self._travel(history.redo, history.redo_size, self.tr("Done again: {title}"))

    def _travel(self, travel: Callable[..., str], size: Callable[..., int], words: str) -> None:
        session = self._session
        session.window.inspector.commit_note()
        self.last_change = None
        session.reading.touched_at = None
        workspace, who, told = session.workspace, session.annotator_id, list[str]()

        def arrive(title: str) -> None:
            self._arrive(words.format(title=title))
            self._tell(told)
            session.importing.take_back(title)

        def go(articles: int) -> None:
            if articles > _MANY_ARTICLES:
                self._travel_far(lambda: travel(workspace, who, told.append), words, told)
            else:
                session.attempt(lambda: travel(workspace, who, told.append), arrive)

        session.attempt(lambda: size(workspace, who), go)

    def _travel_far(self, travel: Callable[[], str], words: str, told: list[str]) -> None:
        """Undo what was done to many articles: off the window's thread, and one's place here is kept."""
        self._session.window.strip.set_state(self.tr("Many articles are being changed back …"))
        task = self._session.tasks.make(lambda _progress, _cancelled: travel())
        task.finished.connect(lambda title: self._say(words.format(title=title)))
        task.finished.connect(lambda _title: self._tell(told))
        task.finished.connect(self._session.importing.take_back)
        task.failed.connect(self._session.refuse)
        self._session.tasks.start(task, short=True)

    def _tell(self, told: list[str]) -> None:
        """What did not come back is told above the text until the next step, or until it is put away."""
        self._known = None  # a step of which nothing was left is taken back without any change
        self._session.refresh_soon()
        banner = self._session.window.banner
        if told:
            banner.say(Notice(_TOPIC, " ".join(told)))
        else:
            banner.clear(_TOPIC)

    def _say(self, words: str) -> None:
        self._session.window.strip.set_state(words)
        self._session.loading.forget()
        self._session.cutting.take_words_away()

    def _arrive(self, words: str) -> None:
        """After an undo: say so, and show where it was."""
        reading = self._session.reading
        self._session.window.strip.set_state(words)
        change = self.last_change
        if change and "document" in change.tables:
            self._say(words)
        touched: frozenset[UUID] = change.document_ids if change else frozenset()
        here = reading.document
        if here is None and touched:  # the article that was open is gone; what it came from is there
            self._open_if_there(min(touched))
        if change and "ruling" in change.tables:
            self._session.ruling.show_undone(change)
        if len(touched) != 1:
            return  # what was done to many articles is no reason to leave one's place in this one
        if not self._session.window.pages.is_home:
            return  # a page tells of it itself, and one stays there
        if here and here.id in touched:
            reading.go_to_touched()
        else:
            self._open_if_there(next(iter(touched)))

    def _open_if_there(self, document_id: UUID) -> None:
        self._session.listing.refresh()
        if self._session.listing.has(document_id):
            self._session.show_loaded(document_id)
