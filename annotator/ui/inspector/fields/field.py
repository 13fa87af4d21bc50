"""What all fields of the inspector's form have in common: a value, a way back to the text, and a warning beneath."""

from abc import abstractmethod
from collections.abc import Iterable
from enum import Enum
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.schema import Attribute
from annotator.core.validation import Problem
from annotator.ui.inspector.problem_words import ProblemLabel


class Mixed(Enum):
    """What a field shows that stands for several annotations which do not say the same."""

    DIFFERENT = "different"


DIFFERENT = Mixed.DIFFERENT


class Field(QWidget):
    """One attribute. It is given values and tells what a person chooses; it writes nothing.

    Signals:
        changed: the attribute's new value, None for none.
        left: Enter or Escape: the person wants to go back to the text.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(self, attribute: Attribute, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attribute = attribute
        self._editor: QWidget = self
        self._problem = ProblemLabel(self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._rows.addWidget(self._problem)

    @property
    def editor(self) -> QWidget:
        """The widget that has the keyboard."""
        return self._editor

    @abstractmethod
    def set_value(self, value: Any) -> None:
        """Show a value as it is kept; None where nothing is said, DIFFERENT where several say several things."""

    def set_changeable(self, changeable: bool) -> None:
        """Whether the value can be changed."""
        self._editor.setEnabled(changeable)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say beneath the field what is wrong with it, and to who listens when the field has the keyboard."""
        self._describe(self._problem.show_problems(problems))

    def refuse(self, words: str) -> None:
        """Say that what was typed is not kept, and why; "" when it is."""
        self._describe(self._problem.say(words))

    @property
    def problem(self) -> str:
        """What is said to be wrong."""
        return self._problem.text()

    def tab_order(self) -> list[QWidget]:
        """What in the field has the keyboard, one after the other."""
        return [self._editor]

    def commit(self) -> None:
        """Hand over what is being typed."""

    def begin(self) -> None:
        """Give the field the keyboard."""
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def drop(self) -> None:
        """Let go of what was typed and could not be handed over: other annotations are shown next."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and watched is self._editor and not self._editor.hasFocus():
            event.ignore()  # it scrolls the panel; a value must not change in passing
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._leaves(event):
            self.commit()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _describe(self, problem: str) -> None:
        words = (problem, self.attribute.description)
        self._editor.setAccessibleDescription(" ".join(part for part in words if part))

    def _leaves(self, event: QKeyEvent) -> bool:
        """True for a key that leads back to the text."""
        return event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def _take_editor(self, editor: QWidget) -> None:
        """Make a widget the one that is edited with."""
        self._editor = editor
        editor.setAccessibleName(self.attribute.title)
        editor.setAccessibleDescription(self.attribute.description)
        editor.setToolTip(self.attribute.description)
        editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        editor.installEventFilter(self)
        self.setFocusProxy(editor)
        self._rows.insertWidget(0, editor)
