"""What was learned, and how good it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.learned.judging import Judgement, Score
from annotator.ui.suggestions.learned_view import LearnedView

BETTER = Judgement("quote", "id", 20, 400, Score(80, 90, 100), Score(60, 90, 100))
WORSE = Judgement("claim", "", 20, 400, Score(10, 90, 100), Score(60, 90, 100))
FEW = Judgement("denial", "id", 20, 400, Score(5, 5, 12), Score(1, 9, 12))


@pytest.fixture
def view(qtbot: QtBot) -> LearnedView:
    made = LearnedView({"quote": "Quote", "claim": "Claim"})
    qtbot.addWidget(made)
    made.show()
    return made


def test_each_label_says_which_is_used_and_why(view: LearnedView) -> None:
    view.show_learned([BETTER, WORSE, FEW], is_newest=True)
    (quote, claim, denial) = view.table.words()
    assert quote[0] == "Quote"
    assert "ndonesia" in quote[1]
    assert quote[2:] == ["100 of 400", "84", "63", "learned"]
    assert claim[1:] == ["All languages", "100 of 400", "11", "63", "cue words"]
    assert denial == ["denial", quote[1], "12 of 400", "too few to judge", "too few to judge", "cue words"]


def test_nothing_learned_and_older_than_the_decisions_are_said(view: LearnedView) -> None:
    view.show_learned([], is_newest=True)
    assert view.state.text().startswith("Nothing has been learned yet")
    view.show_learned([BETTER], is_newest=False)
    assert view.state.text() == "More has been decided since this was learned."


def test_learning_is_asked_for_by_key_and_told(view: LearnedView, qtbot: QtBot) -> None:
    view.show_learned([], is_newest=True)
    with qtbot.waitSignal(view.learn_requested):
        QTest.keyClick(view.learn, Qt.Key.Key_Space)
    assert not view.learn.isEnabled()
    view.show_progress(1, 4)
    assert view.state.text() == "Learning: 25 %"
    view.show_failure("The disk is full.")
    assert view.learn.isEnabled()
    assert view.state.text() == "The disk is full."
