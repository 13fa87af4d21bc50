"""Keys in the text while something is being linked."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.links.link_keys import LinkKeys
from annotator.ui.reader.reader import Reader
from tests.ui.reader.articles import document, newsroom

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Desk:
    """A reader with a command on the key 1, and a field beside it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.reader, self.field = Reader(), QLineEdit()
        self.reader.set_labels(newsroom())
        self.reader.show_document(document(), focus=0)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.reader)
        layout.addWidget(self.field)
        self.done: list[str] = []
        for key in ("1", "Ctrl+B"):
            action = QAction(self.reader)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked=False, key=key: self.done.append(key))
            self.reader.addAction(action)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.reader.setFocus()
        self.keys = LinkKeys(self.reader)
        self.keys.own_keys = [QKeySequence("L")]
        self.told: list[Any] = []
        for name in ("moved", "jumped", "taken", "way_wanted", "search_wanted", "pointed", "left"):
            getattr(self.keys, name).connect(lambda *given, name=name: self.told.append((name, *given)))

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> list[Any]:
        for key in keys:
            QTest.keyClick(self.reader, key, modifier)
        told, self.told = self.told, []
        return told


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_each_key_means_one_thing_while_it_is_on(desk: Desk) -> None:
    desk.keys.turn(True)
    assert desk.press(Qt.Key.Key_Down, Qt.Key.Key_Up) == [("moved", 1), ("moved", -1)]
    assert desk.press(Qt.Key.Key_Home, Qt.Key.Key_End) == [("jumped", 0), ("jumped", -1)]
    assert desk.press(Qt.Key.Key_Return, Qt.Key.Key_Escape) == [("taken",), ("left",)]
    assert desk.press(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_L) == [
        ("way_wanted", 1),
        ("way_wanted", -1),
        ("way_wanted", 1),
    ]
    assert desk.press(Qt.Key.Key_Slash, Qt.Key.Key_M) == [("search_wanted", ""), ("search_wanted", "m")]
    assert desk.reader.focused_sentence() == 0


def test_commands_of_one_letter_wait_and_those_with_ctrl_do_not(desk: Desk) -> None:
    desk.keys.turn(True)
    assert desk.press(Qt.Key.Key_1) == []
    assert desk.done == []
    desk.press(Qt.Key.Key_B, modifier=CONTROL)
    assert desk.done == ["Ctrl+B"]
    desk.keys.turn(False)
    desk.press(Qt.Key.Key_1)
    assert desk.done == ["Ctrl+B", "1"]


def test_off_it_hears_nothing(desk: Desk) -> None:
    desk.keys.turn(True)
    desk.keys.turn(False)
    assert not desk.keys.is_on
    assert desk.press(Qt.Key.Key_Down) == []
    assert desk.reader.focused_sentence() == 1


def test_a_click_tells_the_character_and_selects_nothing(desk: Desk) -> None:
    desk.keys.turn(True)
    box = desk.reader.boxes_of(desk.reader.selected_segments()[0])[0]
    here = box.center().toPoint()
    QTest.mouseClick(desk.reader.viewport(), Qt.MouseButton.LeftButton, pos=here)
    QTest.mouseDClick(desk.reader.viewport(), Qt.MouseButton.LeftButton, pos=here)
    QTest.mouseClick(desk.reader.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    names = {name for name, *_ in desk.told}
    assert names == {"pointed"}
    assert desk.told[0][1] > 0
    assert desk.told[-1][1] == -1
    assert not desk.reader.has_selection()


def test_the_keyboard_that_goes_elsewhere_ends_it_but_not_what_belongs_to_it(desk: Desk, qtbot: QtBot) -> None:
    desk.keys.turn(True)
    desk.field.setProperty("linking", True)
    desk.field.setFocus()
    qtbot.wait(20)
    assert desk.told == []
    desk.reader.setFocus()
    desk.field.setProperty("linking", False)
    with qtbot.waitSignal(desk.keys.left, timeout=1000):
        desk.field.setFocus()
