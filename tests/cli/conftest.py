"""A project at a prompt: `prompt("list")` runs a command on it in this process."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotator.cli.main import main

TEXT = 'Kata Menteri: "Harga beras turun." 😀 Pedagang membantah.'


class Prompt:
    """Runs commands on one project, in Ana's name."""

    def __init__(self, project: Path) -> None:
        self.project = project

    def __call__(self, *arguments: str, status: int = 0, given: bytes | None = None) -> Result:
        """Run a command; it must end with `status`."""
        command = ["--project", str(self.project), "--annotator", "Ana", *arguments]
        result = CliRunner().invoke(main, command, input=given)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == status, result.output
        return result

    def ask(self, *arguments: str, status: int = 0, given: bytes | None = None) -> Any:
        """Run a command with --json and read its one object."""
        result = self(*arguments, "--json", status=status, given=given)
        return json.loads(result.stdout_bytes)

    def refuse(self, *arguments: str, status: int = 1) -> str:
        """Run a command that must fail; gives the one line that says why."""
        result = self(*arguments, status=status)
        assert result.stderr_bytes.count(b"\n") == 1
        return result.stderr.strip()


@pytest.fixture
def prompt(project_path: Path) -> Prompt:
    """A project with nothing in it."""
    return Prompt(project_path)


@pytest.fixture
def article(prompt: Prompt) -> str:
    """The id of an article with an emoji in it."""
    loaded: str = prompt.ask("load", "-", given=TEXT.encode())["loaded"][0]["id"]
    return loaded
