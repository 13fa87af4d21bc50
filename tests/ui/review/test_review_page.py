"""The review page with a reading on it, by real keys; what it asks for is done by hand here."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.review_policy import USUAL_REASONS
from annotator.core.spans import Span
from annotator.operations import review
from annotator.operations.corrections import Correction, correct
from annotator.ui.reader_look import reader_theme
from annotator.ui.review.review_page import ReviewPage
from annotator.ui.theme import read_theme
from tests.operations.review_desk import TEXT, hand_in
from tests.store.desk import Desk
from tests.ui.review.readings import entry, reading

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | SHIFT


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, article: UUID) -> ReviewPage:
    made = ReviewPage()
    qtbot.addWidget(made)
    made.resize(1100, 640)
    with qtbot.waitActive(made):
        made.show()
    made.set_look(reader_theme(read_theme("light")), lambda source: source.name)
    made.set_rights(USUAL_REASONS, writable=True)
    made.show_queue([entry()], [])
    made.show_reading(reading(desk, article))
    made.begin()
    return made


def test_it_begins_at_the_first_that_waits_and_keys_go_on(desk: Desk, article: UUID, page: ReviewPage) -> None:
    assert (page.at, page.pane.hasFocus()) == (0, True)
    for key, at in (
        (Qt.Key.Key_J, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_K, 1),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_End, 2),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(page.pane, key)
        assert page.at == at
    assert page.pane.focused == page.pane.spans[0]
    review.approve(desk.workspace, [reading(desk, article).annotations[0].annotation.id], desk.ben)
    page.show_reading(None)
    page.show_reading(reading(desk, article))
    assert page.at == 1


def test_one_key_approves_and_another_all_the_rest(qtbot: QtBot, desk: Desk, article: UUID, page: ReviewPage) -> None:
    keys = [one.annotation.id for one in reading(desk, article).annotations]
    with qtbot.waitSignal(page.approved) as told:
        QTest.keyClick(page.pane, Qt.Key.Key_A)
    assert told.args == [keys[:1]]
    review.approve(desk.workspace, keys[:1], desk.ben)
    there = reading(desk, article)
    page.show_reading(replace(there, annotations=tuple(replace(one, problems=()) for one in there.annotations)))
    page.go_on()
    assert page.at == 1
    with qtbot.waitSignal(page.approved) as told:
        QTest.keyClick(page.pane, Qt.Key.Key_A, SHIFT)
    assert told.args == [keys[1:]]
    QTest.keyClick(page.pane, Qt.Key.Key_Up)
    with qtbot.assertNotEmitted(page.approved):
        QTest.keyClick(page.pane, Qt.Key.Key_A)
    assert page.at == 1  # what is approved already is passed


def test_it_is_returned_with_a_reason_by_two_keys(qtbot: QtBot, desk: Desk, article: UUID, page: ReviewPage) -> None:
    key = reading(desk, article).annotations[0].annotation.id
    QTest.keyClick(page.pane, Qt.Key.Key_R)
    with qtbot.waitSignal(page.returned) as told:
        QTest.keyClick(page.card.reason.field, Qt.Key.Key_4)
    assert told.args == [[key], USUAL_REASONS[3]]
    assert page.pane.hasFocus()
    QTest.keyClick(page.pane, Qt.Key.Key_R)
    with qtbot.assertNotEmitted(page.returned):
        QTest.keyClick(page.card.reason.field, Qt.Key.Key_Escape)
    assert page.pane.hasFocus()


def test_a_stretch_and_a_label_are_corrected_by_keys(qtbot: QtBot, desk: Desk, article: UUID, page: ReviewPage) -> None:
    key = reading(desk, article).annotations[0].annotation.id
    QTest.keyClick(page.pane, Qt.Key.Key_E)
    stretch = page.card.correction.stretch
    assert stretch.hasFocus()
    for _ in range(3):  # the full stop is a step, too
        QTest.keyClick(stretch, Qt.Key.Key_Left, CONTROL_SHIFT)
    QTest.keyClick(stretch, Qt.Key.Key_Right, CONTROL_SHIFT | Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(stretch, Qt.Key.Key_3)
    with qtbot.waitSignal(page.corrected) as told:
        QTest.keyClick(stretch, Qt.Key.Key_Return)
    assert told.args is not None
    at, correction, reason = told.args
    assert (at, correction.label, reason) == (key, "quote", "")
    ((start, end),) = correction.segments
    assert TEXT[start:end] == "mayor took"
    page.stop_asking()
    assert (page.pane.selection(), page.pane.hasFocus()) == (None, True)


def test_what_was_corrected_is_corrected_again_from_what_is_there(
    qtbot: QtBot, desk: Desk, article: UUID, page: ReviewPage
) -> None:
    first = reading(desk, article).annotations[0].annotation
    made = correct(desk.workspace, first.id, Correction([Span(4, 9)]), desk.ben)
    page.show_reading(reading(desk, article))
    QTest.keyClick(page.pane, Qt.Key.Key_C)
    assert page.card.correction.draft == made
    with qtbot.waitSignal(page.corrected) as told:
        QTest.keyClick(page.card.correction.stretch, Qt.Key.Key_3)
        QTest.keyClick(page.card.correction.stretch, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0] == made.id


def test_enter_leads_to_what_waits_and_then_approves_the_reading(
    qtbot: QtBot, desk: Desk, article: UUID, page: ReviewPage
) -> None:
    keys = [one.annotation.id for one in reading(desk, article).annotations]
    review.approve(desk.workspace, keys[:2], desk.ben)
    page.show_reading(reading(desk, article))
    with qtbot.assertNotEmitted(page.reading_approved):
        QTest.keyClick(page.pane, Qt.Key.Key_Return)
    assert page.at == 2
    review.approve(desk.workspace, keys, desk.ben)
    page.show_reading(reading(desk, article))
    with qtbot.waitSignal(page.reading_approved):
        QTest.keyClick(page.pane, Qt.Key.Key_Return)


def test_enter_twice_returns_a_reading_with_the_reasons_of_its_annotations(
    qtbot: QtBot, desk: Desk, article: UUID, page: ReviewPage
) -> None:
    keys = [one.annotation.id for one in reading(desk, article).annotations]
    review.return_annotations(desk.workspace, keys[:1], "No source.", desk.ben)
    review.approve(desk.workspace, keys[1:], desk.ben)
    page.show_reading(reading(desk, article))
    QTest.keyClick(page.pane, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.reading_returned) as told:
        QTest.keyClick(page.card.reason.field, Qt.Key.Key_Return)
    assert told.args == ["No source."]


def test_a_reading_is_returned_with_nothing_in_it_returned(qtbot: QtBot, page: ReviewPage) -> None:
    QTest.keyClick(page.pane, Qt.Key.Key_R, SHIFT)
    QTest.keyClicks(page.card.reason.field, "Half is missing.")
    with qtbot.waitSignal(page.reading_returned) as told:
        QTest.keyClick(page.card.reason.field, Qt.Key.Key_Return)
    assert told.args == ["Half is missing."]


def test_a_click_on_the_text_chooses_the_annotation(page: ReviewPage) -> None:
    span = page.pane.spans[2]
    page.pane.focus(span.id)
    place = page.pane.boxes_of(span.extent)[0].center().toPoint()
    QTest.mouseClick(page.pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.at == 2


def test_escape_leads_to_the_queue_and_from_there_away(qtbot: QtBot, page: ReviewPage) -> None:
    QTest.keyClick(page.pane, Qt.Key.Key_Escape)
    assert page.queue.list_view.hasFocus()
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.queue.list_view, Qt.Key.Key_Escape)


def test_without_a_reading_the_page_says_what_to_do(desk: Desk, page: ReviewPage) -> None:
    page.show_reading(None)
    assert not page.card.isVisible()
    assert "Choose a reading" in page.nothing.text()
    page.show_queue([], [])
    assert "hand in" in page.nothing.text()
    empty = desk.load("Nothing.")
    hand_in(desk, empty)
    page.show_reading(reading(desk, empty))
    assert (page.at, page.current) == (-1, None)
    for key in (Qt.Key.Key_A, Qt.Key.Key_E, Qt.Key.Key_R, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(page.pane, key)
    assert page.at == -1
    page.forget()
    assert page.key is None


def test_ones_own_reading_can_only_be_looked_at(qtbot: QtBot, desk: Desk, article: UUID, page: ReviewPage) -> None:
    page.show_reading(None)
    page.show_reading(reading(desk, article), mine=True)
    signals = [page.approved, page.returned, page.reading_approved, page.reading_returned]
    with qtbot.assertNotEmitted(signals[0]), qtbot.assertNotEmitted(signals[2]):
        for key in (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_E, Qt.Key.Key_Return):
            QTest.keyClick(page.pane, key)
    assert not page.card.is_asking
