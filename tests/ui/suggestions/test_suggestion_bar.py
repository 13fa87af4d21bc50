"""The bar under the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.suggestions.suggestion_bar import SuggestionBar
from tests.ui.reader.articles import newsroom

QUOTE = newsroom().label("quote")


@pytest.fixture
def bar(qtbot: QtBot) -> SuggestionBar:
    made = SuggestionBar()
    qtbot.addWidget(made)
    actions = []
    for words, key in (("Accept it", "Y"), ("Reject it", "R"), ("Next one", "")):
        action = QAction(words, made)
        action.setShortcut(QKeySequence(key))
        actions.append(action)
    made.set_actions(actions)
    made.resize(560, 48)
    return made


def test_a_suggestion_has_label_reason_and_three_ways_on(bar: SuggestionBar) -> None:
    bar.show_suggestion(QUOTE, "light", "by cue words", "“said” follows it")
    assert bar.isVisible()
    assert [button.text() for button in bar.buttons] == ["Accept  Y", "Reject  R", "Next"]
    assert [button.isVisible() for button in bar.buttons] == [True] * 3
    assert bar.accessibleName() == "Suggested: Quote"
    assert bar.accessibleDescription() == "“said” follows it. by cue words"
    assert bar.reason.toolTip() == "“said” follows it"


def test_the_buttons_follow_the_keys_that_a_person_chooses(bar: SuggestionBar) -> None:
    bar._actions[0].setShortcut(QKeySequence("Ctrl+Return"))
    assert bar.buttons[0].text() == "Accept  Ctrl+Enter"


def test_its_height_does_not_change_from_sentence_to_sentence(bar: SuggestionBar) -> None:
    bar.show_suggestion(QUOTE, "light", "by cue words · 90 % sure", "“said” follows it")
    with_one = bar.sizeHint().height()
    bar.show_none("No suggestion for this sentence", 3)
    assert max(bar.sizeHint().height(), bar.minimumHeight()) == max(with_one, bar.minimumHeight())


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (0, "All in this article are decided on"),
        (1, "1 more in this article"),
        (7, "7 more in this article"),
        (None, "There may be more further on in this article"),
    ],
)
def test_without_one_it_says_how_many_are_left(bar: SuggestionBar, left: int | None, words: str) -> None:
    bar.show_none("No suggestion for this sentence", left)
    assert bar.reason.words == words
    assert [button.isVisible() for button in bar.buttons] == [False, False, left != 0]


def test_a_button_does_what_its_command_does(bar: SuggestionBar, qtbot: QtBot) -> None:
    bar.show_suggestion(QUOTE, "light", "by cue words", "")
    with qtbot.waitSignal(bar._actions[1].triggered):
        QTest.mouseClick(bar.buttons[1], Qt.MouseButton.LeftButton)


def test_what_had_the_keyboard_and_goes_says_so(bar: SuggestionBar, qtbot: QtBot) -> None:
    bar.show_suggestion(QUOTE, "light", "by cue words", "")
    bar.activateWindow()
    bar.buttons[0].setFocus()
    qtbot.waitUntil(bar.buttons[0].hasFocus)
    with qtbot.waitSignal(bar.left):
        bar.put_away()
    assert not bar.isVisible()


def test_long_reasons_do_not_widen_the_window(bar: SuggestionBar) -> None:
    bar.show_suggestion(QUOTE, "light", "by cue words", "“said” follows it")
    width = bar.minimumSizeHint().width()
    bar.show_suggestion(QUOTE, "light", "by cue words", "“said” follows it " * 40)
    assert bar.minimumSizeHint().width() == width
    assert not bar.grab().isNull()
