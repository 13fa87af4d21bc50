"""Every actor that is made later can be made, and every command's actor is listed."""

from importlib import import_module

import pytest

from annotator.ui.actors import ACTORS, LATER
from annotator.ui.commands import COMMANDS


@pytest.mark.parametrize("name", LATER)
def test_a_later_actor_is_in_the_file_of_its_name(name: str) -> None:
    assert callable(getattr(import_module(f"annotator.ui.{name}"), LATER[name]))


def test_all_that_commands_call_is_listed() -> None:
    beside = {"reader", "window", "library", "inspector", "projects"}
    called = {command.calls.split(".")[0] for command in COMMANDS}
    assert called - beside <= set(ACTORS)
