"""The dialog hands each choice on at once."""

from pathlib import Path

import pytest
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
