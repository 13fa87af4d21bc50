"""A project and a copy of it, at work apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.desk import Desk
from tests.store.merging.two_copies import copy_of


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article."""
    desk = Desk(tmp_path / "home.annotator")
    desk.load()
    yield desk
    desk.workspace.close()


@pytest.fixture
def away(home: Desk) -> Iterator[Desk]:
    """A copy of it, on another computer."""
    desk = copy_of(home, "away.annotator")
    yield desk
    desk.workspace.close()
