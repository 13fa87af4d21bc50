"""Days and moments."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from annotator.core.schema import AttributeKind
from annotator.ui.inspector.fields.date_field import DateField
from tests.ui.inspector.fields.attributes import attribute, changes, shown


@pytest.mark.parametrize("words", ["2025-07-04", "2025-07-04T21:35", "2025-07-04T21:35:00+07:00"])
def test_days_are_told_as_they_are_typed(qtbot: QtBot, words: str) -> None:
    field = DateField(attribute(AttributeKind.DATE))
    shown(qtbot, field)
    field.set_value(None)
    told = changes(field)
    qtbot.keyClicks(field.editor, words)
    field.commit()
    assert told == [words]


def test_what_is_no_day_is_said(qtbot: QtBot) -> None:
    field = DateField(attribute(AttributeKind.DATE))
    shown(qtbot, field)
    field.set_value(None)
    assert field.findChildren(QLineEdit)[0].placeholderText() == "YYYY-MM-DD"
    qtbot.keyClicks(field.editor, "2025-02-30")
    field.commit()
    assert field.problem == "“2025-02-30” is no day such as 2025-07-04; it is not saved."
