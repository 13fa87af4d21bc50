"""A value that is typed as one short line and understood, or not, when it is left."""

from abc import abstractmethod
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.core.schema import Attribute
from annotator.ui.inspector.fields.field import DIFFERENT, Field


class LineField(Field):
    """What kind of value it is says the class that is made from it: `understood`, `refusal`."""

    def __init__(self, attribute: Attribute, parent: QWidget | None = None) -> None:
        super().__init__(attribute, parent)
        self._shown = ""
        self._line = QLineEdit(self)
        self._line.editingFinished.connect(self.commit)
        self._take_editor(self._line)

    @abstractmethod
    def understood(self, words: str) -> Any:
        """The value that was typed. Raises ValueError where it is none."""

    @abstractmethod
    def refusal(self, words: str) -> str:
        """What to say of words that are no such value."""

    def written(self, value: Any) -> str:
        """A value as it is shown."""
        return str(value)

    def set_value(self, value: Any) -> None:
        self._line.setPlaceholderText(self.tr("(differs)") if value is DIFFERENT else "")
        words = "" if value is None or value is DIFFERENT else self.written(value)
        if words != self._shown or not self._line.isModified():
            self._shown = words
            self._line.setText(words)

    def commit(self) -> None:
        words = self._line.text().strip()
        if words == self._shown:
            return
        try:
            value = self.understood(words) if words else None
        except ValueError:
            self.refuse(self.refusal(words))
            return
        self.refuse("")
        self._shown = words
        self.changed.emit(value)

    def drop(self) -> None:
        self._line.setText(self._shown)
