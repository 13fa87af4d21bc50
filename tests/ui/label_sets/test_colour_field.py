"""A colour, and how well it is seen."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog
from pytestqt.qtbot import QtBot

from annotator.ui.label_sets.colour_field import ColourField


@pytest.mark.parametrize(
    ("colour", "words"),
    [
        ("#000000", "20.0 : 1"),
        ("#d0d0d0", "too faint to be seen well"),
        ("#8a8a8a", "its letter beside the text is hard to read"),
        ("#8a8a8", "Write it like"),
        ("purple!", "Write it like"),
    ],
)
def test_the_contrast_is_told_in_numbers(qtbot: QtBot, colour: str, words: str) -> None:
    field = ColourField("light", "Light")
    qtbot.addWidget(field)
    field.show_colour(colour)
    assert words in field.words.text()


def test_each_theme_has_its_own_paper(qtbot: QtBot) -> None:
    light, dark = ColourField("light", "Light"), ColourField("dark", "Dark")
    for field in (light, dark):
        qtbot.addWidget(field)
        field.show_colour("#f0b64a")
    assert light.ratio() < 3 < dark.ratio()


def test_only_whole_colours_are_told(qtbot: QtBot) -> None:
    field, told = ColourField("light", "Light"), list[str]()
    qtbot.addWidget(field)
    field.edited.connect(told.append)
    field.line.clear()
    QTest.keyClicks(field.line, "#12AB9F")
    assert told == ["#12ab9f"]


def test_a_colour_is_picked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    field, told = ColourField("light", "Light"), list[str]()
    qtbot.addWidget(field)
    field.edited.connect(told.append)
    answers = iter([QColor("#102030"), QColor()])
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_given: next(answers))
    field.button.click()
    field.button.click()
    assert told == ["#102030"]
