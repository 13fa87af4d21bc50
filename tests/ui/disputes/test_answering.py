"""From a key to a ruling that is wanted."""

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.core.rulings import RulingVerdict
from annotator.core.spans import Span
from annotator.ui.disputes.answer_line import AnswerLine
from annotator.ui.disputes.answering import Answer, Answering
from annotator.ui.passages.reading_pane import ReadingPane
from annotator.ui.quiet_label import QuietLabel
from tests.core.submitted import BEN
from tests.ui.disputes.made import LABELS, SENTENCES, TEXT, article


class Desk:
    """The parts that answering joins."""

    def __init__(self, qtbot: QtBot) -> None:
        self.whole = QWidget()
        qtbot.addWidget(self.whole)
        self.line, self.steps, self.pane = AnswerLine(self.whole), QuietLabel("", self.whole), ReadingPane(self.whole)
        self.pane.show_text(TEXT, (), "en", sentences=SENTENCES)
        self.answering = Answering(self.line, self.steps, self.pane, self.whole)
        there = article()
        self.dispute = there.disputes.disputes[0]
        self.answering.turn_to(self.dispute, there, LABELS)
        self.answers: list[Answer] = []
        self.answering.answered.connect(self.answers.append)

    def press(self, key: Qt.Key, text: str = "", held: Any = Qt.KeyboardModifier.NoModifier) -> bool:
        return self.answering.take_key(QKeyEvent(QEvent.Type.KeyPress, key, held, text))


def test_a_side_and_a_reason(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.answering.choose(RulingVerdict.ONE, BEN)
    assert desk.line.question.text() == "Ben’s side holds. Why?"
    desk.line.given.emit("No article")
    (answer,) = desk.answers
    assert (answer.dispute, answer.choice.annotator_id, answer.reason) == (desk.dispute, BEN, "No article")
    assert answer.case_title is None


def test_something_new_from_the_extent_of_the_dispute(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.answering.begin_new()
    assert desk.pane.selection() == (0, 15)
    assert "Claim" in desk.steps.text()
    desk.press(Qt.Key.Key_Right, held=Qt.KeyboardModifier.ShiftModifier)
    desk.press(Qt.Key.Key_3, "3")
    assert desk.press(Qt.Key.Key_J, "j")  # nothing else is done meanwhile
    desk.press(Qt.Key.Key_Return)
    assert not desk.answering.is_selecting
    desk.line.given.emit("")
    (answer,) = desk.answers
    assert (answer.choice.verdict, answer.choice.label) == (RulingVerdict.NEW, "quote")
    assert list(answer.choice.segments) == [Span(4, 15)]


def test_keys_mean_nothing_here_while_nothing_is_chosen(qtbot: QtBot) -> None:
    assert not Desk(qtbot).press(Qt.Key.Key_Return)


def test_a_case_is_asked_for_its_title_after_the_reason(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.answering.make_case()
    assert desk.steps.text()
    desk.answering.choose(RulingVerdict.BOTH)
    desk.line.given.emit("Why")
    assert desk.answers == []
    desk.line.given.emit("Title")
    assert [(answer.reason, answer.case_title) for answer in desk.answers] == [("Why", "Title")]


def test_a_case_can_be_thought_better_of(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.answering.make_case()
    desk.answering.make_case()
    desk.answering.choose(RulingVerdict.NEITHER)
    desk.line.given.emit("")
    assert desk.answers[0].case_title is None


def test_stopping_leaves_everything_as_it_was(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.answering.begin_new()
    with qtbot.waitSignal(desk.answering.ended):
        desk.press(Qt.Key.Key_Escape)
    assert desk.pane.selection() is None
    desk.answering.choose(RulingVerdict.BOTH)
    desk.line.left.emit()
    assert desk.line.isHidden()
    assert desk.answers == []


def test_without_a_dispute_nothing_happens(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.answering.turn_to(None, None, None)
    desk.answering.choose(RulingVerdict.BOTH)
    desk.answering.begin_new()
    desk.answering.make_case()
    assert desk.line.isHidden()
    assert not desk.answering.is_selecting
