"""The button says who one is, and nothing where nobody is."""

from uuid import UUID

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from annotator.core.people import Person, Role
from annotator.ui.people.chip import person_ink
from annotator.ui.people.who_button import WhoButton

ANNA = Person(UUID(int=1), "Anna & Co", "AC", Role.LEAD)


def test_it_says_who_one_is(qtbot: QtBot) -> None:
    button = WhoButton(QAction("Who am I…"))
    qtbot.addWidget(button)
    assert not button.isEnabled()
    button.show_person(ANNA, "light")
    assert button.isEnabled()
    assert button.accessibleName() == "You work as Anna & Co, lead"
    button.resize(button.sizeHint())
    middle = button.height() // 2
    assert button.grab().toImage().pixelColor(10, middle).name() == person_ink(ANNA, "light").name()


def test_a_long_name_leaves_room_for_the_rest(qtbot: QtBot) -> None:
    button = WhoButton(QAction("Who am I…"))
    qtbot.addWidget(button)
    button.show_person(Person(UUID(int=1), "A name " * 20, "A"), "dark")
    assert 60 < button.sizeHint().width() < 250
    assert button.toolTip().count("A name") == 20
