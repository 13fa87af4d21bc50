"""Enter agrees, Escape does not; the sentence is there to be read aloud."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator.ui.addresses.contact_dialog import ContactDialog


@pytest.mark.parametrize(("key", "agreed"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_keys(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, key: Qt.Key, agreed: bool) -> None:
    def answer(dialog: ContactDialog) -> QDialog.DialogCode:
        dialog.show()
        assert dialog.accessibleDescription() == dialog.words.text() == "The program will contact a.test."
        QTest.keyClick(dialog, key)
        return QDialog.DialogCode(dialog.result())

    monkeypatch.setattr(ContactDialog, "exec", answer)
    assert ContactDialog.ask(None, "The program will contact a.test.") is agreed
