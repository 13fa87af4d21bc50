"""A box to tick."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from annotator.core.schema import AttributeKind
from annotator.ui.inspector.fields.field import DIFFERENT
from annotator.ui.inspector.fields.yes_no_field import YesNoField
from tests.ui.inspector.fields.attributes import attribute, changes, shown


def test_space_ticks_and_unticks(qtbot: QtBot) -> None:
    field = YesNoField(attribute(AttributeKind.YES_NO))
    shown(qtbot, field)
    field.set_value(False)
    told = changes(field)
    for _ in range(2):
        qtbot.keyClick(field.editor, Qt.Key.Key_Space)
    assert told == [True, False]
    assert field.editor.accessibleName() == "Title: no"


def test_several_that_differ_are_half_ticked_until_one_is_chosen(qtbot: QtBot) -> None:
    field = YesNoField(attribute(AttributeKind.YES_NO))
    shown(qtbot, field)
    field.set_value(DIFFERENT)
    box = field.findChildren(QCheckBox)[0]
    assert (box.checkState(), box.text()) == (Qt.CheckState.PartiallyChecked, "(differs)")
    told = changes(field)
    qtbot.keyClick(field.editor, Qt.Key.Key_Space)
    assert told == [True]
    assert not box.isTristate()
