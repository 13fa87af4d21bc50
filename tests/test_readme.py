"""The README names what there is: every command, every format, every key it promises."""

import re
from pathlib import Path

import click
import pytest

from annotator import resources
from annotator.cli.main import main
from annotator.core.schema_file import read_label_set
from annotator.formats import annotation_readers, exporters, readers
from annotator.ui.commands import all_commands

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
KEYS = {"↓": "Down", "↑": "Up", "←": "Left", "→": "Right", "Enter": "Return"}


def commands() -> dict[str, click.Command]:
    context = click.Context(main)
    found = {name: main.get_command(context, name) for name in main.list_commands(context)}
    return {name: command for name, command in found.items() if command}


@pytest.mark.parametrize("name", commands())
def test_every_command_is_in_the_readme(name: str) -> None:
    assert re.search(rf"annotator {name}\b|(and|#[^\n]*) {name}\b", README)


@pytest.mark.parametrize("name", commands())
def test_every_command_says_what_it_does(name: str) -> None:
    command = commands()[name]
    assert command.help
    assert command.name == name


def test_the_readme_names_no_command_that_is_not_there() -> None:
    block = README.split("## Command line")[1].split("\n## ")[0]
    named = set(re.findall(r"^annotator (\w+)", block, re.MULTILINE))
    assert named <= commands().keys()


def test_the_formats_of_the_readme_are_those_there_are() -> None:
    table = README.split("| format | holds |")[1].split("\n\n")[0]
    told = dict(re.findall(r"^\| `([\w-]+)` \| (read and write|read|write):", table, re.MULTILINE))
    reads = {kind.id for kind in (*readers(), *annotation_readers())}
    writes = {kind.id for kind in exporters()}
    does = {key: " and ".join(["read"] * (key in reads) + ["write"] * (key in writes)) for key in reads | writes}
    assert told == does


def test_every_key_of_the_readme_does_something() -> None:
    newsroom = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
    table = README.split("## Keys")[1].split("\n\nThe mouse")[0]
    told = {KEYS.get(key, key) for key in re.findall(r"<kbd>(.*?)</kbd>", table)}
    bound = {part for command in all_commands(newsroom) for keys in command.keys for part in keys.split("+")}
    assert told - bound == set()


def test_what_the_readme_points_to_is_there() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", README)
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_it_opens_with_the_two_commands() -> None:
    assert README.split("```")[1].split()[:2] == ["sh", "make"]
    first = README.split("```sh\n")[1].split("```")[0]
    assert [line.split("#")[0].strip() for line in first.splitlines()] == ["make run", "make test"]
