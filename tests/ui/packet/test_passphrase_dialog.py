"""Asking for the passphrase of a locked file."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.ui.packet.passphrase_dialog import PassphraseDialog


def test_nothing_opens_before_something_is_typed(qtbot: QtBot) -> None:
    dialog = PassphraseDialog(None, "ben.packet.annotator")
    qtbot.addWidget(dialog)
    assert "ben.packet.annotator" in dialog.words.text()
    assert not dialog.unlock.isEnabled()
    assert dialog.told.isHidden()
    QTest.keyClicks(dialog.field, "three bears")
    assert dialog.unlock.isEnabled()


def test_it_is_not_shown_unless_one_wants_to_see_it(qtbot: QtBot) -> None:
    dialog = PassphraseDialog(None, "a")
    qtbot.addWidget(dialog)
    assert dialog.field.echoMode() is QLineEdit.EchoMode.Password
    dialog.shown.setChecked(True)
    assert dialog.field.echoMode() is QLineEdit.EchoMode.Normal


def test_what_was_wrong_is_said(qtbot: QtBot) -> None:
    dialog = PassphraseDialog(None, "a", "This passphrase does not open the file.")
    qtbot.addWidget(dialog)
    assert dialog.told.text() == dialog.field.accessibleDescription() == "This passphrase does not open the file."
    assert not dialog.told.isHidden()


def test_what_was_typed_is_given_and_forgotten(qapp: QApplication) -> None:
    def type_it() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PassphraseDialog)
        fields.append(dialog.field)
        QTest.keyClicks(dialog.field, "three bears")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    fields: list[QLineEdit] = []
    QTimer.singleShot(0, type_it)
    assert PassphraseDialog.ask(None, "a") == "three bears"
    assert fields[0].text() == ""
    QTimer.singleShot(0, lambda: QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape))
    assert PassphraseDialog.ask(None, "a") is None
