"""Passphrases at a prompt: read from where nobody else can look, and said nowhere."""

from pathlib import Path
from uuid import uuid4

import click
import pytest

from annotator.cli import passphrases
from annotator.cli.commands import Failed
from annotator.cli.passphrases import given_passphrase, unlocked
from annotator.errors import Locked
from annotator.operations import projects
from tests.cli.conftest import Prompt

WORDS = "drei Bären im Wald"


@pytest.fixture
def locked(project_path: Path) -> Prompt:
    """A locked project."""
    projects.open_project(project_path, uuid4(), passphrase=WORDS).close()
    return Prompt(project_path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "words.txt"
    path.write_text(f"{WORDS}\nand what else\n", encoding="utf-8")
    return path


def test_every_command_takes_the_file_it_stands_in(locked: Prompt, file: Path) -> None:
    assert locked.ask("list", "--passphrase-file", str(file)) == {"articles": []}
    assert locked.ask("--passphrase-file", str(file), "list") == {"articles": []}


def test_or_the_environment_names_it(locked: Prompt, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_PASSPHRASE_FILE", str(file))
    assert locked.ask("list") == {"articles": []}


def test_where_nobody_can_type_it_is_said_how_to_give_it(locked: Prompt) -> None:
    assert "--passphrase-file" in locked.refuse("list")


def test_a_wrong_one_is_not_repeated(locked: Prompt, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("vier Wölfe", encoding="utf-8")
    told = locked.refuse("list", "--passphrase-file", str(wrong))
    assert "does not open the file" in told
    assert "Wölfe" not in told


def test_a_file_that_holds_none(locked: Prompt, tmp_path: Path) -> None:
    empty, noise = tmp_path / "empty.txt", tmp_path / "noise.txt"
    empty.write_bytes(b"\n")
    noise.write_bytes(b"\xff\xfe\xfd")
    assert "empty line" in locked.refuse("list", "--passphrase-file", str(empty))
    assert "UTF-8" in locked.refuse("list", "--passphrase-file", str(noise))
    assert "cannot be read" in locked.refuse("list", "--passphrase-file", str(tmp_path / "none.txt"))


def test_a_file_as_windows_writes_it(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_bytes(b"\xef\xbb\xbf" + WORDS.encode() + b"\r\n")
    assert given_passphrase(file, stdin=False) == WORDS
    assert given_passphrase(None, stdin=False) is None
    with pytest.raises(click.UsageError):
        given_passphrase(file, stdin=True)


def test_it_is_typed_where_somebody_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []

    def open_with(words: str | None) -> str:
        asked.append(words)
        if words is None:
            raise Locked("This file is locked.")
        return "open"

    monkeypatch.setattr(passphrases.sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda *_given, hide_input, **_others: WORDS if hide_input else "shown")
    assert unlocked(None, open_with) == "open"
    assert asked == [None, WORDS]


def test_one_that_was_given_and_is_wrong_is_not_asked_for_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def open_with(_words: str | None) -> str:
        raise Locked("wrong")

    monkeypatch.setattr(passphrases.sys.stdin, "isatty", lambda: True)
    with pytest.raises(Locked, match="wrong"):
        unlocked(file, open_with)
    with pytest.raises(Failed):
        unlocked(file.with_name("none"), open_with)
