"""The dialog hands each choice on at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot

from annotator.ui.commands import COMMANDS
from annotator.ui.preferences.choices import Choices
from annotator.ui.preferences.preferences_dialog import PreferencesDialog


def test_a_choice_holds_at_once(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path))
    choices = Choices()
    dialog = PreferencesDialog(choices, COMMANDS)
    qtbot.addWidget(dialog)
    dialog.general.zoom.setValue(140)
    dialog.keys.chosen.emit({"note": "M"})
    assert (choices.settings.zoom, choices.settings.keys) == (140, {"note": "M"})


def test_enter_in_the_list_of_keys_takes_no_key_away(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path))
    choices = Choices()
    dialog = PreferencesDialog(choices, COMMANDS)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.findChild(QTabWidget).setCurrentWidget(dialog.keys)
    dialog.show()
    dialog.keys.tree.setFocus()
    QTest.keyClick(dialog.keys.tree, Qt.Key.Key_Return)
    assert choices.settings.keys == {}
