"""A line that asks, remembers, and gives the keyboard back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.disputes.answer_line import AnswerLine


def asked(qtbot: QtBot, *earlier: str, words: str = "") -> AnswerLine:
    line = AnswerLine()
    qtbot.addWidget(line)
    line.ask("Why?", "Enter goes on.", earlier, words)
    return line


def test_what_was_typed_is_given_without_white_space(qtbot: QtBot) -> None:
    line = asked(qtbot)
    QTest.keyClicks(line.field, " because ")
    with qtbot.waitSignal(line.given) as given:
        QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert given.args == ["because"]
    assert line.field.accessibleName() == "Why?"


def test_earlier_answers_come_back(qtbot: QtBot) -> None:
    line = asked(qtbot, "first", "second")
    told = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(line.field, key)
        told.append(line.field.text())
    assert told == ["first", "second", "second", "first", "", ""]


def test_escape_gives_nothing(qtbot: QtBot) -> None:
    line = asked(qtbot, words="as it was")
    assert line.field.selectedText() == "as it was"
    with qtbot.assertNotEmitted(line.given), qtbot.waitSignal(line.left):
        QTest.keyClick(line.field, Qt.Key.Key_Escape)


def test_enter_goes_no_further(qtbot: QtBot) -> None:
    line = asked(qtbot)
    line.show()
    QApplication.processEvents()
    heard: list[int] = []
    line.keyPressEvent = lambda event: heard.append(event.key())  # type: ignore[method-assign]
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert heard == []
