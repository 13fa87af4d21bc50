"""Another copy is read and never written; what is wrong with it is said in words."""

import shutil
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy.exc import OperationalError

from annotator.errors import NotMergeable, ProjectError, ProjectTooNew
from annotator.operations import projects
from annotator.store import sqlite
from annotator.store.merging.stranger import opened, refuse_unsound
from tests.store.desk import Desk
from tests.store.merging.two_copies import bring

OLD = Path(__file__).parents[2] / "old_databases"


def test_it_is_read_and_not_written(home: Desk, away: Desk) -> None:
    away.tag(away.rows()["document"][0]["id"])
    away.workspace.close()
    assert isinstance(away.address, Path)
    before = away.address.read_bytes()
    with opened(away.address) as connection:
        refuse_unsound(connection)
        with pytest.raises(OperationalError):
            connection.exec_driver_sql("DELETE FROM annotation")
    away.address.chmod(0o444)
    bring(home, away)
    assert away.address.read_bytes() == before


@pytest.mark.parametrize("passphrase", [None, "seven words that nobody else has in mind"])
@pytest.mark.parametrize("may_write", [True, False])
def test_nothing_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passphrase: str | None, may_write: bool
) -> None:
    path = tmp_path / "away.annotator"
    projects.open_project(path, uuid4(), passphrase=passphrase).close()
    before = path.read_bytes()
    monkeypatch.setattr("annotator.store.merging.stranger.os.access", lambda *_: may_write)
    with opened(path, passphrase) as connection:
        refuse_unsound(connection)
        assert may_write or [one.name for one in tmp_path.iterdir()] == [path.name]
        with pytest.raises(OperationalError):
            connection.exec_driver_sql("DELETE FROM journal")
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == before


def test_what_is_in_use_keeps_its_log(away: Desk) -> None:
    assert isinstance(away.address, Path)
    key = away.tag(away.rows()["document"][0]["id"]).id
    for _ in range(2):
        with opened(away.address) as connection:
            assert connection.exec_driver_sql("SELECT id FROM annotation").scalar() == key.bytes
    assert away.address.with_name(f"{away.address.name}-wal").exists()
    away.tag(away.rows()["document"][0]["id"], 5, 9)
    assert away.problems() == []


@pytest.mark.parametrize("version", ["0003", "0004"])
def test_an_older_version_is_upgraded_in_a_copy(tmp_path: Path, version: str) -> None:
    path = tmp_path / "old.annotator"
    shutil.copy(OLD / f"{version}.annotator", path)
    before = path.read_bytes()
    with opened(path) as connection:
        refuse_unsound(connection)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if "backup" in one.name] == []


def test_a_newer_version(home: Desk, away: Desk) -> None:
    away.sql("UPDATE alembic_version SET version_num = '9999'")
    away.workspace.close()
    with pytest.raises(ProjectTooNew):
        bring(home, away)


def test_no_project_and_no_file(tmp_path: Path) -> None:
    other = tmp_path / "a.annotator"
    with pytest.raises(NotMergeable, match="no file"), opened(other):
        pass
    other.write_text("Words that are no database, and some more of them so that there are enough.")
    with pytest.raises(ProjectError), opened(other):
        pass
    database = sqlite.driver().connect(tmp_path / "b.db")
    database.execute("CREATE TABLE project (id)")
    database.close()
    with pytest.raises(NotMergeable), opened(tmp_path / "b.db"):
        pass


def test_itself(home: Desk) -> None:
    assert isinstance(home.address, Path)
    assert bring(home, home).nothing_new
    assert projects.open_project(home.address, home.installation).close() is None
