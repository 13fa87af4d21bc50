"""The button says its filter, and tells a new one once."""

from pytestqt.qtbot import QtBot

from annotator.ui.library.reading_states import StateFilter
from annotator.ui.library.state_menu import StateMenu, filter_words


def test_a_filter_is_picked(qtbot: QtBot) -> None:
    button, told = StateMenu(), list[StateFilter]()
    qtbot.addWidget(button)
    button.chosen.connect(told.append)
    rows = {action.text(): action for action in button.menu().actions() if not action.isSeparator()}
    assert list(rows) == [filter_words(one) for one in StateFilter]
    rows["Returned"].trigger()
    rows["Returned"].trigger()
    assert told == [StateFilter.RETURNED]
    assert (button.text(), button.accessibleName()) == ("Returned ▾", "Articles shown: Returned")
    assert [text for text, action in rows.items() if action.isChecked()] == ["Returned"]
