"""Verbs are tested on a project that is a file; the store's own tests hold both databases to the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.desk import Desk


@pytest.fixture
def desk(project_path: Path) -> Iterator[Desk]:
    desk = Desk(project_path)
    yield desk
    desk.workspace.close()
