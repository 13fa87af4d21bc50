"""What every field has: a name for who listens, words beneath, and the way back to the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.core.schema import AttributeKind, Severity
from annotator.core.validation import Problem
from annotator.ui.inspector.fields.choice_field import ChoiceField
from annotator.ui.inspector.fields.date_field import DateField
from annotator.ui.inspector.fields.field import Field
from annotator.ui.inspector.fields.number_field import NumberField
from annotator.ui.inspector.fields.source_field import SourceField
from annotator.ui.inspector.fields.text_field import TextField
from annotator.ui.inspector.fields.yes_no_field import YesNoField
from tests.ui.inspector.fields.attributes import VALUES, Finder, attribute, shown


def every_kind() -> list[Field]:
    return [
        ChoiceField(attribute(AttributeKind.CHOICE, values=VALUES)),
        YesNoField(attribute(AttributeKind.YES_NO)),
        TextField(attribute(AttributeKind.TEXT)),
        NumberField(attribute(AttributeKind.NUMBER)),
        DateField(attribute(AttributeKind.DATE)),
        SourceField(attribute(AttributeKind.SOURCE), Finder()),
    ]


def test_every_kind_has_a_name_and_says_what_is_wrong(qtbot: QtBot) -> None:
    for field in every_kind():
        shown(qtbot, field)
        assert field.editor.accessibleName().startswith("Title")
        assert field.editor.accessibleDescription() == "What it is."
        field.show_problems([Problem("rule", Severity.HARD, "Say who.", "key")])
        assert field.problem == "To be put right: Say who."
        assert field.editor.accessibleDescription() == "To be put right: Say who. What it is."
        (label,) = [one for one in field.findChildren(QLabel) if one.text() == field.problem]
        assert label.isVisible()
        field.show_problems([])
        assert not label.isVisible()


def test_escape_leads_back_to_the_text(qtbot: QtBot) -> None:
    for field in every_kind():
        shown(qtbot, field)
        with qtbot.waitSignal(field.left):
            qtbot.keyClick(field.editor, Qt.Key.Key_Escape)


def test_a_value_does_not_change_in_passing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for field in every_kind():
        shown(qtbot, field).set_changeable(False)
        field.set_changeable(True)
        assert field.editor.isEnabled()
