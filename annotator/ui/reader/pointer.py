"""What the mouse does in the reader: click, double click, drag with snapping, further segments."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from annotator.ui.reader.reader import Reader

_SCROLL_EVERY_MS = 30
_FASTEST_SCROLL = 60


class Pointer(QObject):
    """Turns mouse events of the reader into changes of its selection.

    A click focuses the sentence and, on an annotation, makes it the current one; a double click
    selects the sentence. A drag selects whole words, with Alt exact characters, with Ctrl a further
    segment; near the edges it scrolls.
    """

    def __init__(self, reader: "Reader") -> None:
        super().__init__(reader)
        self._reader = reader
        self._pressed: QPointF | None = None
        self._start = 0
        self._latest = QPointF()
        self._dragging = False
        self._exact = False
        self._further = False
        self._scroll = QTimer(self)
        self._scroll.setInterval(_SCROLL_EVERY_MS)
        self._scroll.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> None:
        """Remember where a click or drag begins."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = self._latest = event.position()
        self._start = self._reader.position_at(event.position())
        self._dragging = False
        self._further = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)

    def move(self, event: QMouseEvent) -> None:
        """Select from where the drag began up to here."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        self._latest = event.position()
        if not self._dragging:
            if (self._latest - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._dragging = True
            self._reader.begin_drag(self._further)
        self._select()
        outside = self._overshoot()
        if outside and not self._scroll.isActive():
            self._scroll.start()
        elif not outside:
            self._scroll.stop()

    def release(self, event: QMouseEvent) -> None:
        """End a drag; without one it was a click."""
        self._scroll.stop()
        if self._pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        if not self._dragging:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._reader.click(event.position(), extend, further=self._further)
        self._dragging = False

    def double_click(self, event: QMouseEvent) -> None:
        """Select the sentence."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = None
            self._reader.select_sentence_at(event.position())

    def _select(self) -> None:
        self._reader.select_range(self._start, self._reader.position_at(self._latest), self._exact)

    def _overshoot(self) -> float:
        """How far the pointer is above (negative) or below the view."""
        y, height = self._latest.y(), self._reader.viewport().height()
        return min(y, 0.0) if y < 0 else max(0.0, y - height)

    def _scroll_on(self) -> None:
        outside = self._overshoot()
        bar = self._reader.verticalScrollBar()
        bar.setValue(bar.value() + round(max(-_FASTEST_SCROLL, min(_FASTEST_SCROLL, outside))))
        self._select()
