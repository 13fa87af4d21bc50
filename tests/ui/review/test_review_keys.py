"""The keys of the review page. What they lead to is seen in the page's tests; here, where they do nothing."""

from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from annotator.ui.review.review_keys import act_for
from annotator.ui.review.review_page import ReviewPage
from tests.store.desk import Desk
from tests.ui.review.readings import entry, reading

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def pressed(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


@pytest.fixture
def page(qtbot: QtBot) -> ReviewPage:
    made = ReviewPage()
    qtbot.addWidget(made)
    made.resize(1000, 600)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_nothing_is_judged_without_a_reading_from_the_queue_or_while_something_is_asked(
    page: ReviewPage, desk: Desk, article: UUID
) -> None:
    assert act_for(page, pressed(Qt.Key.Key_A)) is None
    page.show_queue([entry()], [])
    page.show_reading(reading(desk, article))
    page.queue.begin()
    assert act_for(page, pressed(Qt.Key.Key_A)) is None
    assert act_for(page, pressed(Qt.Key.Key_Return)) is None
    page.begin()
    assert act_for(page, pressed(Qt.Key.Key_A)) == page.approve
    page.send_back()
    assert act_for(page, pressed(Qt.Key.Key_A)) is None


def test_a_key_with_control_is_somebody_elses_and_enter_on_a_button_clicks_it(
    page: ReviewPage, desk: Desk, article: UUID
) -> None:
    page.show_reading(reading(desk, article))
    page.begin()
    assert act_for(page, pressed(Qt.Key.Key_A, CONTROL)) is None
    assert act_for(page, pressed(Qt.Key.Key_R, SHIFT)) == page.give_back
    assert act_for(page, pressed(Qt.Key.Key_X)) is None
    page.card.correct.setFocus()
    assert act_for(page, pressed(Qt.Key.Key_Return)) == page.card.correct.click
