"""Choices are written at once and told."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator import settings
from annotator.ui.preferences.choices import Choices


@pytest.fixture
def choices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Choices:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path))
    return Choices()


def test_a_choice_is_on_the_disk_and_told_once(choices: Choices, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choices.changed):
        choices.choose(theme="dark", zoom=120)
    assert settings.load() == choices.settings
    with qtbot.assertNotEmitted(choices.changed):
        choices.choose(theme="dark")


def test_the_newest_project_is_first_and_only_once(choices: Choices) -> None:
    for address in ("a", "b", "a"):
        choices.remember_project(address)
    assert choices.settings.recent_projects == ("a", "b")
    assert choices.settings.last_project == "a"
