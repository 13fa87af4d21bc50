"""The note of an annotation: a field that never loses what was typed into it."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_LINES = 3
_PAUSE_MILLISECONDS = 700


class NoteField(QPlainTextEdit):
    """Holds one annotation's note at a time, and hands over each change once.

    Signals:
        note_edited: annotation and its new note; when the typing pauses, on leaving the field,
            Ctrl+Return, Escape, and before another annotation's note is shown. Never when nothing changed.
        left: Ctrl+Return or Escape: the person wants to go back to reading.
    """

    note_edited = Signal(UUID, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotation_id: UUID | None = None
        # None: what is saved is not known, so whatever stands in the field is handed over.
        self._saved: str | None = ""
        self._drafts: dict[UUID, str] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._pause.start)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("Add a note"))
        self.setAccessibleName(self.tr("Note"))
        self._fit()

    @property
    def is_saved(self) -> bool:
        """False while the field, or a draft, holds words that are on no disk."""
        return not self._drafts and (self._annotation_id is None or self.toPlainText() == self._saved)

    def show_note(self, annotation_id: UUID | None, note: str) -> None:
        """Show an annotation's note; what was being typed for another is handed over first.

        The same annotation again is news of it: it is shown unless the field holds unsaved words.
        """
        if annotation_id != self._annotation_id:
            self.commit()
            self._annotation_id = annotation_id
        elif self.toPlainText() != self._saved:
            self._saved = note
            return
        elif self.toPlainText().rstrip() == note:
            return  # saved without the space at its end, after which more may be typed
        self._saved = note
        draft = note if annotation_id is None else self._drafts.pop(annotation_id, note)
        if draft != self.toPlainText():
            self.setPlainText(draft)

    def keep_draft(self, annotation_id: UUID, note: str) -> None:
        """A note could not be saved: offer it again when its annotation is shown, now if it is."""
        if annotation_id == self._annotation_id:
            self.setPlainText(note)
            self._saved = None
        else:
            self._drafts[annotation_id] = note

    def commit(self) -> None:
        """Hand over what was typed, if it differs from what is saved."""
        text = self.toPlainText()
        if self._annotation_id is None or text == self._saved:
            return
        # Marked as saved first: the answer to the signal may show notes again.
        self._saved = text
        self.note_edited.emit(self._annotation_id, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.commit()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.commit()
        super().hideEvent(event)

    def _fit(self) -> None:
        around = 2 * self.frameWidth() + 2 * round(self.document().documentMargin())
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + around + 4)
