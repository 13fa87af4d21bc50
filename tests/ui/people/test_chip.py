"""The chip reads well on every paper, and says who it is."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from annotator.core.people import COLORS, Person
from annotator.ui.inks import contrast
from annotator.ui.people.chip import PersonChip, person_icon, person_ink
from annotator.ui.theme import THEMES, read_theme

ANNA = Person(UUID(int=1), "Anna de Vries", "AV", color="rose")


@pytest.mark.parametrize("theme_name", THEMES)
@pytest.mark.parametrize("color", COLORS)
def test_initials_read_well_on_the_colour_and_the_colour_on_every_ground(theme_name: str, color: str) -> None:
    theme, person = read_theme(theme_name), Person(UUID(int=1), "A", "A", color=color)
    for ground in (theme.paper, theme.frame, theme.raised):
        assert contrast(person_ink(person, theme_name), QColor(ground)) >= 4.5


def test_it_says_whose_it_is(qtbot: QtBot) -> None:
    chip = PersonChip(ANNA, "light")
    qtbot.addWidget(chip)
    assert (chip.accessibleName(), chip.toolTip(), chip.person) == ("Anna de Vries", "Anna de Vries", ANNA)
    narrow = chip.sizeHint().width()
    wide = PersonChip(ANNA, "light", with_name=True)
    qtbot.addWidget(wide)
    assert wide.sizeHint().width() > narrow


def colours_at(chip: PersonChip) -> list[str]:
    """The colours at a quarter of the height near the left and the right end."""
    picture = chip.grab().toImage()
    y, far = picture.height() // 2, picture.width() - 4
    return [picture.pixelColor(x, y).name() for x in (3, far)]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_stands_where_a_line_begins(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    chip = PersonChip(ANNA, "light", with_name=True)
    qtbot.addWidget(chip)
    chip.setLayoutDirection(direction)
    chip.resize(chip.sizeHint() * 2)
    ink = person_ink(ANNA, "light").name()
    left, right = colours_at(chip)
    assert (left == ink, right == ink) == (
        direction == Qt.LayoutDirection.LeftToRight,
        direction == Qt.LayoutDirection.RightToLeft,
    )


def test_as_an_icon(qtbot: QtBot) -> None:
    chip = PersonChip(ANNA, "dark")
    qtbot.addWidget(chip)
    picture = person_icon(ANNA, "dark", chip.font(), QColor("#000000")).pixmap(64, 64)
    assert picture.toImage().pixelColor(3, picture.height() // 2).name() == person_ink(ANNA, "dark").name()
