"""Comments in the window: those on the sentence in focus beside it, a sign where others are, C to write one."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject

from annotator.core.comments import CommentRecord, Thread
from annotator.core.spans import Span
from annotator.errors import AnnotatorError
from annotator.operations import comments
from annotator.operations.people import people
from annotator.store.workspace import Change
from annotator.ui.comments.comments_panel import CommentsPanel
from annotator.ui.comments.thread_view import Looker
from annotator.ui.lines import isolated, number, quoted_line
from annotator.ui.reader.accessibility import announce
from annotator.ui.reader.talk import show_talk

if TYPE_CHECKING:
    from annotator.ui.session import Session

_SHOWN = 60
_SEEN_THROUGH = frozenset({"comment", "annotation", "reading", "annotator"})


class Commenting(QObject):
    """Shows the threads of the open article, and turns what is written into comments."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._threads: list[Thread] = []
        self._known: tuple[UUID, UUID | None] | None = None
        self._opened: object = None
        self._looker = Looker()
        self._shown: tuple[object, ...] = ()
        self._about: dict[str, Any] = {}
        self._place: tuple[UUID, str] | None = None
        self.panel = CommentsPanel(session.window)
        session.window.inspector.add_part(self.panel)
        self.panel.hide()
        self._connections = [
            self.panel.said.connect(self._say),
            self.panel.resolve_wanted.connect(self._resolve),
            self.panel.removal_wanted.connect(self._remove),
            self.panel.left.connect(session.window.focus_reader),
        ]

    def write(self) -> None:
        """Write a comment on the annotation in focus, on what is selected, or on the sentence."""
        session, reader = self._session, self._window.reader
        session.refresh_now()
        document, annotation = session.reading.document, reader.current_annotation()
        if document is None:
            return
        if annotation:
            about: dict[str, Any] = {"annotation_id": annotation.id}
            span = annotation.extent
        else:
            chosen = reader.selected_segments()
            if not chosen:
                self.write_on_article()
                return
            span = Span(chosen[0].start_char, chosen[-1].end_char)
            about = {"span": span}
        words = isolated(quoted_line(document.text[slice(*span)].strip(), _SHOWN))
        self._begin(document.id, about, self.tr("On {words}").format(words=words))

    def write_on_article(self) -> None:
        """Write a comment on the whole article."""
        if document := self._session.reading.document:
            self._begin(document.id, {}, self.tr("On the whole article"))

    def next(self) -> None:
        """Go to the next place that somebody has commented on and nobody resolved, the first again after the last."""
        self.follow()
        reader = self._window.reader
        places = sorted({one.first.span.start_char for one in self._threads if one.is_open and one.first.span})
        if not places:
            self._tell(self.tr("No comment is open in this article."))
            return
        here = reader.focused_sentence()
        sentences = [reader.sentence_at(place) for place in places]
        target = next((at for at in sentences if at > here), sentences[0])
        self._window.focus_reader()
        reader.focus_sentence(target)

    def take(self, change: Change) -> None:
        """Something was said, or taken back; an annotation that a comment is on has moved."""
        if not change.tables.isdisjoint(_SEEN_THROUGH):
            self._known = None

    def see_anew(self) -> None:
        """Somebody else looks now."""
        self._known = None

    def follow(self) -> None:
        """Show what is said of the sentence that is in focus now, and of the article."""
        document = self._session.reading.document
        key = (document.id, self._session.workspace.viewer) if document else None
        opened = self._window.reader.opened
        if key != self._known or opened is not self._opened or document is None:
            self._read(document.id if document else None)
            self._known, self._opened = key, opened
        self._show()

    def close(self) -> None:
        """The project is being closed."""
        for connection in self._connections:
            QObject.disconnect(connection)
        show_talk(self._window.reader, {})
        self._window.inspector.remove_part(self.panel)
        self.panel.deleteLater()

    def _read(self, document_id: UUID | None) -> None:
        workspace = self._session.workspace
        self._shown = ()
        try:
            self._threads = comments.threads_of(workspace, document_id) if document_id else []
            found = {person.id: person for person in people(workspace)}
        except AnnotatorError as error:
            self._session.tell(error)
            return
        theme, writable = self._window.theme.name, self._session.writable
        self._looker = Looker(self._session.annotator_id, found, theme, writable)
        talk: dict[int, int] = {}
        for thread in self._threads:
            if thread.is_open and thread.first.span:
                at = thread.first.span.start_char
                talk[at] = talk.get(at, 0) + len(thread.comments)
        show_talk(self._window.reader, talk)

    def _show(self) -> None:
        reader, document = self._window.reader, self._session.reading.document
        focus = reader.focused_sentence()
        if document is None or not 0 <= focus < len(document.sentences):
            here: list[Thread] = []
        else:
            extent = document.sentences[focus]
            here = [one for one in self._threads if one.touches(extent) or one.first.span is None]
        here.sort(key=lambda one: (not one.is_open, one.first.span is None))
        shown = (*(thread.comments for thread in here), self._looker.theme_name, self._looker.id)
        if shown != self._shown or not here:
            self._shown = shown
            count = len(self._threads)
            elsewhere = count - len(here)
            words = self.tr("Comments") if not elsewhere else self.tr("Comments · {n} more in this article")
            self.panel.heading.setText(words.format(n=number(elsewhere)))
            self.panel.show_threads(here, self._looker)

    def _begin(self, document_id: UUID, about: dict[str, Any], words: str) -> None:
        self.follow()
        if not self._session.writable:
            return
        self._place, self._about = (document_id, words), about
        self._window.inspector.show()
        self.panel.write(words)

    def _say(self, words: str, answers: UUID | None) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id

        def say() -> CommentRecord:
            if answers is not None:
                return comments.reply(workspace, answers, words, who)
            if self._place is None:
                raise AnnotatorError(self.tr("Choose a sentence first, then press C."))
            return comments.add_comment(workspace, self._place[0], words, who, **self._about)

        if self._session.attempt(say):
            self.panel.done()
            self.follow()
            self._window.focus_reader()
            self._tell(self.tr("Your comment is there") if answers is None else self.tr("Your answer is there"))

    def _resolve(self, comment_id: UUID, resolved: bool) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        if self._session.attempt(lambda: comments.set_resolved(workspace, comment_id, resolved, who)):
            self.follow()

    def _remove(self, comment_id: UUID) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        if self._session.attempt(lambda: comments.remove_comment(workspace, comment_id, who)):
            self.follow()

    def _tell(self, words: str) -> None:
        self._window.strip.say_here(words)
        announce(self._window.reader, words)
