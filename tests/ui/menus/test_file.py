"""The File menu: what needs a project waits for one."""

from annotator.ui.command import FILE
from annotator.ui.menus.file import FILE_COMMANDS


def test_without_a_project_one_can_be_opened_and_the_program_left() -> None:
    assert {command.menu for command in FILE_COMMANDS} == {FILE}
    always = {command.id for command in FILE_COMMANDS if not command.needs}
    assert always == {"new_project", "open_project", "preferences", "quit"}


def test_articles_go_only_where_they_can_be_written() -> None:
    needs = {command.id: command.needs for command in FILE_COMMANDS}
    assert needs["load"] == needs["paste"] == needs["samples"] == {"writable"}
    assert needs["export"] == {"project"}
