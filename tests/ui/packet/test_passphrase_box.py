"""Typing a passphrase for a new file."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.packet.passphrase_box import PassphraseBox


@pytest.fixture
def box(qtbot: QtBot) -> PassphraseBox:
    box = PassphraseBox()
    qtbot.addWidget(box)
    box.show()
    return box


def test_without_a_tick_there_is_nothing_to_type(box: PassphraseBox) -> None:
    assert box.passphrase is None
    assert box.is_settled
    assert not box.first.isVisible()


def test_it_is_typed_twice(box: PassphraseBox) -> None:
    box.wanted.click()
    assert box.first.isVisible()
    assert not box.is_settled
    QTest.keyClicks(box.first, "three bears")
    assert not box.is_settled
    QTest.keyClicks(box.second, "three bear")
    assert not box.is_settled
    assert "not the same" in box.note.text()
    QTest.keyClicks(box.second, "s")
    assert box.is_settled
    assert box.passphrase == "three bears"


def test_how_long_it_would_hold_is_said(box: PassphraseBox) -> None:
    box.wanted.click()
    assert "Four or more words" in box.note.text()
    QTest.keyClicks(box.first, "bears")
    assert box.note.text().startswith("Short")
    QTest.keyClicks(box.first, " wood three lantern")
    assert box.note.text().startswith("Long enough")
    assert box.first.accessibleDescription() == box.note.text()


def test_that_it_cannot_be_found_again_is_said_before(box: PassphraseBox) -> None:
    box.wanted.click()
    assert box.warning.isVisible()
    assert "nobody can open the file" in box.warning.text()


def test_it_forgets_what_was_typed(box: PassphraseBox) -> None:
    box.wanted.click()
    QTest.keyClicks(box.first, "three")
    QTest.keyClicks(box.second, "three")
    box.clear()
    assert (box.first.text(), box.second.text()) == ("", "")
