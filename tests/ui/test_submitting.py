"""Handing in by key: what is missing is told with a way to it, and what is handed in stays closed."""

import pytest
from PySide6.QtCore import Qt

from annotator.core.readings import State
from annotator.operations import people, readings, review
from annotator.ui.banner import Kind
from annotator.ui.my_work.reason_dialog import ReasonDialog
from tests.ui.stage import Stage

HAND_IN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def press(stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    stage.qtbot.keyClick(stage.window.reader, key, modifier)
    stage.settle()


def state(stage: Stage) -> State:
    found = readings.reading_of(stage.session.workspace, stage.document.id, stage.session.annotator_id)
    return found.state


@pytest.fixture
def handed_in(stage: Stage) -> Stage:
    """An article with a claim, handed in."""
    stage.start().load()
    press(stage, Qt.Key.Key_1)
    press(stage, Qt.Key.Key_Return, HAND_IN)
    assert state(stage) is State.SUBMITTED
    return stage


def approve(stage: Stage) -> None:
    ben = people.add_person(stage.session.workspace, "Ben")
    review.approve_reading(stage.session.workspace, stage.document.id, stage.session.annotator_id, ben, rest=True)
    stage.settle()


def test_one_key_hands_in_and_tells_what_is_undecided(handed_in: Stage) -> None:
    notice = handed_in.window.banner.notice
    assert notice.kind is Kind.INFO
    assert "Handed in." in notice.text
    assert "undecided" in notice.text


def test_what_breaks_a_hard_rule_is_listed_and_led_to(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_3)
    press(stage, Qt.Key.Key_Return, HAND_IN)
    assert state(stage) is State.IN_PROGRESS
    dialog = stage.session.submitting._dialog
    assert dialog.windowTitle() == "Hand in"
    assert "cannot be handed in yet. 1 thing is to be put right." in dialog.summary.text()
    stage.qtbot.keyClick(dialog.list_view, Qt.Key.Key_Return)
    stage.settle()
    assert stage.window.reader.current_annotation().label == "quote"
    assert stage.session.submitting._dialog is None


def test_a_key_changes_nothing_that_is_handed_in_and_the_way_out_is_offered(handed_in: Stage) -> None:
    press(handed_in, Qt.Key.Key_2)
    assert handed_in.labels_here() == ["claim"]
    notice = handed_in.window.banner.notice
    assert "handed this article in" in notice.text
    assert [way.title for way in notice.ways] == ["Take it back"]
    notice.ways[0].take()
    handed_in.settle()
    assert handed_in.window.banner.notice is None
    press(handed_in, Qt.Key.Key_2)
    assert handed_in.labels_here() == ["claim", "denial"]


def test_undo_of_another_article_says_which_it_is_about(handed_in: Stage) -> None:
    first = handed_in.document
    other = handed_in.load("Another article.").document
    handed_in.session.undo()  # the load of the other article
    handed_in.settle()
    handed_in.session.undo()
    handed_in.settle()
    assert handed_in.document is None or handed_in.document.id != other.id
    notice = handed_in.window.banner.notice
    assert "handed this article in" in notice.text
    assert first.title in notice.text or handed_in.document.id == first.id


def test_nothing_is_suggested_in_what_is_handed_in(stage: Stage) -> None:
    stage.start().load()
    bar = stage.window.suggestion_bar
    stage.qtbot.waitUntil(bar.isVisible)
    stage.session.submitting.submit()
    stage.settle()
    stage.qtbot.waitUntil(lambda: not bar.isVisible())
    stage.window.banner.notice.ways[0].take()
    stage.settle()
    stage.qtbot.waitUntil(bar.isVisible)


def test_it_is_not_handed_in_twice(handed_in: Stage) -> None:
    press(handed_in, Qt.Key.Key_Return, HAND_IN)
    assert handed_in.window.banner.notice.text == "You have handed this article in."


def test_an_approved_one_is_taken_up_again_with_a_reason(handed_in: Stage) -> None:
    approve(handed_in)
    press(handed_in, Qt.Key.Key_2)
    notice = handed_in.window.banner.notice
    assert [way.title for way in notice.ways] == ["New version…"]
    notice.ways[0].take()
    (asking,) = handed_in.window.findChildren(ReasonDialog)
    asking.words.setPlainText("A name was wrong")
    asking.take.click()
    handed_in.settle()
    reading = handed_in.session.standing.reading
    assert (reading.state, reading.version, reading.reason) == (State.IN_PROGRESS, 2, "A name was wrong")
    assert "version 2" in handed_in.window.reading_state.text()
    press(handed_in, Qt.Key.Key_2)
    assert handed_in.labels_here() == ["claim", "denial"]


def test_getting_back_what_is_not_handed_in(stage: Stage) -> None:
    stage.start().load()
    stage.window.actions_table["reopen"].trigger()
    assert stage.window.strip.state == "This article is not handed in."
    stage.window.actions_table["returned"].trigger()
    assert stage.window.strip.state == "No single annotation was returned."


def test_a_note_that_is_being_written_is_handed_in_with_it(stage: Stage) -> None:
    stage.start().load()
    press(stage, Qt.Key.Key_1)
    press(stage, Qt.Key.Key_N)
    stage.qtbot.keyClicks(stage.window.inspector.focusWidget() or stage.window.focusWidget(), "who")
    stage.window.actions_table["submit"].trigger()
    stage.settle()
    assert state(stage) is State.SUBMITTED
    assert [one.note for one in stage.window.reader.annotations()] == ["who"]
