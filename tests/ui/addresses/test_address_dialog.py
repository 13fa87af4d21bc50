"""Addresses are typed one a line; what is wrong with them is said while they are typed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator.ui.addresses.address_dialog import AddressChoice, AddressDialog

Make = Callable[..., AddressDialog]


@pytest.fixture
def make(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Make:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)

    def made(*arguments: object) -> AddressDialog:
        dialog = AddressDialog(None, *arguments)  # type: ignore[arg-type]
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return made


def test_it_begins_with_nothing(make: Make) -> None:
    dialog = make()
    assert dialog.field.hasFocus()
    assert not dialog.load.isEnabled()
    assert "Nothing is contacted" in dialog.told.text()


def test_whom_it_contacts_is_said_as_it_is_typed(make: Make) -> None:
    dialog = make()
    QTest.keyClicks(dialog.field, "news.test/a")
    assert "will contact \u2068news.test\u2069 to load this page" in dialog.told.text()
    assert dialog.load.accessibleDescription() == dialog.told.text()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(dialog.field, "https://else.test")
    assert "\u2068else.test\u2069 to load these pages" in dialog.told.text()
    assert dialog.choice() == AddressChoice(("news.test/a", "https://else.test"), ())


@pytest.mark.parametrize(
    ("text", "hosts", "words"),
    [
        ("ftp://news.test", "", "Only addresses with http:// or https://"),
        ("https://ana:secret@news.test", "", "a name or a password"),
        ("https://news.test\nfile:///etc/passwd", "", "Address 2: Only"),
        ("https://news.test", "http://house", "neither a host"),
    ],
)
def test_what_is_wrong_is_said_and_cannot_be_loaded(make: Make, text: str, hosts: str, words: str) -> None:
    dialog = make(text, (hosts,) if hosts else ())
    assert words in dialog.told.text()
    assert "secret" not in dialog.told.text()
    assert not dialog.load.isEnabled()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_enter_loads_and_escape_does_not(make: Make, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    def answer(key: Qt.Key) -> Callable[[AddressDialog], QDialog.DialogCode]:
        def do(dialog: AddressDialog) -> QDialog.DialogCode:
            dialog.show()
            dialog.hosts.setText("house, nas.local house")
            QTest.keyClick(dialog.field, key)
            return QDialog.DialogCode(dialog.result())

        return do

    monkeypatch.setattr(AddressDialog, "exec", answer(Qt.Key.Key_Return))
    chosen = AddressDialog.ask(None, "https://news.test", ("other",))
    assert chosen == AddressChoice(("https://news.test",), ("house", "nas.local"))
    monkeypatch.setattr(AddressDialog, "exec", answer(Qt.Key.Key_Escape))
    assert AddressDialog.ask(None, "https://news.test", ()) is None


def test_tab_goes_through_all_of_it(make: Make) -> None:
    dialog = make("https://news.test", ())
    QTest.keyClick(dialog.field, Qt.Key.Key_Tab)
    assert dialog.hosts.hasFocus()
    for field in (dialog.field, dialog.hosts):
        assert field.accessibleName()
