"""Problems in words, whole in a narrow column."""

from pytestqt.qtbot import QtBot

from annotator.core.schema import Severity
from annotator.core.validation import Problem
from annotator.ui.inspector.problem_words import ProblemLabel, problem_words

HARD, SOFT = (Problem("rule", severity, "Say who it is.", "") for severity in (Severity.HARD, Severity.SOFT))


def test_what_is_hard_says_so() -> None:
    assert problem_words(HARD) == "To be put right: Say who it is."
    assert problem_words(SOFT) == "Say who it is."


def test_the_label_says_each_thing_once_and_is_away_without_any(qtbot: QtBot) -> None:
    label = ProblemLabel()
    qtbot.addWidget(label)
    assert label.show_problems([HARD, SOFT, SOFT]) == "To be put right: Say who it is.\nSay who it is."
    assert not label.isHidden()
    assert (label.property("problem"), label.accessibleName()) == ("hard", label.text())
    label.show_problems([SOFT])
    assert label.property("problem") == "soft"
    label.show_problems([])
    assert label.isHidden()


def test_it_is_as_high_as_its_words_need(qtbot: QtBot) -> None:
    label = ProblemLabel()
    qtbot.addWidget(label)
    label.say("word " * 40)
    label.show()
    heights = []
    for width in (400, 120, 400):
        label.resize(width, 10)
        qtbot.wait(5)
        heights.append(label.height())
    assert heights[0] == heights[2] < heights[1] < 40 * label.fontMetrics().height()
