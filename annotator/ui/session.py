"""An open project in the window: intents become operations, changes become what is seen.

One path for everything: an intent calls an operation, the operation changes the project, the project
says what was changed, and that alone repaints. So undo, a task's loading and a colleague's edit look
the same as one's own.
"""

import logging
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, SignalInstance

from annotator.core.records import Progress
from annotator.errors import (
    AnnotatorError,
    Cancelled,
    Closed,
    EditConflict,
    Frozen,
    InvalidSpan,
    NotFound,
    NothingToUndo,
)
from annotator.operations import documents
from annotator.store.workspace import Change
from annotator.ui.actors import ACTORS, LATER
from annotator.ui.banner import Kind, Notice
from annotator.ui.changes import ChangeFeed
from annotator.ui.copying import Copying
from annotator.ui.describing import Describing
from annotator.ui.guiding import Guiding
from annotator.ui.identifying import Identifying
from annotator.ui.indexing import Indexing
from annotator.ui.labelling import Labelling
from annotator.ui.later import Later
from annotator.ui.linking import Linking
from annotator.ui.listing import Listing
from annotator.ui.main_window import MainWindow
from annotator.ui.opening import Opened
from annotator.ui.quoting import Quoting
from annotator.ui.reader.accessibility import announce
from annotator.ui.reading import Reading
from annotator.ui.seeing import Seeing
from annotator.ui.sourcing import Sourcing
from annotator.ui.standing import Standing
from annotator.ui.suggesting import Suggesting
from annotator.ui.tagging import Tagging
from annotator.ui.tasks import Tasks
from annotator.ui.undoing import Undoing
from annotator.ui.versioning import Versioning

_Told = TypeVar("_Told")

_log = logging.getLogger(__name__)
_MISHAP = "mishap"
# What follows an edit waits until the sentence is painted and the hand has moved on, but no longer than this.
_VIEWS_AFTER_MILLISECONDS, _VIEWS_AT_LAST_MILLISECONDS = 30, 150


def _nothing(*_given: object) -> None:
    """What an actor does that has no such method."""


class Session(QObject):
    """Joins one workspace to one window until it is closed.

    Its actors, each in a file of its own, do what commands ask for. One that has a method `take` is told of every
    Change, one that has `close` when the project is closed. A page of an actor's own is made when it is first opened.

    The facts that commands need: "project", "writable", "document", "newest" (of its versions), "undo", "redo".
    """

    def __init__(self, window: MainWindow, tasks: Tasks, opened: Opened) -> None:
        super().__init__(window)
        self.window, self.tasks = window, tasks
        self.workspace, self.name = opened.workspace, opened.name
        self.annotator_id = opened.annotator_id
        self.identifying = Identifying(self)
        self.listing = Listing(self, opened.documents)
        self.standing = Standing(self)
        self.reading, self.tagging, self.undoing = Reading(self), Tagging(self), Undoing(self)
        self.quoting, self.seeing = Quoting(self), Seeing(self)
        self.describing = Describing(self)
        self.copying, self.indexing = Copying(self), Indexing(self)
        self.suggesting = Suggesting(self)
        self.versioning, self.linking = Versioning(self), Linking(self)
        self.guiding, self.labelling = Guiding(self), Labelling(self)
        self.sourcing = Sourcing(self)
        self._worked_on: set[UUID] = set()
        self._facts: frozenset[str] = frozenset()
        self._feed = ChangeFeed(self.workspace, self)
        self._soon, self._waiting = self._timer(_VIEWS_AFTER_MILLISECONDS, self._catch_up_views), QElapsedTimer()
        self._connections = [signal.connect(slot) for signal, slot in self._signals()]
        window.actions_table.actors.update({name: self._actor(name) for name in ACTORS})
        window.set_labels(opened.labels)
        window.library.set_progress_source(self._progress_of)
        self.listing.show()
        self.reading.open_first(opened.documents)
        self._welcome(self.document_count > 0)
        window.strip.set_state(self.tr("saved") if self.writable else self.tr("read only"))
        self.refresh_facts()
        self.indexing.begin()

    @property
    def document_count(self) -> int:
        """How many articles the project has."""
        return self.listing.count

    @property
    def writable(self) -> bool:
        """False where the project can only be read."""
        return not self.workspace.read_only

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) article."""
        self.window.library.step(by)

    def undo(self) -> None:
        """Take one's newest edit back."""
        self.undoing.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.undoing.redo()

    def remove_document(self, document_id: UUID) -> None:
        """Take an article out of the project; undo brings it back."""
        self.attempt(lambda: documents.remove_document(self.workspace, document_id, self.annotator_id))

    def remove_current(self) -> None:
        """Take the open article out of the project."""
        if self.reading.document:
            self.remove_document(self.reading.document.id)

    def attempt(self, edit: Callable[[], _Told], then: Callable[[_Told], object] = lambda _told: None) -> bool:
        """Do an edit, then what is to be done with its outcome; say so in words when it cannot be done.

        True when it is on the disk.
        """
        try:
            told = edit()
        except AnnotatorError as error:
            self.refuse(error)
            return False
        self.window.banner.clear(_MISHAP)
        self.window.strip.set_state(self.tr("saved"))
        then(told)
        return True

    def tell(self, error: Exception) -> None:
        """Say what went wrong on the banner."""
        if not isinstance(error, AnnotatorError):
            _log.error("unexpected", exc_info=error)
            error = AnnotatorError(self.tr("Something went wrong that the program did not expect; the log says what."))
        kind = Kind.WARNING if isinstance(error, EditConflict | NotFound) else Kind.ERROR
        self.window.banner.say(Notice(_MISHAP, str(error), kind))

    def refresh_facts(self) -> None:
        """Enable the commands that can be used now."""
        facts = {"project"}
        if self.writable:
            facts.add("writable")
            undo, redo = self.undoing.titles()
            self.window.actions_table.name_undo(undo, redo)
            facts |= {name for name, title in (("undo", undo), ("redo", redo)) if title}
        if here := self.reading.document:
            facts |= {"document"} if here.superseded_by else {"document", "newest"}
        self._set_facts(frozenset(facts))

    def refresh_soon(self) -> None:
        """Bring the inspector, commands and figures up to date in a moment: the sentence comes first."""
        if not self._soon.isActive():
            self._waiting.start()
        if self._waiting.elapsed() < _VIEWS_AT_LAST_MILLISECONDS:
            self._soon.start()

    def refresh_now(self) -> None:
        """Bring them up to date before something that needs them."""
        self._soon.stop()
        self._catch_up_views()

    def tell_anew(self) -> None:
        """Somebody else looks now: tell every actor that shows what only one person sees."""
        for actor in self._actors():
            getattr(actor, "see_anew", _nothing)()

    def list_documents(self) -> None:
        """Show the articles there are now."""
        self.listing.refresh()
        self._welcome(self.document_count > 0)

    def show_loaded(self, document_id: UUID) -> None:
        """Open an article that has just been loaded."""
        self.list_documents()
        self.reading.open_document(document_id)

    def close(self) -> None:
        """Let go of the project and of the window."""
        self.window.inspector.commit_note()
        for actor in self._actors():
            getattr(actor, "close", _nothing)()
        self.reading.follow()
        self.reading.keep_place()
        self._feed.close()
        for connection in self._connections:
            QObject.disconnect(connection)
        self._soon.stop()
        self.listing.stop()
        self.reading.show(None)
        self.reading.follow()
        self._soon.stop()
        self.listing.stop()
        for name in ACTORS:
            self.window.actions_table.actors.pop(name, None)
        self.window.library.set_progress_source(None)
        self.window.library.set_documents(())
        self.window.actions_table.set_facts(frozenset())
        self.workspace.close()

    def _signals(self) -> Sequence[tuple[SignalInstance, Callable[..., object]]]:
        window, tagging, reading = self.window, self.tagging, self.reading
        return (
            (self._feed.changed, self._take_change),
            (self._feed.failed, self.tell),
            (window.actions_table.failed, self.tell),
            (window.choices.changed, self.identifying.follow_settings),
            (window.choices.changed, self.quoting.follow),
            (window.choices.changed, self.standing.show),
            (window.doubts.clicked, self.quoting.next),
            (window.reading_state.clicked, self.standing.act),
            (window.reader.focus_changed, window.strip.move_on),
            (window.library.document_chosen, reading.open_document),
            (window.library.remove_requested, self.remove_document),
            (window.document_bar.language_chosen, tagging.set_language),
            (window.document_bar.detection_requested, tagging.detect_language),
            (window.document_bar.versions.version_chosen, self.versioning.open_version),
            (window.reader.focus_changed, reading.tell_place),
            (window.reader.focus_changed, tagging.move_on),
            (window.reader.selection_changed, tagging.show_current),
            (window.reader.focus_changed, tagging.show_current),
            (window.reader.annotation_activated, tagging.show_current),
            (window.reader.files_dropped, lambda paths: self.importing.drop(paths)),
            (window.reader.text_dropped, lambda text: self.loading.load_text(text)),
            (window.welcome.files_dropped, lambda paths: self.importing.drop(paths)),
            (window.welcome.text_dropped, lambda text: self.loading.load_text(text)),
            (window.inspector.note_edited, tagging.set_note),
            (window.inspector.note_left, window.focus_reader),
            (window.inspector.label_chosen, tagging.change_label),
            (window.inspector.remove_requested, tagging.remove_annotation),
            (window.inspector.annotation_chosen, tagging.reveal),
            (window.inspector.history_requested, tagging.show_history),
        )

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def refuse(self, error: Exception) -> None:
        """Say why something was not done: as an alarm only where something could be lost."""
        if isinstance(error, Cancelled):
            return  # the project is being closed
        if isinstance(error, Closed):
            self.submitting.explain(error)
            return
        if isinstance(error, InvalidSpan | NothingToUndo | Frozen):
            # Nothing was written that could be lost: no reason for an alarm.
            self.window.strip.say_here(str(error))
            announce(self.window.reader, str(error))
            return
        self.window.strip.set_state(self.tr("not saved"))
        self.tell(error)

    def __getattr__(self, name: str) -> Any:
        """An actor of `LATER`, made now that it is asked for."""
        if name not in LATER:
            raise AttributeError(name)
        actor = getattr(import_module(f"annotator.ui.{name}"), LATER[name])(self)
        setattr(self, name, actor)
        return actor

    def _actor(self, name: str) -> object:
        if name == "session":
            return self
        return Later(self, name) if name in LATER else getattr(self, name)

    def _actors(self) -> list[object]:
        """The actors that there are by now."""
        return [self.__dict__[name] for name in ACTORS if name in self.__dict__]

    def _set_facts(self, facts: frozenset[str]) -> None:
        if facts != self._facts:
            self._facts = facts
            self.window.actions_table.set_facts(facts)

    def _take_change(self, change: Change) -> None:
        self.undoing.take(change)
        self.reading.repaint(change)
        self.listing.take(change)
        self._worked_on |= change.document_ids
        for actor in self._actors():
            getattr(actor, "take", _nothing)(change)
        self.refresh_soon()

    def _catch_up_views(self) -> None:
        self.reading.follow()
        self.standing.follow()
        self.versioning.follow()
        self.linking.follow()
        self.guiding.follow()
        self.suggesting.follow()
        self.seeing.follow()
        self.window.library.refresh_progress(self._worked_on)
        self._worked_on = set()
        try:
            self.refresh_facts()
        except AnnotatorError as error:
            self.tell(error)
        self.window.strip.set_progress(self.reading.progress())

    def _progress_of(self, ids: Sequence[UUID]) -> dict[UUID, Progress]:
        try:
            return documents.progress_of(self.workspace, ids)
        except AnnotatorError as error:
            self.tell(error)
            return {}

    def _welcome(self, articles: bool) -> None:
        if self.reading.document is None:
            self.window.show_reader(None)
            if articles:
                self.window.welcome.show_unchosen()
            else:
                self.window.welcome.show_empty()
