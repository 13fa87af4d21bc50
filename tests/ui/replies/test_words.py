"""What the page calls things."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.replies import Standing
from annotator.operations.reply_sheet import SheetWords
from annotator.ui.replies.words import (
    SIGNS,
    answers_words,
    contact_words,
    deadline_words,
    outcome_words,
    sheet_words,
    speakers_words,
    spoken,
    standing_words,
)
from tests.core.test_replies import NOW, answer, claim, contact


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Words are Qt's to translate."""


def test_each_standing_has_its_own_sign_and_words() -> None:
    assert len({SIGNS[one] for one in Standing}) == len({standing_words(one) for one in Standing}) == 3


def test_a_deadline_is_told_as_passed_or_to_come() -> None:
    assert deadline_words(claim(contacts=(contact(deadline="2026-05-02"),)), NOW) == "overdue since 2026-05-02"
    assert deadline_words(claim(contacts=(contact(deadline="2026-06-02T18:00"),)), NOW) == "until 2026-06-02 18:00"
    assert deadline_words(claim(), NOW) == ""


def test_answers_are_counted_in_words() -> None:
    counts = [answers_words(claim(answers=(answer(),) * count)) for count in (0, 1, 2)]
    assert counts == ["nothing answers it", "1 answer", "2 answers"]


def test_names_from_right_to_left_leave_the_order_alone() -> None:
    assert speakers_words(claim(speakers=("نور", "Rina"))) == "\u2068نور\u2069, Rina"
    assert speakers_words(claim()) == "no source named"


def test_a_contact_says_when_whom_how_and_what_came() -> None:
    noted = contact(at="2026-05-01T09:00", person="Rina", channel="phone", deadline="2026-05-02", answer="No.")
    assert contact_words(noted) == "2026-05-01 09:00 · Rina · phone"
    assert outcome_words(noted, NOW) == "until 2026-05-02 · No. · noted by Ana"
    assert outcome_words(contact(deadline="2026-05-02"), NOW).startswith("overdue since")


def test_a_claim_is_one_sentence_for_who_listens() -> None:
    words = spoken(claim(contacts=(contact(deadline="2026-05-02"),)), NOW)
    for part in (
        "stole the boat",
        "asked, no answer",
        "nothing answers it",
        "overdue since 2026-05-02",
        "Harbour news",
    ):
        assert part in words


def test_every_word_of_the_printed_page_can_be_translated() -> None:
    assert sheet_words() == SheetWords()
