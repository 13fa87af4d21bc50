"""The field of a comment, and the names it offers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.comments.words_field import WordsField

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(qtbot: QtBot) -> WordsField:
    made = WordsField()
    qtbot.addWidget(made)
    made.set_names(["Ana", "Ana Maria", "李明", "Ben"])
    made.show()
    return made


def offered(field: WordsField) -> list[str]:
    return [] if field.names.isHidden() else [field.names.item(row).text() for row in range(field.names.count())]


def test_names_are_offered_after_the_sign_and_taken_by_a_key(field: WordsField) -> None:
    QTest.keyClicks(field.edit, "see @an")
    assert offered(field) == ["Ana", "Ana Maria"]
    QTest.keyClick(field.edit, Key.Key_Down)
    QTest.keyClick(field.edit, Key.Key_Return)
    assert field.words == "see @Ana Maria "
    assert offered(field) == []
    QTest.keyClicks(field.edit, "now")
    assert field.words == "see @Ana Maria now"


def test_tab_takes_the_first(field: WordsField) -> None:
    QTest.keyClicks(field.edit, "@b")
    QTest.keyClick(field.edit, Key.Key_Tab)
    assert field.words == "@Ben "


def test_a_name_in_another_script_is_put_in_the_middle_of_the_words(field: WordsField) -> None:
    field.edit.setPlainText("\U0001f600 @李 end")
    cursor = field.edit.textCursor()
    cursor.setPosition(5)  # after 李: the emoji is two of Qt's characters
    field.edit.setTextCursor(cursor)
    assert offered(field) == ["李明"]
    QTest.keyClick(field.edit, Key.Key_Return)
    assert field.words == "\U0001f600 @李明  end"


def test_escape_first_puts_the_names_away(field: WordsField) -> None:
    left: list[None] = []
    field.left.connect(lambda: left.append(None))
    QTest.keyClicks(field.edit, "@")
    assert len(offered(field)) == 4
    QTest.keyClick(field.edit, Key.Key_Escape)
    assert offered(field) == []
    assert not left
    QTest.keyClick(field.edit, Key.Key_Escape)
    assert len(left) == 1


def test_control_return_sends_what_is_there(field: WordsField) -> None:
    sent: list[str] = []
    field.sent.connect(sent.append)
    QTest.keyClick(field.edit, Key.Key_Return, CONTROL)
    QTest.keyClicks(field.edit, "Why")
    QTest.keyClick(field.edit, Key.Key_Return)
    QTest.keyClicks(field.edit, "so")
    QTest.keyClick(field.edit, Key.Key_Return, CONTROL)
    assert sent == ["Why\nso"]
