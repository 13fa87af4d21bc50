"""Undo is the window's until letters are typed, and again when they are saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.line_undo import LineUndo

Window = tuple[QWidget, QLineEdit, list[str]]


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    around, undone = QWidget(), list[str]()
    qtbot.addWidget(around)
    line = QLineEdit("Rina", around)
    QVBoxLayout(around).addWidget(line)
    LineUndo(line)
    for key, word in (("Ctrl+Z", "undo"), ("Ctrl+Shift+Z", "redo")):
        shortcut = QShortcut(QKeySequence(key), around)
        shortcut.activated.connect(lambda word=word: undone.append(word))
    with qtbot.waitActive(around):
        around.show()
    line.setFocus()
    return around, line, undone


def undo(line: QLineEdit, extra: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | extra)


def test_where_nothing_is_typed_the_window_has_both_keys(window: Window) -> None:
    _, line, undone = window
    undo(line)
    undo(line, Qt.KeyboardModifier.ShiftModifier)
    assert undone == ["undo", "redo"]


def test_letters_are_taken_back_first_and_one_press_too_many_does_nothing_else(window: Window) -> None:
    _, line, undone = window
    line.selectAll()
    QTest.keyClicks(line, "Bela")
    for _ in range(4):
        undo(line)
    assert (line.text(), undone) == ("Rina", [])


def test_what_has_been_saved_is_taken_back_by_the_window(window: Window) -> None:
    _, line, undone = window
    QTest.keyClicks(line, "Bela")
    QTest.keyClick(line, Qt.Key.Key_Return)
    undo(line)
    assert undone == ["undo"]
    QTest.keyClicks(line, "x")
    line.clearFocus()
    line.setFocus()
    undo(line)
    assert undone == ["undo", "undo"]
