"""The Edit menu changes nothing in a project that can only be read."""

from annotator.ui.command import EDIT
from annotator.ui.menus.edit import EDIT_COMMANDS


def test_all_of_it_is_in_the_edit_menu_in_the_order_of_its_groups() -> None:
    assert {command.menu for command in EDIT_COMMANDS} == {EDIT}
    groups = [command.group for command in EDIT_COMMANDS]
    assert groups == sorted(groups)


def test_what_corrects_an_article_needs_a_project_that_can_be_written() -> None:
    needs = {command.id: command.needs for command in EDIT_COMMANDS}
    assert (needs.pop("undo"), needs.pop("redo")) == ({"undo"}, {"redo"})
    assert all("writable" in needed for needed in needs.values())
