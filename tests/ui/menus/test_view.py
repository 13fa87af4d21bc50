"""The View and Help menus are there from the first moment."""

from annotator.ui.command import HELP, VIEW
from annotator.ui.menus.view import HELP_COMMANDS, VIEW_COMMANDS


def test_the_window_needs_no_project() -> None:
    assert {command.menu for command in VIEW_COMMANDS} == {VIEW}
    assert {command.menu for command in HELP_COMMANDS} == {HELP}
    assert all(not command.needs for command in (*VIEW_COMMANDS, *HELP_COMMANDS))


def test_the_keys_of_zooming_are_those_of_every_program() -> None:
    keys = {command.id: command.keys for command in VIEW_COMMANDS}
    assert (keys["zoom_in"][0], keys["zoom_out"][0], keys["zoom_reset"][0]) == ("Ctrl++", "Ctrl+-", "Ctrl+0")
