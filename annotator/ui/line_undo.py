"""Ctrl+Z in a line that is filled from the project: first the letters typed there, and with none the last change."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from annotator.ui.wrapped_line import WrappedLine

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class LineUndo(QObject):
    """Leaves undo and redo to the window until something is typed into a line, and again when that is saved.

    By itself a line takes both keys even where it has nothing to take back, so that what was just saved in it stays.
    Who presses once too often while letters are taken back loses nothing of the project.
    """

    def __init__(self, line: QLineEdit | WrappedLine) -> None:
        super().__init__(line)
        self._is_typed_in = False
        line.installEventFilter(self)
        if isinstance(line, WrappedLine):
            typed, finished = line.typed, line.finished
        else:
            typed, finished = line.textEdited, line.editingFinished
        typed.connect(lambda _words: self._note(typed=True))
        finished.connect(lambda: self._note(typed=False))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._note(typed=False)
        if event.type() == QEvent.Type.ShortcutOverride and not self._is_typed_in and _is_undo(event):
            event.ignore()  # so that the window has it
            return True
        return super().eventFilter(watched, event)

    def _note(self, *, typed: bool) -> None:
        self._is_typed_in = typed


def _is_undo(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _KEYS)
