"""The dialog for giving articles away."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.packet.choices import Gift, Offer, Which
from annotator.ui.packet.give_dialog import GiveDialog

OFFER = Offer(18, "The mayor left", 5, (("Ben", 3), ("Cem", 1)), ("Ben", "Cem"), held=2, protected=1)


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> GiveDialog:
    return shown(qtbot, OFFER, tmp_path)


def shown(qtbot: QtBot, offer: Offer, folder: Path) -> GiveDialog:
    dialog = GiveDialog(None, offer, folder)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def type_name(dialog: GiveDialog, name: str) -> None:
    field = dialog.recipient.lineEdit()
    assert field
    QTest.keyClicks(field, name)


def test_nothing_is_made_before_it_is_known_for_whom(dialog: GiveDialog) -> None:
    assert not dialog.give.isEnabled()
    assert "for whom" in dialog.says()
    type_name(dialog, "Ben")
    assert dialog.give.isEnabled()
    assert dialog.says().startswith("Ben sees nobody else’s work")


def test_all_articles_blind_is_what_is_usual(dialog: GiveDialog, tmp_path: Path) -> None:
    type_name(dialog, "Ben")
    assert dialog.gift() == Gift(Which.ALL, "", "Ben", tmp_path / "Ben.packet.annotator")


def test_what_somebody_was_asked_to_read(dialog: GiveDialog) -> None:
    type_name(dialog, "Dee")
    dialog.who.setFocus()
    QTest.keyClick(dialog.who, Qt.Key.Key_Down)
    dialog.assigned.click()
    gift = dialog.gift()
    assert gift
    assert (gift.which, gift.of, gift.recipient) == (Which.ASSIGNED, "Cem", "Dee")
    assert dialog.who.itemText(1) == "Cem: 1 article"


def test_contacts_go_only_with_readings(dialog: GiveDialog) -> None:
    type_name(dialog, "Ben")
    assert not dialog.contacts.isEnabled()
    dialog.readings.click()
    dialog.contacts.click()
    gift = dialog.gift()
    assert gift
    assert gift.with_readings
    assert gift.with_contacts
    dialog.blind.click()
    gift = dialog.gift()
    assert gift
    assert not gift.with_contacts


def test_what_stays_at_home_otherwise_can_be_asked_for(dialog: GiveDialog) -> None:
    type_name(dialog, "Ben")
    for box in (dialog.originals, dialog.held, dialog.protected):
        box.click()
    gift = dialog.gift()
    assert gift
    assert (gift.with_originals, gift.with_held, gift.with_protected) == (True, True, True)


def test_what_is_not_there_is_not_offered(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shown(qtbot, Offer(1), tmp_path)
    hidden = (dialog.this_one, dialog.listed, dialog.assigned, dialog.who, dialog.held, dialog.protected)
    assert [part.text() if hasattr(part, "text") else "who" for part in hidden if part.isVisible()] == []
    assert dialog.all_articles.text() == "The one article of the project"
    assert dialog.all_articles.isChecked()
    assert dialog.blind.isChecked()


def test_a_file_that_is_there_is_not_overwritten(dialog: GiveDialog, tmp_path: Path) -> None:
    (tmp_path / "Ben.packet.annotator").write_bytes(b"")
    type_name(dialog, "Ben")
    assert not dialog.give.isEnabled()
    assert "Choose another name" in dialog.says()
    dialog.target.setFocus()
    QTest.keyClick(dialog.target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.target, "two")
    gift = dialog.gift()
    assert gift
    assert gift.target == tmp_path / "two.packet.annotator"
    type_name(dialog, "ny")
    assert dialog.target.text() == "two", "a name that was typed stays"


def test_it_waits_for_the_passphrase(dialog: GiveDialog) -> None:
    type_name(dialog, "Ben")
    dialog.lock.wanted.click()
    assert not dialog.give.isEnabled()
    for field in (dialog.lock.first, dialog.lock.second):
        QTest.keyClicks(field, "three bears")
    gift = dialog.gift()
    assert gift
    assert gift.passphrase == "three bears"
    assert "three bears" not in repr(gift)


def test_every_field_has_a_name_and_it_fits_a_small_screen(dialog: GiveDialog) -> None:
    for part in (dialog.recipient, dialog.who, dialog.target, dialog.lock.first, dialog.lock.second):
        assert part.accessibleName()
    dialog.lock.wanted.click()
    assert dialog.height() <= 700
    assert dialog.width() <= 1024
