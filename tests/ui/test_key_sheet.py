"""The sheet shows every command that has a key."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.commands import COMMANDS
from annotator.ui.key_sheet import KeySheet, key_words


def test_every_key_is_on_the_sheet(qtbot: QtBot) -> None:
    sheet = KeySheet(COMMANDS, {"note": "Ctrl+M"})
    qtbot.addWidget(sheet)
    words = {label.text() for label in sheet.findChildren(QLabel)}
    for command in COMMANDS:
        if command.keys:
            assert key_words(command, {"note": "Ctrl+M"}) in words
    assert "Ctrl+M" in words
    assert "N" not in words
