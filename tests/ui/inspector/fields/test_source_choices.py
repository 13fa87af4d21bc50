"""The list below a source field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.inspector.fields.source_choices import SourceChoice, SourceChoices
from tests.ui.inspector.fields.attributes import ALI

CHOICES = [SourceChoice(ALI.id, "Ali", "person"), SourceChoice(None, "Alia")]


class Window(QWidget):
    """A window with a field in it."""

    def __init__(self, height: int = 400) -> None:
        super().__init__()
        self.resize(300, height)
        self.field = QLineEdit(self)
        self.field.setGeometry(180, 100, 100, 26)
        self.choices = SourceChoices(self.field)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    return window


def test_rows_say_what_they_are_and_are_stepped_through(window: Window) -> None:
    choices = window.choices
    choices.show_choices(CHOICES, 0)
    assert choices.words() == "Ali  ·  person"
    choices.step(5)
    assert choices.words() == "Create “Alia”"
    assert choices.choice() == CHOICES[1]
    choices.step(-5)
    assert choices.choice() == CHOICES[0]


def test_nothing_is_chosen_while_it_is_away_or_nothing_is_marked(window: Window) -> None:
    choices = window.choices
    choices.show_choices(CHOICES, -1)
    assert choices.choice() is None
    choices.show_choices([], -1)
    assert not choices.isVisible()
    choices.step(1)
    assert choices.choice() is None


def test_it_lies_inside_the_window_above_the_field_where_there_is_no_room_below(qtbot: QtBot) -> None:
    for height in (400, 140):
        window = Window(height)
        qtbot.addWidget(window)
        window.show()
        window.choices.show_choices(CHOICES, 0)
        assert window.rect().contains(window.choices.geometry())
        assert not window.choices.geometry().intersects(window.field.geometry())


def test_a_click_chooses(window: Window, qtbot: QtBot) -> None:
    choices = window.choices
    choices.show_choices(CHOICES, 0)
    place = choices.visualItemRect(choices.item(1)).center()
    with qtbot.waitSignal(choices.chosen) as chosen:
        qtbot.mouseClick(choices.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [CHOICES[1]]
