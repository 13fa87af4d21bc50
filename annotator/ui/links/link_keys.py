"""What keys and clicks in the text mean while a person chooses what to link."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.reader.reader import Reader

_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_WAYS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class LinkKeys(QObject):
    """Takes the reader's keys and clicks while it is on, before any command has them; all with Ctrl or Alt pass.

    `own_keys` are those of the command that began it: again, they mean the next kind of link.

    Signals:
        moved: to the next (1) or previous (-1) candidate.
        jumped: to the first (0) or the last (-1) one.
        taken: link what is offered.
        way_wanted: the next (1) or previous (-1) kind of link.
        search_wanted: look in other articles; begun with this letter, "" with none.
        pointed: a character of the text was clicked, -1 beside it.
        left: no link after all.
    """

    moved = Signal(int)
    jumped = Signal(int)
    taken = Signal()
    way_wanted = Signal(int)
    search_wanted = Signal(str)
    pointed = Signal(int)
    left = Signal()

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.own_keys: list[QKeySequence] = []
        self._on = False

    @property
    def is_on(self) -> bool:
        """True while keys are taken."""
        return self._on

    def turn(self, on: bool) -> None:
        """Take keys, or let them be."""
        if on != self._on:
            self._on = on
            for watched in (self._reader, self._reader.viewport()):
                if on:
                    watched.installEventFilter(self)
                else:
                    watched.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_plain(event):
            event.accept()
            return True
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self._reader:
            return self._press(event) if _is_plain(event) else False
        if isinstance(event, QMouseEvent) and watched is self._reader.viewport():
            return self._point(event)
        if kind == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._see_where_focus_went)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif key in _ENDS:
            self.jumped.emit(_ENDS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _WAYS:
            self.way_wanted.emit(_WAYS[key])
        elif QKeySequence(event.keyCombination()) in self.own_keys:
            self.way_wanted.emit(1)
        elif event.text() == "/":
            self.search_wanted.emit("")
        elif event.text().isalpha():
            self.search_wanted.emit(event.text())
        return True

    def _point(self, event: QMouseEvent) -> bool:
        """A click goes to who asked; a press and a double click go to nobody, or they would select."""
        presses = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseMove)
        if event.type() == QEvent.Type.MouseButtonRelease and event.button() is Qt.MouseButton.LeftButton:
            self.pointed.emit(self._reader.character_at(event.position()))
            return True
        return event.type() in presses and Qt.MouseButton.LeftButton in event.buttons()

    def _see_where_focus_went(self) -> None:
        focus: QWidget | None = self._reader.window().focusWidget()
        if self._on and focus is not None and focus is not self._reader and not focus.property("linking"):
            self.left.emit()


def _is_plain(event: QKeyEvent) -> bool:
    return event.modifiers() in _PLAIN
