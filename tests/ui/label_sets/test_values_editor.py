"""Values of a field."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from annotator.core.schema import Value
from annotator.ui.label_sets.values_editor import ValuesEditor

ALT = Qt.KeyboardModifier.AltModifier


def shown(qtbot: QtBot) -> tuple[ValuesEditor, list[tuple[Value, ...]]]:
    editor, told = ValuesEditor(), list[tuple[Value, ...]]()
    qtbot.addWidget(editor)
    editor.edited.connect(told.append)
    editor.show_values((Value("a", "one"), Value("b", "two"), Value("c", "three", retired=True)))
    with qtbot.waitActive(editor):
        editor.show()
    return editor, told


def keys(told: list[tuple[Value, ...]]) -> str:
    return "".join(value.key for value in told[-1])


def test_alt_and_an_arrow_put_in_order(qtbot: QtBot) -> None:
    editor, told = shown(qtbot)
    QTest.keyClick(editor.list, Qt.Key.Key_Down, ALT)
    QTest.keyClick(editor.list, Qt.Key.Key_Down, ALT)
    assert keys(told) == "bca"
    QTest.keyClick(editor.list, Qt.Key.Key_Down, ALT)
    assert len(told) == 2
    QTest.keyClick(editor.list, Qt.Key.Key_Up, ALT)
    assert keys(told) == "bac"


def test_a_value_is_renamed_in_its_row_and_keeps_its_key(qtbot: QtBot) -> None:
    editor, told = shown(qtbot)
    editor.list.setFocus()
    QTest.keyClick(editor.list, Qt.Key.Key_F2)
    field = editor.list.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, "first")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1][0] == Value("a", "first")


def test_the_key_of_a_new_value_is_made_from_its_title(qtbot: QtBot) -> None:
    editor, told = shown(qtbot)
    editor.add_button.click()
    field = editor.list.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, "By phone")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: keys(told) == "abcby_phone")
    editor.list.item(3).setText("By letter")
    assert told[-1][3] == Value("by_phone", "By letter")


def test_a_value_is_added_retired_and_brought_back(qtbot: QtBot) -> None:
    editor, told = shown(qtbot)
    editor.add_button.click()
    assert keys(told) == "abcnew_value"
    editor.list.setCurrentRow(0)
    editor.retire_button.click()
    assert told[-1][0].retired
    assert editor.retire_button.text() == "Bring back"
    assert not editor.merge_button.isEnabled()
    editor.retire_button.click()
    assert not told[-1][0].retired


def test_a_merge_is_asked_for(qtbot: QtBot) -> None:
    editor, _told = shown(qtbot)
    with qtbot.waitSignal(editor.merge_requested) as asked:
        editor.list.setCurrentRow(1)
        editor.merge_button.click()
    assert asked.args == ["b"]
