"""Keys: built in, chosen, shown, in conflict."""

import pytest

from annotator import resources
from annotator.core.schema_file import read_label_set
from annotator.ui.command import Command
from annotator.ui.commands import COMMANDS, all_commands
from annotator.ui.keys import conflicts, keys_of, shown_key, with_keys

COMMANDS_BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}
NEXT, NOTHING, NOTE = COMMANDS_BY_ID["next"], COMMANDS_BY_ID["nothing"], COMMANDS_BY_ID["note"]


def test_a_choice_replaces_all_built_in_keys_and_may_be_none() -> None:
    assert keys_of(NEXT, {}) == ("Down", "J")
    assert keys_of(NEXT, {"next": "X"}) == ("X",)
    assert keys_of(NEXT, {"next": ""}) == ()


def test_only_what_differs_is_kept() -> None:
    chosen = with_keys({}, NEXT, ("X",))
    assert chosen == {"next": "X"}
    assert with_keys(chosen, NEXT, NEXT.keys) == {}
    assert with_keys(chosen, NOTE, ()) == {"next": "X", "note": ""}


def test_two_commands_on_one_key_are_a_conflict() -> None:
    assert conflicts(COMMANDS, {"note": "J"}) == {"J": ["note", "next"]} or conflicts(COMMANDS, {"note": "J"}) == {
        "J": ["next", "note"]
    }


@pytest.mark.usefixtures("qapp")
def test_keys_are_shown_as_keyboards_print_them() -> None:
    assert shown_key(NOTHING, {}) == "Enter"
    assert shown_key(NOTE, {"note": ""}) == ""


def test_keys_of_places_that_never_meet_do_not_clash() -> None:
    text, page = (Command(name, name, "a.b", ("G",), scope=name) for name in ("reader", "page"))
    window = Command("window", "window", "a.b", ("G",))
    assert conflicts((text, page), {}) == {}
    assert conflicts((text, page, window), {}) == {"G": ["reader", "page", "window"]}
    assert conflicts((text, Command("other", "", "a.b", ("G",), scope="reader")), {}) == {"G": ["reader", "other"]}
    assert conflicts((Command("none", "", "a.b", ("",)), Command("nor", "", "a.b", ("",))), {}) == {}


@pytest.mark.parametrize("name", ["newsroom", "plain", "attribution"])
def test_the_built_in_keys_do_not_clash(name: str) -> None:
    labels = read_label_set(resources.read_toml("label_sets", name, "label_set.toml"))
    assert conflicts(all_commands(labels), {}) == {}
