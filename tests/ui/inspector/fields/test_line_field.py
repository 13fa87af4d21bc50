"""One line is understood when it is left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from annotator.core.schema import AttributeKind
from annotator.ui.inspector.fields.field import DIFFERENT
from annotator.ui.inspector.fields.number_field import NumberField
from tests.ui.inspector.fields.attributes import attribute, changes, shown


def test_a_value_is_told_on_enter_and_none_when_it_is_emptied(qtbot: QtBot) -> None:
    field = NumberField(attribute(AttributeKind.NUMBER))
    shown(qtbot, field)
    field.set_value(None)
    told = changes(field)
    qtbot.keyClicks(field.editor, "12")
    assert told == []
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    qtbot.keyClick(field.editor, Qt.Key.Key_Backspace)
    qtbot.keyClick(field.editor, Qt.Key.Key_Backspace)
    field.commit()
    field.commit()
    assert told == [12, None]


def test_what_is_not_understood_is_said_at_once_and_not_told(qtbot: QtBot) -> None:
    field = NumberField(attribute(AttributeKind.NUMBER))
    shown(qtbot, field)
    field.set_value(7)
    told = changes(field)
    qtbot.keyClicks(field.editor, "x")
    field.commit()
    assert told == []
    assert field.problem == "“7x” is no number; it is not saved."
    qtbot.keyClick(field.editor, Qt.Key.Key_Backspace)
    field.commit()
    assert field.findChildren(QLineEdit)[0].text() == "7"


def test_news_does_not_disturb_the_typing_of_the_same_value(qtbot: QtBot) -> None:
    field = NumberField(attribute(AttributeKind.NUMBER))
    shown(qtbot, field)
    field.set_value(7)
    qtbot.keyClicks(field.editor, "5")
    field.set_value(7)
    assert field.findChildren(QLineEdit)[0].text() == "75"
    field.set_value(DIFFERENT)
    assert field.findChildren(QLineEdit)[0].placeholderText() == "(differs)"
