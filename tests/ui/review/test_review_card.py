"""The card: what it says of an annotation and of the whole reading, and what it asks."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.schema import Severity
from annotator.core.validation import Problem
from annotator.operations import review
from annotator.ui.review.review_card import ReviewCard
from tests.operations.review_desk import hand_in
from tests.store.desk import Desk
from tests.ui.review.readings import reading


def show(
    card: ReviewCard, desk: Desk, article: UUID, at: int = 0, *, mine: bool = False, writable: bool = True
) -> None:
    card.show_reading(reading(desk, article), at, "light", lambda source: source.name, mine=mine, writable=writable)


@pytest.fixture
def card(qtbot: QtBot, desk: Desk, article: UUID) -> ReviewCard:
    made = ReviewCard()
    qtbot.addWidget(made)
    made.resize(340, 600)
    with qtbot.waitActive(made):
        made.show()
    show(made, desk, article)
    return made


def test_the_buttons_say_what_they_do(qtbot: QtBot, card: ReviewCard) -> None:
    for button, signal in (
        (card.approve, card.approve_clicked),
        (card.correct, card.correct_clicked),
        (card.send_back, card.return_clicked),
        (card.rest, card.rest_clicked),
        (card.give_back, card.give_back_clicked),
    ):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not card.finish.isEnabled()


def test_the_end_of_the_review_is_offered_as_things_stand(desk: Desk, article: UUID, card: ReviewCard) -> None:
    claim, denial, quote = (one.annotation.id for one in reading(desk, article).annotations)
    review.return_annotations(desk.workspace, [claim], "No", desk.ben)
    show(card, desk, article)
    assert (card.finish.text(), card.finish.isEnabled()) == ("Return to Ana…", True)
    review.approve(desk.workspace, [claim, denial, quote], desk.ben)
    show(card, desk, article)
    assert (card.finish.text(), card.finish.isEnabled(), card.rest.isVisible()) == ("Approve reading", True, False)
    assert card.hint.text() == "All 3 are judged. Enter approves the reading."
    review.approve_reading(desk.workspace, article, desk.ana, desk.ben)
    show(card, desk, article)
    assert (card.finish.isVisible(), card.reopen.isVisible(), card.approve.isEnabled()) == (False, True, False)
    assert card.hint.text() == "Approved."


def test_a_returned_reading_says_why(desk: Desk, article: UUID, card: ReviewCard) -> None:
    review.return_reading(desk.workspace, article, desk.ana, "Half is missing.", desk.ben)
    show(card, desk, article)
    assert card.hint.text() == "Returned: Half is missing."


def test_ones_own_reading_and_a_project_that_cannot_be_written_ask_for_nothing(
    desk: Desk, article: UUID, card: ReviewCard
) -> None:
    for more in ({"mine": True}, {"writable": False}):
        show(card, desk, article, **more)
        assert not card.approve.isEnabled()
        assert not card.finish.isVisible()
        assert not card.rest.isVisible()
    show(card, desk, article, mine=True)
    assert "your own reading" in card.hint.text()


def test_a_reading_with_nothing_in_it_can_be_finished(desk: Desk, card: ReviewCard) -> None:
    empty = desk.load("Nothing to tag.")
    hand_in(desk, empty)
    show(card, desk, empty, -1)
    assert card.facts.isHidden()
    assert card.finish.isEnabled()
    assert "Nothing is tagged" in card.hint.text()


def test_a_reason_or_a_correction_takes_the_place_of_the_buttons(desk: Desk, article: UUID, card: ReviewCard) -> None:
    card.ask_reason("Why?", ("No source",))
    assert (card.is_asking, card.reason.isVisible(), card.facts.isVisible()) == (True, True, True)
    show(card, desk, article)  # news of the same reading leave the question standing
    assert card.is_asking
    card.begin_correction()
    assert (card.reason.isVisible(), card.correction.isVisible(), card.facts.isVisible()) == (False, True, False)
    card.show_facts()
    assert (card.is_asking, card.facts.isVisible()) == (False, True)


def test_what_is_to_be_put_right_is_no_part_of_the_rest(desk: Desk, article: UUID, card: ReviewCard) -> None:
    there = reading(desk, article)
    wrong = Problem("quote_marks", Severity.HARD, "No mark.", "")
    held = replace(there.annotations[0], problems=(wrong,))
    some = replace(there, annotations=(held, *(replace(one, problems=()) for one in there.annotations[1:])))
    assert some.rest() == [one.annotation.id for one in there.annotations[1:]]
    none = replace(there, annotations=tuple(replace(one, problems=(wrong,)) for one in there.annotations))
    card.show_reading(none, 0, "light", lambda source: source.name, mine=False, writable=True)
    assert not card.rest.isVisible()
    assert card.hint.text().startswith("3 left, to be put right")
