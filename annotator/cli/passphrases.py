"""Passphrases at a prompt: from a file, from standard input, or typed unseen; never from the command line itself.

What stands in a command line is in the shell's history, and every process of the machine can read it.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from annotator.cli.commands import Failed
from annotator.errors import Locked

FORGOTTEN = "Without its passphrase nobody can open the file, and nobody can find the passphrase again: keep it safe."

_Opened = TypeVar("_Opened")


def passphrase_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which a command is given the passphrase of the file that it is about."""
    for option in (
        click.option("--passphrase-stdin", is_flag=True, help="Its passphrase is the first line of standard input."),
        click.option(
            "--passphrase-file",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Its passphrase is the first line of FILE.",
        ),
    ):
        function = option(function)
    return function


def given_passphrase(file: Path | None, stdin: bool) -> str | None:
    """The passphrase that these options give; None where neither was given."""
    if file and stdin:
        raise click.UsageError("Give --passphrase-file or --passphrase-stdin, not both.")
    if stdin:
        return _first_line(sys.stdin.buffer.readline(), "Standard input")
    if file is None:
        return None
    try:
        with file.open("rb") as stream:
            return _first_line(stream.readline(), f"“{file}”")
    except OSError as error:
        raise Failed(f"The passphrase cannot be read from “{file}”: {error.strerror}.") from error


def typed_passphrase(*, twice: bool = False) -> str:
    """A passphrase that is typed and not shown; `twice` for one that a file will be locked with."""
    typed: str = click.prompt("Passphrase", hide_input=True, err=True, confirmation_prompt=twice)
    return typed


def unlocked(file: Path | None, open_with: Callable[[str | None], _Opened]) -> _Opened:
    """What `open_with` opens, with a passphrase where one is needed: from `file`, the environment, or typed.

    Raises Locked where nobody is there to type one, or it is the wrong one.
    """
    named = os.environ.get("ANNOTATOR_PASSPHRASE_FILE")
    given = given_passphrase(file or (Path(named) if named else None), stdin=False)
    try:
        return open_with(given)
    except Locked as error:
        if given is not None:
            raise
        if not sys.stdin.isatty():
            raise Locked(f"{error} At a prompt: --passphrase-file, or ANNOTATOR_PASSPHRASE_FILE.") from error
    return open_with(typed_passphrase())


def _first_line(line: bytes, where: str) -> str:
    try:
        words = line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise Failed(f"{where} does not begin with a line of UTF-8, so there is no passphrase in it.") from error
    if not words:
        raise Failed(f"{where} begins with an empty line, so there is no passphrase in it.")
    return words
