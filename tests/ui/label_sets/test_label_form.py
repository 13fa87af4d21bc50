"""The form of a label."""

from dataclasses import replace
from typing import Any

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.schema import Pattern
from annotator.ui.label_sets.label_form import LabelForm
from tests.ui.label_sets.sets import NEWSROOM


def shown(qtbot: QtBot, clashes: tuple[str, ...] = ()) -> tuple[LabelForm, list[dict[str, Any]]]:
    form, told = LabelForm("light", lambda _set, _label: clashes), list[dict[str, Any]]()
    qtbot.addWidget(form)
    form.edited.connect(told.append)
    form.show_part(NEWSROOM, NEWSROOM.label("denial"), is_new=False)
    return form, told


def test_all_of_a_label_is_shown_and_nothing_told(qtbot: QtBot) -> None:
    form, told = shown(qtbot)
    assert (form.title.text(), form.key.text(), form.shortcut.text()) == ("Denial", "denial", "2")
    assert form.pattern.currentText() == "dashed"
    assert form.link.currentText() == "denies"
    assert form.colours["dark"].line.text() == "#ff8a80"
    assert form.clash.isHidden()
    assert told == []


def test_each_field_tells_what_it_changes(qtbot: QtBot) -> None:
    form, told = shown(qtbot)
    form.pattern.setCurrentIndex(form.pattern.findData("double"))
    form.pattern.activated.emit(form.pattern.currentIndex())
    form.shortcut.clear()
    QTest.keyClicks(form.shortcut, "d")
    form.helper.click()
    form.link.setCurrentIndex(0)
    form.link.activated.emit(0)
    form.colours["dark"].line.clear()
    QTest.keyClicks(form.colours["dark"].line, "#ffffff")
    colours = replace(NEWSROOM.label("denial").colours, dark="#ffffff")
    assert told == [
        {"pattern": Pattern.DOUBLE},
        {"shortcut": "D"},
        {"helper": True},
        {"link": ""},
        {"colours": colours},
    ]


def test_a_key_that_others_have_is_named(qtbot: QtBot) -> None:
    form, _told = shown(qtbot, ("Note", "Link"))
    assert "“Note”, “Link”" in form.clash.text()
