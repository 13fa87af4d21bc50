"""One conflict of two copies: what it is about, what holds and what was said elsewhere, who and when each."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.operations.conflicts import Conflict, Side
from annotator.ui.lines import is_right_to_left, isolated, local_time, one_line, quoted_line
from annotator.ui.quiet_label import QuietLabel

_LONGEST, _TITLE = 600, 120


class ConflictCard(QFrame):
    """Shows a conflict; its two buttons have the keys 1 and 2 on the page.

    Signals:
        settled: the conflict's key, and "kept" or "other".
        opened: the article that it is about is wanted.
        pointed: the person clicked into the card.
    """

    settled = Signal(UUID, str)
    opened = Signal(UUID)
    pointed = Signal()

    def __init__(self, conflict: Conflict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conflict = conflict
        self.setObjectName("conflict_card")
        self.setProperty("current", False)
        self.what = _words(conflict.what, self)
        font = QFont(self.what.font())
        font.setWeight(QFont.Weight.DemiBold)
        self.what.setFont(font)
        self.article = QuietLabel(one_line(conflict.title, _TITLE), self)
        self.article.setTextFormat(Qt.TextFormat.PlainText)
        self.article.setWordWrap(True)
        self.article.setAlignment(_beginning(self))
        self.passage = _words(quoted_line(conflict.passage, _LONGEST) if conflict.passage else "", self)
        self.passage.setProperty("sentence", True)
        self.passage.setVisible(bool(conflict.passage))
        self.keep = self._button(self.tr("1  Leave it so"), "kept")
        self.take = self._button(self.tr("2  Take the other"), "other")
        self.open_button = QPushButton(self.tr("Open the article"), self)
        self.open_button.setVisible(conflict.document_id is not None)
        self.open_button.clicked.connect(self._open)
        self.article.setVisible(bool(conflict.title))
        self._lay_out()
        self._name()

    def set_current(self, current: bool) -> None:
        """Show that the keys are for this one, or that they are not."""
        self.setProperty("current", current)
        self.style().unpolish(self)
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit()
        super().mousePressEvent(event)

    def _open(self) -> None:
        if self.conflict.document_id:
            self.opened.emit(self.conflict.document_id)

    def _button(self, words: str, choice: str) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(lambda: self.settled.emit(self.conflict.id, choice))
        return button

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self._side(self.tr("Holds now"), self.conflict.kept, self.keep), 1)
        sides.addWidget(self._side(self.tr("Said elsewhere"), self.conflict.other, self.take), 1)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self.what)
        told.addWidget(self.article)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(told, 1)
        head.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 16)
        whole.setSpacing(10)
        whole.addLayout(head)
        whole.addWidget(self.passage)
        whole.addLayout(sides)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _side(self, title: str, side: Side, button: QPushButton) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("conflict_side")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(QuietLabel(title, frame))
        column.addWidget(_words(side.words or self.tr("nothing"), frame))
        who = QuietLabel(self._who(side), frame)
        who.setVisible(bool(who.text()))
        column.addWidget(who)
        column.addStretch(1)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return frame

    def _who(self, side: Side) -> str:
        name = isolated(one_line(side.annotator))
        if side.at is None:
            return name
        at = local_time(side.at)
        return self.tr("{name}, {at}").format(name=name, at=at) if name else at

    def _name(self) -> None:
        """What is said aloud of the card and its buttons."""
        conflict = self.conflict
        kept, other = (
            " ".join((side.words or self.tr("nothing"), self._who(side))) for side in (conflict.kept, conflict.other)
        )
        self.setAccessibleName(conflict.what)
        words = self.tr("Holds now: {kept}. Said elsewhere: {other}.").format(kept=kept, other=other)
        self.setAccessibleDescription(words)
        self.keep.setAccessibleName(self.tr("Leave it so: {words}").format(words=kept))
        self.take.setAccessibleName(self.tr("Take the other: {words}").format(words=other))


def _words(words: str, parent: QWidget) -> QLabel:
    """A label with somebody's words, in their own direction."""
    label = QLabel(words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…", parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if is_right_to_left(words):
        label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return label


def _beginning(parent: QWidget) -> Qt.AlignmentFlag:
    """Where the lines of the window begin, whatever the direction of the words."""
    rtl = parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return Qt.AlignmentFlag.AlignAbsolute | (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
