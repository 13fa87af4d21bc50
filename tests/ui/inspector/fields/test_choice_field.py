"""Closed values: by key, by typing, and what is retired."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from annotator.core.schema import AttributeKind
from annotator.ui.inspector.fields.choice_field import ChoiceField
from annotator.ui.inspector.fields.field import DIFFERENT
from tests.ui.inspector.fields.attributes import VALUES, attribute, changes, shown

CHOICE = attribute(AttributeKind.CHOICE, values=VALUES)


def box(field: ChoiceField) -> QComboBox:
    return field.findChildren(QComboBox)[0]


def test_letters_pick_a_value_and_each_change_is_told_once(qtbot: QtBot) -> None:
    field = ChoiceField(CHOICE)
    shown(qtbot, field)
    field.set_value(None)
    told = changes(field)
    qtbot.keyClicks(field.editor, "th")
    assert told == ["other"]
    assert box(field).currentText() == "the other"
    qtbot.keyClick(field.editor, Qt.Key.Key_Home)
    assert told == ["other", None]


def test_enter_leads_back_to_the_text(qtbot: QtBot) -> None:
    field = ChoiceField(CHOICE)
    shown(qtbot, field)
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field.editor, Qt.Key.Key_Return)


def test_where_there_is_a_default_nothing_cannot_be_said(qtbot: QtBot) -> None:
    field = ChoiceField(attribute(AttributeKind.CHOICE, values=VALUES, default="one"))
    shown(qtbot, field)
    assert [box(field).itemText(row) for row in range(box(field).count())] == ["one", "the other"]


def test_what_is_retired_is_shown_only_where_it_is_the_value(qtbot: QtBot) -> None:
    field = ChoiceField(CHOICE)
    shown(qtbot, field)
    assert box(field).findText("an old one") < 0
    field.set_value("old")
    assert box(field).currentText() == "an old one"


def test_several_that_differ_show_no_value_and_any_can_be_chosen(qtbot: QtBot) -> None:
    field = ChoiceField(CHOICE)
    shown(qtbot, field)
    field.set_value(DIFFERENT)
    assert (box(field).currentIndex(), box(field).placeholderText()) == (-1, "(differs)")
    told = changes(field)
    qtbot.keyClick(field.editor, Qt.Key.Key_O)
    assert told == ["one"]


def test_the_wheel_changes_nothing_in_passing(qtbot: QtBot) -> None:
    field = ChoiceField(CHOICE)
    shown(qtbot, field)
    field.set_value("one")
    field.editor.clearFocus()
    told = changes(field)
    place = QPointF(5, 5)
    wheel = QWheelEvent(
        place, place, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.editor, wheel)
    assert told == []
    assert box(field).currentText() == "one"
