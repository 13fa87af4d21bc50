"""Where a command works: which project, in whose name, and how it answers."""

import os
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import click

from annotator import settings
from annotator.cli.commands import say
from annotator.cli.output import print_json, print_lines
from annotator.cli.passphrases import unlocked
from annotator.core.identity import new_id
from annotator.operations.annotators import find_annotator, find_or_add_annotator, name_here
from annotator.operations.projects import open_project
from annotator.store.workspace import Workspace


class Desk:
    """One call's project, annotator and way to answer, from its options, else from what was chosen before.

    Attributes:
        project: the --project option, "" when it was not given.
        annotator: the --annotator option, "" when it was not given.
        as_json: True when one JSON object is wanted.

    """

    def __init__(self, context: click.Context) -> None:
        chosen = context.ensure_object(dict)
        self.project: str = chosen.get("project", "")
        self.annotator: str = chosen.get("annotator", "")
        self.as_json: bool = chosen.get("json", False)
        self._passphrase_file: Path | None = chosen.get("passphrase_file")
        self._context = context

    @cached_property
    def settings(self) -> settings.Settings:
        """What the person has chosen in this installation."""
        return settings.load()

    @property
    def address(self) -> str:
        """The project to work on: the option, ANNOTATOR_PROJECT, the last one opened, or the first one made."""
        named = self.project or os.environ.get("ANNOTATOR_PROJECT") or self.settings.last_project
        return named or str(settings.home() / "project.annotator")

    def open(self, *, upgrade: bool = False) -> Workspace:
        """Open the project, and make it where there is none; it is closed when the command ends."""
        installation = UUID(self.settings.installation)
        workspace = unlocked(
            self._passphrase_file,
            lambda words: open_project(self.address, installation, upgrade=upgrade, passphrase=words),
        )
        self._context.call_on_close(workspace.close)
        return workspace

    @cached_property
    def workspace(self) -> Workspace:
        """The open project, as whoever this command works for sees it."""
        workspace = self.open()
        workspace.viewer = find_annotator(workspace, self._name_in(workspace))
        return workspace

    @cached_property
    def annotator_id(self) -> UUID:
        """Who this command works for."""
        self.workspace.viewer = found = find_or_add_annotator(self.workspace, self._name_in(self.workspace))
        return found

    @property
    def reader_id(self) -> UUID:
        """Who this command works for when it only looks: nobody is added to the project, which may be read-only."""
        return find_annotator(self.workspace, self._name_in(self.workspace)) or uuid4()

    def arriving(self) -> tuple[UUID, str]:
        """Who this command works for, and their name, where they are added to the project with what they bring."""
        name = self._name_in(self.workspace)
        self.workspace.viewer = find_annotator(self.workspace, name)
        return self.workspace.viewer or new_id(), name

    def _name_in(self, workspace: Workspace) -> str:
        return self.annotator or name_here(workspace, self.settings.annotator_name)

    def answer(self, content: dict[str, Any], lines: Iterable[str], nothing: str = "") -> None:
        """Print the answer: `content` as JSON when that is wanted, else `lines`.

        `nothing` is told to whoever waits for lines where there are none; not among them, for the sake of scripts.
        """
        if self.as_json:
            print_json(content)
        elif not print_lines(lines) and nothing:
            say(nothing)
