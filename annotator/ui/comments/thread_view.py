"""One thread: who said what and when, one below the other, and what can be done with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.core.comments import CommentRecord, Thread
from annotator.core.people import Person
from annotator.ui.lines import isolated, local_time, one_line
from annotator.ui.people.chip import badge_size, person_icon
from annotator.ui.quiet_label import QuietLabel, small

_SHOWN_OF_RESOLVED = 60


@dataclass(frozen=True, slots=True)
class Looker:
    """Who looks, whom they know, and how it is drawn."""

    id: UUID | None = None
    people: Mapping[UUID, Person] = field(default_factory=dict)
    theme_name: str = "light"
    writable: bool = True


class ThreadView(QFrame):
    """A thread that is settled is one quiet line, until somebody opens it.

    Signals:
        reply_wanted: somebody wants to answer this thread.
        resolve_wanted: thread, and whether it shall be settled.
        removal_wanted: this comment shall be taken away.
    """

    reply_wanted = Signal(UUID)
    resolve_wanted = Signal(UUID, bool)
    removal_wanted = Signal(UUID)

    def __init__(self, thread: Thread, looker: Looker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thread_id, self._looker = thread.id, looker
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Thread of {name}").format(name=one_line(thread.first.annotator)))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(3)
        self.buttons: dict[str, QToolButton] = {}
        if thread.is_open:
            self._show_open(thread)
        else:
            self._show_resolved(thread)

    def _show_open(self, thread: Thread) -> None:
        for comment in thread.comments:
            self._add(comment)
        row = self._row()
        self._button(row, "reply", self.tr("Reply"), lambda: self.reply_wanted.emit(thread.first.id))
        self._button(row, "resolve", self.tr("Resolve"), lambda: self.resolve_wanted.emit(thread.first.id, True))
        own = thread.comments[-1]
        if own.annotator_id == self._looker.id:
            words = self.tr("Remove") if len(thread.comments) == 1 else self.tr("Remove last")
            self._button(row, "remove", words, lambda: self.removal_wanted.emit(own.id))
        row.addStretch(1)

    def _show_resolved(self, thread: Thread) -> None:
        words = self.tr("Resolved: {words}").format(words=isolated(one_line(thread.first.words, _SHOWN_OF_RESOLVED)))
        label = QuietLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setToolTip("\n".join(f"{one_line(one.annotator)}: {one.words}" for one in thread.comments))
        self._column.addWidget(label)
        row = self._row()
        self._button(row, "reopen", self.tr("Open again"), lambda: self.resolve_wanted.emit(thread.first.id, False))
        row.addStretch(1)

    def _add(self, comment: CommentRecord) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        person = self._looker.people.get(comment.annotator_id)
        if person:
            sign = QLabel(self)
            paper = self.palette().color(QPalette.ColorRole.Window)
            font = small(self.font())
            icon = person_icon(person, self._looker.theme_name, font, paper)
            sign.setPixmap(icon.pixmap(badge_size(person, font), self.devicePixelRatioF()))
            head.addWidget(sign)
        who = QuietLabel(f"{isolated(one_line(comment.annotator))} · {local_time(comment.created_at)}", self)
        who.setTextFormat(Qt.TextFormat.PlainText)
        head.addWidget(who, 1)
        words = QLabel(comment.words, self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setAccessibleName(f"{comment.annotator}: {comment.words}")
        if self._column.count():
            self._column.addSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(words)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row)
        return row

    def _button(self, row: QHBoxLayout, key: str, words: str, slot: object) -> None:
        button = QToolButton(self)
        button.setText(words)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setEnabled(self._looker.writable)
        button.clicked.connect(slot)
        self.buttons[key] = button
        row.addWidget(button)
