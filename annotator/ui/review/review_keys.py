"""The keys of the review page: one for each thing that is done often."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from annotator.ui.steady_list import is_plain

if TYPE_CHECKING:
    from annotator.ui.review.review_page import ReviewPage

Act = Callable[[], object]


def act_for(page: "ReviewPage", event: QKeyEvent) -> Act | None:
    """What a key does where no field has taken it; None for nothing. Keys of the queue never judge."""
    reading, focused = page.reading, QApplication.focusWidget()
    if page.card.is_asking or reading is None or (focused and page.queue.isAncestorOf(focused)):
        return None
    if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
        whole: dict[int, Act] = {Qt.Key.Key_A: page.approve_rest, Qt.Key.Key_R: page.give_back}
        return whole.get(event.key())
    if not is_plain(event):
        return None
    if isinstance(focused, QAbstractButton) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return focused.click
    last = len(reading.annotations) - 1
    acts: dict[int, Act] = {
        Qt.Key.Key_Down: lambda: page.step(1),
        Qt.Key.Key_J: lambda: page.step(1),
        Qt.Key.Key_Up: lambda: page.step(-1),
        Qt.Key.Key_K: lambda: page.step(-1),
        Qt.Key.Key_Home: lambda: page.go(min(0, last)),
        Qt.Key.Key_End: lambda: page.go(last),
        Qt.Key.Key_A: page.approve,
        Qt.Key.Key_E: page.correct,
        Qt.Key.Key_C: page.correct,
        Qt.Key.Key_R: page.send_back,
        Qt.Key.Key_T: page.comment,
        Qt.Key.Key_Return: page.finish,
        Qt.Key.Key_Enter: page.finish,
        Qt.Key.Key_Escape: page.queue.begin,
    }
    return acts.get(event.key())
