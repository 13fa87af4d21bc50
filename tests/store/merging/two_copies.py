"""Two copies of one project at work apart: what every test of their coming together has in common."""

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from annotator.operations import projects
from annotator.operations.merging import MergeReport, merge
from annotator.store import sqlite
from annotator.store.workspace import Workspace
from tests.store.desk import Desk


def copy_of(desk: Desk, name: str, installation: UUID | None = None) -> Desk:
    """A copy of a project, as the file is copied; on another computer unless an installation is given."""
    assert isinstance(desk.address, Path)
    path = desk.address.with_name(name)
    sqlite.copy(desk.address, path)
    return Desk(path, installation or uuid4())


def bring(here: Desk, there: Desk) -> MergeReport:
    """Take one copy's file into another copy."""
    assert isinstance(there.address, Path)
    return merge(here.workspace, there.address, here.ana)


def facts(desk: Desk) -> dict[str, list[dict[str, Any]]]:
    """Every fact there is, whatever the order of rows."""
    return desk.rows()


def in_both_directions(one: Desk, other: Desk) -> tuple[Desk, Desk]:
    """Copies of both, each with the other taken in; the two themselves stay as they are."""
    left = copy_of(one, f"{uuid4().hex}.annotator", one.installation)
    right = copy_of(other, f"{uuid4().hex}.annotator", other.installation)
    bring(left, other)
    bring(right, one)
    return left, right


def open_copy(path: Path) -> Workspace:
    return projects.open_project(path, uuid4())
