"""The Go menu: going changes nothing, so it works where nothing can be written."""

from annotator.ui.command import GO
from annotator.ui.menus.go import GO_COMMANDS


def test_going_needs_no_right_to_write() -> None:
    assert {command.menu for command in GO_COMMANDS} == {GO}
    assert all("writable" not in command.needs for command in GO_COMMANDS)


def test_back_and_forth_are_one_call_with_another_argument() -> None:
    commands = {command.id: command for command in GO_COMMANDS}
    assert commands["next_article"].arguments == (1,)
    assert commands["previous_article"].arguments == (-1,)
    assert commands["extend_next"].calls == commands["next"].calls
