"""The bar under the text: what is suggested for the sentence in focus and why, and the keys that decide on it.

It is there as long as the article has suggestions, whether or not the sentence has one: text that moved at every step
could not be read.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.core.schema import Label
from annotator.ui.inks import muted
from annotator.ui.inspector.label_chip import LabelChip
from annotator.ui.keys import in_words
from annotator.ui.lines import number
from annotator.ui.quiet_label import QuietLabel

_SIDE = 16


class OneLine(QWidget):
    """Words on one line, cut off with dots where there is no room; the tool tip has all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Show these."""
        self.words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(muted(self.palette(), QPalette.ColorRole.Window))
        shown = painter.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, self.width())
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), int(side), shown)
        painter.end()


class SuggestionBar(QWidget):
    """Shows one suggestion at a time; its buttons are the commands that decide on it.

    Signals:
        left: it had the keyboard, and is gone.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestion_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._chip: LabelChip | None = None
        self.title, self.proposer, self.reason = QLabel(self), QuietLabel("", self), OneLine(self)
        self._actions: list[QAction] = []
        self.buttons = [QToolButton(self) for _ in range(3)]
        self._head = QHBoxLayout()
        self._lay_out()
        self.hide()

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """What the buttons do: accept, reject, go to the next; they show the keys that the person has for these."""
        for button, action in zip(self.buttons, actions, strict=True):
            button.clicked.connect(action.trigger)
            action.changed.connect(self._name_buttons)
        self._actions = list(actions)
        self._name_buttons()

    def show_suggestion(self, label: Label, theme_name: str, proposer: str, reason: str) -> None:
        """Show the suggestion that is meant now."""
        if self._chip is None:
            self._chip = LabelChip(label, theme_name, self)
            self._head.insertWidget(0, self._chip)
        self._chip.set_label(label, theme_name, "?")
        self._chip.show()
        self.title.hide()
        self.proposer.setText(proposer)
        self.reason.set_words(reason)
        for button in self.buttons:
            button.setVisible(True)
        self.setAccessibleName(self.tr("Suggested: {label}").format(label=label.title))
        self.setAccessibleDescription(". ".join(part for part in (reason, proposer) if part))
        self.show()

    def show_none(self, words: str, left: int | None) -> None:
        """Nothing is suggested here; `left` are to be decided on elsewhere in the article, None: not known yet."""
        had_focus = any(button.hasFocus() for button in self.buttons[:2])
        if self._chip:
            self._chip.hide()
        self.title.setText(words)
        self.title.show()
        self.proposer.setText("")
        self.reason.set_words(self._left_words(left))
        for button, is_there in zip(self.buttons, (False, False, left != 0), strict=True):
            button.setVisible(is_there)
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.reason.words)
        self.show()
        if had_focus:
            self.left.emit()

    def put_away(self) -> None:
        """Hide: the article has no suggestions, or none is wanted."""
        had_focus = any(button.hasFocus() for button in self.buttons)
        self.hide()
        if had_focus:
            self.left.emit()

    def _left_words(self, left: int | None) -> str:
        if left is None:
            return self.tr("There may be more further on in this article")
        if left == 0:
            return self.tr("All in this article are decided on")
        return (
            self.tr("1 more in this article")
            if left == 1
            else self.tr("{n} more in this article").format(n=number(left))
        )

    def _name_buttons(self) -> None:
        titles = (self.tr("Accept"), self.tr("Reject"), self.tr("Next"))
        for button, action, title in zip(self.buttons, self._actions, titles, strict=True):
            key = in_words(action.shortcut())
            button.setText(f"{title}  {key}" if key else title)
            button.setAccessibleName(action.text())
            button.setToolTip(action.toolTip())

    def _lay_out(self) -> None:
        self._head.setSpacing(10)
        self._head.addWidget(self.title)
        self._head.addWidget(self.proposer)
        self._head.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(self._head)
        words.addWidget(self.reason)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(_SIDE, 5, 10, 5)
        whole.setSpacing(4)
        whole.addLayout(words, 1)
        for button in self.buttons:
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the text
            whole.addWidget(button)
        high = max(button.sizeHint().height() for button in self.buttons)
        self.setMinimumHeight(max(high, 2 * self.fontMetrics().height() + 6) + 10)
