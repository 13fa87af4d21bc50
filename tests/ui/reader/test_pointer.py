"""Clicks, drags and their edges."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.reader.reader import Reader
from tests.ui.reader.articles import document

LONG = "\n\n".join(f"Sentence number {n} stands here." for n in range(300))
LEFT = Qt.MouseButton.LeftButton


def test_a_drag_below_the_view_scrolls_and_selects_on(reader: Reader, qtbot: QtBot) -> None:
    reader.show_document(document(LONG))
    view = reader.viewport()
    QTest.mousePress(view, LEFT, pos=QPoint(300, 100))
    QTest.mouseMove(view, QPoint(300, 300))
    QTest.mouseMove(view, QPoint(300, view.height() + 50))
    qtbot.waitUntil(lambda: reader.verticalScrollBar().value() > 100)
    QTest.mouseRelease(view, LEFT, pos=QPoint(300, view.height() + 50))
    scrolled = reader.verticalScrollBar().value()
    assert reader.selected_segments()[0].end_char > 400
    qtbot.wait(100)
    assert reader.verticalScrollBar().value() == scrolled


def test_a_tremble_is_a_click_and_other_buttons_select_nothing(reader: Reader) -> None:
    reader.show_document(document(LONG))
    QTest.mousePress(reader.viewport(), LEFT, pos=QPoint(300, 200))
    QTest.mouseMove(reader.viewport(), QPoint(301, 201))
    QTest.mouseRelease(reader.viewport(), LEFT, pos=QPoint(301, 201))
    assert not reader.has_selection()
    focus = reader.focused_sentence()
    assert focus > 0
    QTest.mousePress(reader.viewport(), Qt.MouseButton.RightButton, pos=QPoint(300, 300))
    assert reader.focused_sentence() == focus
