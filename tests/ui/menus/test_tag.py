"""The Tag menu works on the open article, with the keys of the text."""

from annotator.ui.command import TAG
from annotator.ui.menus.tag import TAG_COMMANDS


def test_tagging_needs_an_article_and_a_project_that_can_be_written() -> None:
    assert {command.menu for command in TAG_COMMANDS} == {TAG}
    assert all(command.needs == {"document", "writable"} for command in TAG_COMMANDS)
    assert all(command.scope == "reader" for command in TAG_COMMANDS)


def test_the_group_of_the_labels_comes_first() -> None:
    assert min(command.group for command in TAG_COMMANDS) == 2
