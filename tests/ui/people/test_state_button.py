"""The state stands over the text, with a sign where it is closed or returned."""

from uuid import UUID

from pytestqt.qtbot import QtBot

from annotator.core.readings import ReadingRecord, State
from annotator.ui.people.state_button import StateButton
from annotator.ui.theme import read_theme


def test_it_says_the_state(qtbot: QtBot) -> None:
    button, theme = StateButton(), read_theme("light")
    qtbot.addWidget(button)
    button.show_reading(ReadingRecord(UUID(int=1), UUID(int=2), State.IN_PROGRESS), theme)
    assert (button.text(), button.icon().isNull()) == ("In progress", True)
    button.show_reading(ReadingRecord(UUID(int=1), UUID(int=2), State.APPROVED), theme)
    assert (button.text().strip(), button.icon().isNull()) == ("Approved", False)
    assert button.accessibleName() == "How far you are: Approved"
    button.show_reading(None, theme)
    assert not button.isVisible()
