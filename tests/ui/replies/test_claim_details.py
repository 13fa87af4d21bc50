"""One claim in full: facts, answers, status and log."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.replies import ReplyClaim
from annotator.ui.replies.claim_details import ClaimDetails
from tests.core.test_linking import NEWSROOM
from tests.core.test_replies import NOW, SCOPE, answer, claim, contact

LABELS = {label.key: label for label in NEWSROOM.labels}


@pytest.fixture
def details(qtbot: QtBot) -> ClaimDetails:
    made = ClaimDetails()
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.set_scope(SCOPE, LABELS, "light")
    made.show()
    return made


def show(details: ClaimDetails, one: ReplyClaim | None, proposed: str = "", own: bool = True) -> None:
    details.show_claim(one, NOW, proposed, own=own, writable=True)


def test_who_says_what_of_whom_and_where(details: ClaimDetails) -> None:
    show(details, claim(speakers=("A clerk",)))
    assert details.sentence.accessibleName() == "The minister stole the boat."
    assert details.facts.text().splitlines()[:2] == ["Says who: A clerk", "Accuses: a named person"]
    assert "Harbour news · Gazette" in details.facts.text()
    assert details.answers.empty_text == "Nothing answers this claim."


def test_answers_say_how_they_answer_and_by_whom(details: ClaimDetails, qtbot: QtBot) -> None:
    show(details, claim(answers=(answer(), replace(answer("quote"), through_same=True))))
    first, second = details.answers.rows.rows
    assert (first.before, first.passage, first.label) == ("denies", "“She denies it”", LABELS["denial"])
    assert first.beside.startswith("Ms Ång · Harbour news")
    assert "of the same claim" in second.beside
    with qtbot.waitSignal(details.place_chosen) as chosen:
        QTest.keyClick(details.answers, Qt.Key.Key_Return)
    assert chosen.args == [UUID(int=1), UUID(int=9)]


def test_a_status_is_chosen_or_taken_as_proposed(details: ClaimDetails, qtbot: QtBot) -> None:
    show(details, claim(), "sought")
    assert details.status.currentText() == "not sought"
    assert details.proposal.text() == "Set to “sought”"
    with qtbot.waitSignal(details.status_chosen) as chosen:
        details.proposal.click()
    assert chosen.args == ["sought"]
    with qtbot.waitSignal(details.status_chosen) as chosen:
        QTest.keyClick(details.status, Qt.Key.Key_Down)
    assert chosen.args == ["sought"]
    show(details, claim(), "")
    assert details.proposal.isHidden()


def test_of_a_colleague_s_claim_the_status_is_only_shown(details: ClaimDetails) -> None:
    show(details, claim(), "sought", own=False)
    assert not details.status.isEnabled()
    assert details.proposal.isHidden()
    assert details.add.isEnabled()


def test_a_status_that_is_offered_no_more_stays_readable(details: ClaimDetails) -> None:
    assert SCOPE
    assert SCOPE.reply
    values = tuple(replace(one, retired=one.key == "declined") for one in SCOPE.reply.values)
    details.set_scope(replace(SCOPE, reply=replace(SCOPE.reply, values=values)), LABELS, "light")
    assert details.status.findData("declined") < 0
    show(details, claim(status="declined"))
    assert details.status.currentText() == "declined to comment"


def test_a_label_set_without_a_status_shows_none(details: ClaimDetails) -> None:
    assert SCOPE
    details.set_scope(replace(SCOPE, reply=None), LABELS, "light")
    show(details, claim())
    assert details.status.isHidden()


def test_the_log_is_changed_and_removed_by_key(details: ClaimDetails, qtbot: QtBot) -> None:
    first, second = contact(person="Rina"), replace(contact(person="Omar"), id=UUID(int=8))
    show(details, claim(contacts=(first, second)))
    QTest.keyClick(details.log, Qt.Key.Key_Down)
    with qtbot.waitSignal(details.change_wanted) as wanted:
        QTest.keyClick(details.log, Qt.Key.Key_Return)
    assert wanted.args == [second]
    with qtbot.waitSignal(details.removal_wanted) as wanted:
        QTest.keyClick(details.log, Qt.Key.Key_Delete)
    assert wanted.args == [second]
    show(details, claim(contacts=(first,)))
    assert details.chosen_contact == first


def test_without_a_contact_nothing_is_changed_and_without_a_claim_nothing_is_done(
    details: ClaimDetails, qtbot: QtBot
) -> None:
    show(details, claim())
    assert not details.change.isEnabled()
    with qtbot.assertNotEmitted(details.removal_wanted):
        QTest.keyClick(details.log, Qt.Key.Key_Delete)
    show(details, None)
    assert not details.add.isEnabled()
    assert not details.status.isEnabled()
    assert details.facts.text() == ""


def test_what_can_only_be_read_is_not_changed(details: ClaimDetails) -> None:
    details.show_claim(claim(contacts=(contact(),)), NOW, "sought", own=True, writable=False)
    assert [one.isEnabled() for one in (details.add, details.change, details.remove, details.status)] == [False] * 4
