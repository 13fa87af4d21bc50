"""The field in which a comment is typed; after an @ it offers the names of people."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.core.comments import being_typed, completions
from annotator.ui.lines import one_line
from annotator.ui.reader.accessibility import announce

_LINES, _MOST_NAMES = 3, 5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordsField(QWidget):
    """Several lines of words. Under them the names that may be meant: arrows go through, Enter or Tab takes one.

    Signals:
        sent: Ctrl+Return: the words are to be said.
        left: Escape: the person wants to go back to reading.
    """

    sent = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self.edit = _Edit(self)
        self.edit.setAccessibleName(self.tr("Comment"))
        self.edit.setTabChangesFocus(True)
        around = 2 * self.edit.frameWidth() + 2 * round(self.edit.document().documentMargin())
        self.edit.setFixedHeight(self.edit.fontMetrics().lineSpacing() * _LINES + around + 4)
        self.names = QListWidget(self)
        self.names.setAccessibleName(self.tr("People who may be meant"))
        self.names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.names.itemClicked.connect(lambda _row: self._take())
        self.names.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(self.edit)
        whole.addWidget(self.names)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._offer)
        self.edit.cursorPositionChanged.connect(self._offer)
        self.edit.pressed = self._press

    def set_names(self, names: Sequence[str]) -> None:
        """The people who can be named."""
        self._names = names

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self.edit.toPlainText()

    def clear(self) -> None:
        """Empty the field: what stood there has been said."""
        self.edit.clear()

    def _press(self, event: QKeyEvent) -> bool:
        """True for a key that the field has dealt with."""
        key, is_offering = event.key(), not self.names.isHidden()
        if is_offering and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(-1 if key == Qt.Key.Key_Up else 1)
        elif is_offering and key == Qt.Key.Key_Escape:
            self.names.hide()
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.words.strip():
                self.sent.emit(self.words)
        elif is_offering and key in (*_ENTER, Qt.Key.Key_Tab):
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        row = (self.names.currentRow() + step) % self.names.count()
        self.names.setCurrentRow(row)
        announce(self.edit, self.names.item(row).text())

    def _offer(self) -> None:
        """Show the names that fit what is being typed."""
        words, at = self._before()
        typed = being_typed(words, at)
        found = completions(typed.words, self._names)[:_MOST_NAMES] if typed else []
        if found != [self.names.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.names.count())]:
            self.names.clear()
            self.names.addItems([one_line(name) for name in found])
            for row, name in enumerate(found):
                self.names.item(row).setData(Qt.ItemDataRole.UserRole, name)
            self.names.setCurrentRow(0)
            height = sum(self.names.sizeHintForRow(row) for row in range(self.names.count()))
            self.names.setFixedHeight(height + 2 * self.names.frameWidth())
        was_hidden = self.names.isHidden()
        self.names.setVisible(bool(found))
        if found and was_hidden:
            announce(self.edit, self.names.item(0).text())

    def _take(self) -> None:
        """Put the chosen name where it was being typed."""
        words, at = self._before()
        typed, chosen = being_typed(words, at), self.names.currentItem()
        if typed is None or chosen is None:
            return
        cursor = self.edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.Left, cursor.MoveMode.KeepAnchor, _units(typed.words))
        cursor.insertText(str(chosen.data(Qt.ItemDataRole.UserRole)) + " ")
        self.names.hide()

    def _before(self) -> tuple[str, int]:
        """The words up to the cursor, and how many characters they are."""
        cursor = self.edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.Start, cursor.MoveMode.KeepAnchor)
        words = cursor.selectedText().replace("\u2029", "\n")
        return words, len(words)


class _Edit(QPlainTextEdit):
    """An edit of whose keys somebody else sees each first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pressed: Callable[[QKeyEvent], bool] = lambda _event: False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.pressed(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  # its name in Qt
        # Tab takes the name that is offered, and comes as a key press only where it does not lead on.
        field = self.parentWidget()
        if next and isinstance(field, WordsField) and not field.names.isHidden():
            field._take()
            return True
        return super().focusNextPrevChild(next)


def _units(words: str) -> int:
    """How many of Qt's characters these words are: UTF-16 counts some letters as two."""
    return len(words.encode("utf-16-le")) // 2
