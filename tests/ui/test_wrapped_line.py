"""A long line is seen, over a few lines; it stays one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.wrapped_line import WrappedLine

ALIASES = "; ".join(f"Harbour Holding number {n}" for n in range(40))


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.addWidget(WrappedLine(made))
    column.addWidget(QLineEdit(made))
    made.resize(400, 200)
    with qtbot.waitActive(made):
        made.show()
    return made


def line_of(around: QWidget) -> WrappedLine:
    found = around.findChild(WrappedLine)
    assert isinstance(found, WrappedLine)
    found.setFocus()
    return found


def test_it_is_as_high_as_its_words_up_to_three_lines(around: QWidget) -> None:
    line = line_of(around)
    other = around.findChild(QLineEdit)
    assert isinstance(other, QLineEdit)
    one = line.height()
    assert one == pytest.approx(other.height(), abs=10)
    line.setText("Harbour Holding number 1; Harbour Holding number 2; Harbour Holding number 3")
    assert one < line.height() < 3 * one
    assert not line.verticalScrollBar().isVisible()
    line.setText(ALIASES)
    three = line.height()
    assert line.verticalScrollBar().isVisible()
    line.setText(ALIASES + ALIASES)
    assert line.height() == three
    assert line.text() == ALIASES + ALIASES
    line.setText("")
    assert line.height() == one
    assert not line.verticalScrollBar().isVisible()


def test_enter_ends_typing_and_what_is_pasted_is_one_line(around: QWidget, qtbot: QtBot) -> None:
    line = line_of(around)
    QTest.keyClicks(line, "a; b")
    with qtbot.waitSignal(line.finished):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.toPlainText() == "a; b"
    line.insertPlainText("\nc\nd")
    assert line.text() == "a; b c d"
    with qtbot.waitSignal(line.finished):
        QTest.keyClick(line, Qt.Key.Key_Tab)
    assert isinstance(around.focusWidget(), QLineEdit)


def test_only_what_a_person_types_is_told_as_typed(around: QWidget, qtbot: QtBot) -> None:
    line = line_of(around)
    with qtbot.assertNotEmitted(line.typed):
        line.setText("Kenari")
    assert not line.isModified()
    with qtbot.waitSignal(line.typed) as typed:
        QTest.keyClicks(line, "K")
    assert typed.args == ["KKenari"]
    assert line.isModified()
    line.setModified(False)
    assert not line.isModified()


def test_escape_is_left_to_what_is_around_it(around: QWidget) -> None:
    line = line_of(around)
    pressed: list[int] = []
    around.keyPressEvent = lambda event: pressed.append(event.key())  # type: ignore[method-assign]
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert pressed == [Qt.Key.Key_Escape]
