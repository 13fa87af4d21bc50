"""What all forms do."""

from typing import Any

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.label_sets.part_form import PartForm


def test_what_is_typed_is_told_and_what_is_shown_is_not(qtbot: QtBot) -> None:
    form, told = PartForm(), list[dict[str, Any]]()
    qtbot.addWidget(form)
    form.edited.connect(told.append)
    line, text = form.add_line("Title", "title"), form.add_text("Description", "description")
    line.setText("shown")
    form.show_text(text, "shown")
    assert told == []
    QTest.keyClicks(line, "!")
    QTest.keyClicks(text, "a ")
    assert told == [{"title": "shown!"}, {"description": "ashown"}, {"description": "a shown"}]
    assert (line.accessibleName(), text.accessibleName()) == ("Title", "Description")
