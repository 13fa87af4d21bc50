"""The comments on the sentence in focus and on the article, below the annotation; and where one writes."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.core.comments import Thread
from annotator.ui.comments.thread_view import Looker, ThreadView
from annotator.ui.comments.words_field import WordsField
from annotator.ui.quiet_label import QuietLabel

_SIDE = 16
_NAMES_ROOM = 110  # pixels for the names that an @ brings up


class CommentsPanel(QWidget):
    """Hidden where nothing is said and nobody writes.

    Signals:
        said: words, and the comment that they answer, None for a new thread.
        resolve_wanted: thread, and whether it shall be settled.
        removal_wanted: this comment shall be taken away.
        left: the person wants to go back to reading.
    """

    said = Signal(str, object)
    resolve_wanted = Signal(UUID, bool)
    removal_wanted = Signal(UUID)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers: UUID | None = None
        self.views: list[ThreadView] = []
        self.heading = QuietLabel(self.tr("Comments"), self)
        self.field = WordsField(self)
        self._about = QuietLabel("", self)
        self._about.setWordWrap(True)
        self.send = QPushButton(self.tr("Comment"), self)
        self.send.setToolTip(self.tr("Ctrl+Return"))
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setToolTip(self.tr("Esc"))
        self._threads = QVBoxLayout()
        self._threads.setSpacing(8)
        self._lay_out()
        self.field.sent.connect(self._say)
        self.field.left.connect(self.put_away)
        self.send.clicked.connect(lambda: self._say(self.field.words))
        self._cancel.clicked.connect(self.put_away)
        self._show_field(shown=False)

    @property
    def is_writing(self) -> bool:
        """True while words are being typed that are said to nobody yet."""
        return not self._writing.isHidden()

    def show_threads(self, threads: Sequence[Thread], looker: Looker) -> None:
        """Show these; what is being typed stays."""
        focus: QWidget | None = self.focusWidget()
        had_focus = focus is not None and any(view.isAncestorOf(focus) for view in self.views)
        for view in self.views:
            self._threads.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.views = [ThreadView(thread, looker, self) for thread in threads]
        for view in self.views:
            self._threads.addWidget(view)
            view.reply_wanted.connect(self._answer)
            view.resolve_wanted.connect(self.resolve_wanted)
            view.removal_wanted.connect(self.removal_wanted)
            view.show()
        self.field.set_names([person.name for person in looker.people.values()])
        self.setVisible(bool(self.views) or self.is_writing)
        if had_focus:
            self._focus_first()

    def write(self, about: str, answers: UUID | None = None) -> None:
        """Let somebody write; `about` says of what."""
        self._answers = answers
        self._about.setText(about)
        self.send.setText(self.tr("Comment") if answers is None else self.tr("Reply"))
        self._show_field(shown=True)
        self.show()
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, self, self._bring_into_view)  # when it is laid out

    def put_away(self) -> None:
        """Stop writing; the words stay for the next time."""
        self._show_field(shown=False)
        self.setVisible(bool(self.views))
        self.left.emit()

    def done(self) -> None:
        """What was written has been said."""
        self.field.clear()
        self._show_field(shown=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _say(self, words: str) -> None:
        if words.strip():
            self.said.emit(words, self._answers)

    def _answer(self, comment_id: UUID) -> None:
        self.write(self.tr("Your answer:"), comment_id)

    def _focus_first(self) -> None:
        buttons = [button for view in self.views for button in view.buttons.values()]
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _show_field(self, *, shown: bool) -> None:
        self._writing.setVisible(shown)

    def _bring_into_view(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        body = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and body is not None:
            place = self._writing.mapTo(body, self._writing.rect().bottomLeft())
            above.ensureVisible(place.x(), place.y() + _NAMES_ROOM, 0, 8)
            place = self.mapTo(body, self.rect().topLeft())
            above.ensureVisible(place.x(), place.y(), 0, 4)

    def _lay_out(self) -> None:
        self._writing = QWidget(self)
        inner = QVBoxLayout(self._writing)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(self._about)
        inner.addWidget(self.field)
        row = QHBoxLayout()
        row.addWidget(self.send)
        row.addWidget(self._cancel)
        row.addStretch(1)
        inner.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_SIDE, 0, _SIDE, 4)
        whole.setSpacing(4)
        whole.addWidget(self.heading)
        whole.addWidget(self._writing)
        whole.addLayout(self._threads)
