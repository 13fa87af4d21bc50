"""What a person finds in a menu of the running program."""

from collections.abc import Callable

import pytest

from annotator.store.workspace import Workspace
from tests.ui.stage import Stage

Usable = Callable[[str], list[str]]


@pytest.fixture
def usable(stage: Stage) -> Usable:
    """The words of a menu that can be chosen now."""

    def words(title: str) -> list[str]:
        menu = next(action.menu() for action in stage.window.menuBar().actions() if action.text() == title)
        return [action.text() for action in menu.actions() if action.isEnabled() and not action.isSeparator()]

    return words


@pytest.fixture
def only_to_be_read(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """A project with an open article that cannot be written."""
    stage.start().load()
    stage.session.tagging.tag("claim")
    monkeypatch.setattr(Workspace, "read_only", True)
    stage.session.refresh_facts()
    return stage
