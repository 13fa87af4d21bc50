"""Every test that asks for `address` or `desk` runs on SQLite and, where there is a server, on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.desk import Desk


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def address(request: pytest.FixtureRequest, project_path: Path) -> str | Path:
    if request.param == "sqlite":
        return project_path
    url: str = request.getfixturevalue("postgresql_url")
    return url


@pytest.fixture
def desk(address: str | Path) -> Iterator[Desk]:
    desk = Desk(address)
    yield desk
    desk.workspace.close()


@pytest.fixture
def file_desk(project_path: Path) -> Iterator[Desk]:
    """A desk whose project is a file."""
    desk = Desk(project_path)
    yield desk
    desk.workspace.close()
