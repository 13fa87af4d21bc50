"""The form of the set itself."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.label_sets.set_form import SetForm
from tests.ui.label_sets.sets import NEWSROOM


def test_the_set_has_a_title_and_groups_say_what_they_are(qtbot: QtBot) -> None:
    form, told = SetForm(), list[str]()
    qtbot.addWidget(form)
    form.title_edited.connect(told.append)
    form.show_set(NEWSROOM, "set")
    assert (form.title.text(), form.words.text()) == ("Newsroom", "Version 2")
    QTest.keyClicks(form.title, " desk")
    assert told[-1] == "Newsroom desk"
    form.show_set(NEWSROOM, "rules")
    assert form.title.isHidden()
    assert "can be taken out" in form.words.text()
