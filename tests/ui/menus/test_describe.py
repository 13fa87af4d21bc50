"""The commands that say more about tags."""

from annotator.ui.command import TAG
from annotator.ui.menus.describe import DESCRIBE_COMMANDS


def test_they_are_in_the_tag_menu_with_the_keys_that_were_given_out() -> None:
    assert {command.menu for command in DESCRIBE_COMMANDS} == {TAG}
    assert {command.id: command.keys[0] for command in DESCRIBE_COMMANDS} == {
        "source": "S",
        "choose_tag": "M",
        "check": "Ctrl+Return",
    }


def test_they_work_where_the_text_has_the_focus_only() -> None:
    assert all(command.scope == "reader" for command in DESCRIBE_COMMANDS)
