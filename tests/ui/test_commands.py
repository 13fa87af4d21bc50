"""The table of commands holds together."""

from dataclasses import replace

import pytest

from annotator import resources
from annotator.core.schema_file import read_label_set
from annotator.ui.command import EDIT, FILE, GO, HELP, MENUS, REVIEW, TAG, VIEW, Command, short_of, title_of
from annotator.ui.commands import COMMANDS, STRIP, TOOLBAR, all_commands, label_command
from annotator.ui.keys import conflicts
from annotator.ui.menus.describe import DESCRIBE_COMMANDS
from annotator.ui.menus.edit import EDIT_COMMANDS
from annotator.ui.menus.file import FILE_COMMANDS
from annotator.ui.menus.find import FIND_COMMANDS
from annotator.ui.menus.go import GO_COMMANDS
from annotator.ui.menus.review import REVIEW_COMMANDS
from annotator.ui.menus.suggest import SUGGEST_COMMANDS
from annotator.ui.menus.tag import TAG_COMMANDS
from annotator.ui.menus.view import HELP_COMMANDS, VIEW_COMMANDS

LABELS = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))


def found(menu: str) -> tuple[Command, ...]:
    return tuple(command for command in FIND_COMMANDS if command.menu == menu)


FILES = {
    FILE: (FILE_COMMANDS, set()),
    EDIT: ((*EDIT_COMMANDS, *found(EDIT)), {"writable", "undo", "redo"}),
    TAG: ((*TAG_COMMANDS, *DESCRIBE_COMMANDS, *SUGGEST_COMMANDS), {"writable"}),
    GO: ((*GO_COMMANDS, *found(GO)), set()),
    REVIEW: (REVIEW_COMMANDS, set()),
    VIEW: (VIEW_COMMANDS, set()),
    HELP: (HELP_COMMANDS, set()),
}
ONLY_READ = {"check", "guideline"}  # in the Tag menu, but changing nothing


def test_the_table_holds_together() -> None:
    """No id twice; each menu's file holds its commands, group by group; what changes articles needs the right to."""
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))
    assert list(FILES) == list(MENUS)
    for menu, (commands, one_of) in FILES.items():
        assert [command for command in COMMANDS if command.menu == menu] == list(commands)
        groups = [command.group for command in commands]
        assert groups == sorted(groups), menu
        without = {command.id for command in commands if one_of and not command.needs & one_of}
        assert without <= ONLY_READ, menu
    assert [command.id for command in (*GO_COMMANDS, *VIEW_COMMANDS) if "writable" in command.needs] == []


def test_no_key_is_given_twice() -> None:
    assert conflicts(all_commands(LABELS), {}) == {}


def test_one_letter_keys_work_in_the_text_alone() -> None:
    for command in all_commands(LABELS):
        letters = [key for key in command.keys if len(key.removeprefix("Shift+")) == 1 and key not in "[]"]
        assert not letters or command.scope == "reader", command.id


def test_sources_and_links_have_the_keys_that_were_kept_for_them() -> None:
    keys = {key: command.id for command in all_commands(LABELS) for key in command.keys}
    assert (keys["S"], keys["L"]) == ("source", "link")


def test_labels_have_commands_with_their_own_keys() -> None:
    keys = {command.id: command.keys for command in all_commands(LABELS)}
    assert (keys["tag_claim"], keys["tag_denial"], keys["tag_quote"]) == (("1",), ("2",), ("3",))


@pytest.mark.parametrize("key", ["Ctrl+Z", "ctrl+z", "Y", "Del"])
def test_a_label_set_takes_no_key_from_the_program(key: str) -> None:
    label = replace(LABELS.labels[0], shortcut=key)
    assert label_command(label).keys == ()
    assert label_command(label, as_wished=True).keys == (key,)
    assert all_commands(replace(LABELS, labels=(label, *LABELS.labels[1:])))


def test_toolbar_and_strip_name_commands_that_there_are() -> None:
    known = {command.id: command for command in COMMANDS}
    assert {one for one in TOOLBAR if one} <= known.keys()
    assert all(known[one].icon for one in TOOLBAR if one)
    assert [short_of(known[one]) for one in STRIP] == ["Note", "Link", "Next undecided", "All keys"]
    assert all(title_of(command) for command in COMMANDS)
