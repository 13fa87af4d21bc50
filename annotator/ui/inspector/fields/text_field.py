"""A text of one's own, which is never lost while it is being typed."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.core.schema import Attribute
from annotator.ui.inspector.fields.field import DIFFERENT, Field
from annotator.ui.inspector.note_field import NoteField


class TextField(Field):
    """A few lines. What is typed belongs to whom it was shown for, and is handed over before others are shown.

    Signals:
        typed: for whom (`set_owner`), and the text.
    """

    typed = Signal(UUID, str)

    def __init__(self, attribute: Attribute, parent: QWidget | None = None) -> None:
        super().__init__(attribute, parent)
        self._owner: UUID | None = None
        self._words = NoteField(self)
        self._words.note_edited.connect(self.typed)
        self._words.left.connect(self.left)
        self._take_editor(self._words)

    def set_owner(self, owner: UUID | None) -> None:
        """For whom the text is that is shown next."""
        self._owner = owner

    def set_value(self, value: Any) -> None:
        self._words.setPlaceholderText(self.tr("(differs)") if value is DIFFERENT else self.attribute.description)
        self._words.show_note(self._owner, "" if value is DIFFERENT or value is None else str(value))

    def set_changeable(self, changeable: bool) -> None:
        self._words.setReadOnly(not changeable)

    def keep_draft(self, owner: UUID, text: str) -> None:
        """A text that was handed over could not be saved: offer it again."""
        self._words.keep_draft(owner, text)

    @property
    def is_saved(self) -> bool:
        """False while typed words are on no disk."""
        return self._words.is_saved

    def commit(self) -> None:
        self._words.commit()

    def _leaves(self, event: QKeyEvent) -> bool:
        return False  # Enter is a line; Escape and Ctrl+Enter it knows itself
