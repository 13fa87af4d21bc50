"""Opening projects: made, recognised, backed up, upgraded, refused, and never harmed."""

import contextlib
import random
import stat
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from annotator.errors import (
    DiskFull,
    ProjectDamaged,
    ProjectError,
    ProjectReadOnly,
    ProjectTooNew,
    ProjectTooOld,
)
from annotator.operations import annotations, documents, projects
from annotator.operations.verification import verify
from annotator.store import database, sqlite
from annotator.store.migrations import run
from tests.store import mounts
from tests.store.desk import ARTICLE, Desk

THIS_VERSION = database.SCHEMA_VERSION
NEXT_VERSION = f"{int(THIS_VERSION) + 1:04}"
NEXT_MIGRATION = f"""'''A column more, for the test of an upgrade.'''
import sqlalchemy as sa
from alembic import op
revision, down_revision = "{NEXT_VERSION}", "{THIS_VERSION}"


def upgrade():
    op.add_column("project", sa.Column("motto", sa.String))
    {{more}}
"""


def closed_project(path: Path) -> Path:
    """A project with something in it, in one file, that nobody has open."""
    desk = Desk(path)
    desk.tag(desk.load())
    desk.workspace.close()
    return path


def refused(path: Path, kind: type[ProjectError]) -> str:
    before = path.read_bytes()
    with pytest.raises(kind) as caught:
        database.connect(path)
    assert path.read_bytes() == before
    return str(caught.value)


# Made


def test_a_new_project_is_made_where_there_is_none(tmp_path: Path) -> None:
    opened = database.connect(tmp_path / "new folder" / "project.annotator")
    assert opened.is_new
    assert not opened.read_only
    opened.engine.dispose()
    assert not database.connect(tmp_path / "new folder" / "project.annotator").is_new


def test_an_empty_file_becomes_a_project(project_path: Path) -> None:
    project_path.touch()
    assert database.connect(project_path).is_new


def test_a_program_stopped_while_it_made_a_project_left_a_new_one(project_path: Path) -> None:
    with contextlib.closing(sqlite.driver().connect(project_path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert project_path.stat().st_size > 0
    assert database.connect(project_path).is_new


def test_the_file_says_whose_it_is(project_path: Path) -> None:
    closed_project(project_path)
    header = project_path.read_bytes()[:100]
    assert header.startswith(b"SQLite format 3\0")
    assert int.from_bytes(header[68:72]) == sqlite.APPLICATION_ID


def test_a_server_s_project_is_made_once(postgresql_url: str) -> None:
    assert database.connect(postgresql_url).is_new
    assert not database.connect(postgresql_url).is_new


def test_the_schema_version_is_that_of_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(run.configuration()).get_current_head() == database.SCHEMA_VERSION


# Older and newer


@pytest.fixture
def a_version_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Makes this program one that knows a migration more."""

    def advance(more: str = "") -> None:
        folder = tmp_path / "more_migrations"
        folder.mkdir()
        (folder / f"{NEXT_VERSION}_motto.py").write_text(NEXT_MIGRATION.format(more=more))
        config = run.configuration()
        here = Path(run.__file__).parent / "versions"
        config.set_main_option("path_separator", "newline")
        config.set_main_option("version_locations", f"{here}\n{folder}")
        monkeypatch.setattr(run, "configuration", lambda: config)
        monkeypatch.setattr(database, "SCHEMA_VERSION", NEXT_VERSION)

    return advance


def backups(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.name}.*.backup"))


def test_an_older_project_is_backed_up_and_upgraded(project_path: Path, a_version_later: Any) -> None:
    closed_project(project_path)
    a_version_later()
    desk = Desk(project_path)
    with desk.workspace.reading() as connection:
        assert "motto" in {column["name"] for column in inspect(connection).get_columns("project")}
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == NEXT_VERSION
    desk.tag(desk.load(ARTICLE + " Lagi."))
    assert len(desk.rows()["annotation"]) == 2
    desk.reopen()
    desk.workspace.close()
    assert len(backups(project_path)) == 1


def test_the_backup_is_the_project_as_it_was(
    project_path: Path, a_version_later: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed_project(project_path)
    a_version_later()
    database.connect(project_path).engine.dispose()
    monkeypatch.undo()
    (backup,) = backups(project_path)
    desk = Desk(backup)
    assert len(desk.rows()["annotation"]) == 1
    assert desk.problems() == []
    desk.workspace.close()


def test_an_upgrade_that_fails_changes_nothing(project_path: Path, a_version_later: Any) -> None:
    closed_project(project_path)
    a_version_later(more='op.execute("INSERT INTO no_such_table VALUES (1)")')
    with pytest.raises(ProjectError):
        database.connect(project_path)
    with create_engine(f"sqlite:///{project_path}").connect() as connection:
        assert "motto" not in {column["name"] for column in inspect(connection).get_columns("project")}
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == THIS_VERSION


def test_an_older_project_that_cannot_be_written_is_refused(project_path: Path, a_version_later: Any) -> None:
    closed_project(project_path)
    a_version_later()
    with mounts.read_only(project_path.parent) as folder:
        message = refused(folder / project_path.name, ProjectReadOnly)
    assert "Copy it first" in message


def test_an_older_server_s_project_waits_to_be_asked(postgresql_url: str, a_version_later: Any) -> None:
    closed = Desk(postgresql_url)
    closed.workspace.close()
    a_version_later()
    with pytest.raises(ProjectTooOld, match="annotator upgrade"):
        database.connect(postgresql_url)
    opened = database.connect(postgresql_url, upgrade=True)
    assert "motto" in {column["name"] for column in inspect(opened.engine).get_columns("project")}
    opened.engine.dispose()
    database.connect(postgresql_url).engine.dispose()


def test_a_newer_project_is_refused(address: str | Path) -> None:
    desk = Desk(address)
    desk.workspace.close()
    desk.sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ProjectTooNew, match="newer version"):
        database.connect(address)


def test_an_address_of_another_kind_is_refused_and_makes_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ProjectError, match="mysql://"):
        database.connect("mysql://desk/news")
    assert list(tmp_path.iterdir()) == []


# Not ours, or damaged


@pytest.mark.parametrize("content", [b"Just some words.\n" * 400, b"PK\x03\x04" + bytes(9000), bytes(5000)])
def test_another_file_is_no_project(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.annotator"
    path.write_bytes(content)
    assert "not a project" in refused(path, ProjectDamaged)


@pytest.mark.parametrize("tables", [["recipe"], ["alembic_version"], ["alembic_version", "document"], ["journal"]])
def test_another_program_s_database_is_no_project(project_path: Path, tables: list[str]) -> None:
    engine = create_engine(f"sqlite:///{project_path}")
    with engine.begin() as connection:
        for name in tables:
            connection.execute(text(f"CREATE TABLE {name} (version_num TEXT)"))
    engine.dispose()
    assert "not a project" in refused(project_path, ProjectDamaged)


def test_another_program_s_server_database_is_no_project(postgresql_url: str) -> None:
    engine = create_engine(postgresql_url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE document (id INTEGER)"))
    with pytest.raises(ProjectDamaged, match="not a project"):
        database.connect(postgresql_url)
    assert inspect(engine).get_table_names() == ["document"]
    engine.dispose()


def test_a_truncated_file_is_damaged(project_path: Path) -> None:
    content = closed_project(project_path).read_bytes()
    project_path.write_bytes(content[: len(content) // 3])
    assert ".backup" in refused(project_path, ProjectDamaged)


def test_a_file_whose_tables_have_no_readable_names_is_damaged(project_path: Path) -> None:
    content = closed_project(project_path).read_bytes()
    project_path.write_bytes(content.replace(b"CREATE TABLE annotation ", b"CREATE TABLE \xff\xfe\x8atation "))
    assert ".backup" in refused(project_path, ProjectDamaged)


def problems_of(path: Path) -> list[str]:
    """What verifying says; or opening, when it says already that the file is damaged."""
    try:
        workspace = projects.open_project(path, uuid4())
    except ProjectDamaged as error:
        return [str(error)]
    with contextlib.closing(workspace):
        try:
            return verify(workspace).problems
        except ProjectDamaged as error:
            return [str(error)]


@pytest.mark.parametrize("seed", range(8))
def test_random_bytes_in_the_middle_are_found(project_path: Path, seed: int) -> None:
    content = bytearray(closed_project(project_path).read_bytes())
    chance = random.Random(seed)
    page = 4096 * chance.randrange(1, len(content) // 4096)
    content[page : page + 4096] = chance.randbytes(4096)
    project_path.write_bytes(content)
    before = project_path.read_bytes()
    assert problems_of(project_path) != []
    assert project_path.read_bytes() == before


# Where it lies


def test_a_folder_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="is a folder"):
        database.connect(tmp_path)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ProjectError, match="cannot be made"):
        database.connect(tmp_path / "file" / "project.annotator")


def test_a_project_in_a_folder_that_cannot_be_written_is_read(project_path: Path) -> None:
    project_path.parent.mkdir(exist_ok=True)
    folder = project_path.parent / "shelf"
    folder.mkdir()
    desk = Desk(folder / "p.annotator")
    document_id = desk.load()
    desk.tag(document_id)
    desk.workspace.close()
    with mounts.read_only(folder) as there:
        opened = Desk.__new__(Desk)
        opened.address, opened.installation = there / "p.annotator", uuid4()
        workspace = opened.open()
        assert workspace.read_only
        assert documents.read_document(workspace, document_id).text == ARTICLE
        assert verify(workspace).problems == []
        with pytest.raises(ProjectReadOnly):
            documents.rename_document(workspace, document_id, "x", desk.ana)
        workspace.close()


def test_no_older_state_is_shown_for_the_newest(project_path: Path) -> None:
    desk = Desk(project_path)
    desk.tag(desk.load())
    shelf = project_path.parent / "shelf"
    shelf.mkdir()
    for ending in ("", "-wal"):  # as a hurried copy would leave them
        (shelf / f"p.annotator{ending}").write_bytes(project_path.with_name(project_path.name + ending).read_bytes())
    desk.workspace.close()
    with mounts.read_only(shelf) as there, pytest.raises(ProjectError, match="Check its folder"):
        database.connect(there / "p.annotator")


def test_a_file_that_may_not_be_written_is_read(project_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed_project(project_path)
    project_path.chmod(stat.S_IRUSR)
    monkeypatch.setattr(database, "_can_write", lambda path: False)  # root may always write
    desk = Desk.__new__(Desk)
    desk.address, desk.installation = project_path, uuid4()
    workspace = desk.open()
    assert workspace.read_only
    assert len(documents.list_documents(workspace)) == 1
    workspace.close()


def test_a_new_project_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    with mounts.read_only(tmp_path / "shelf") as there, pytest.raises(ProjectError) as caught:
        database.connect(there / "p.annotator")
    assert str(caught.value).endswith(".")


def test_a_server_that_does_not_answer() -> None:
    with pytest.raises(ProjectError, match="does not answer"):
        database.connect("postgresql://nobody@127.0.0.1:1/nothing?connect_timeout=2")


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    with mounts.small_disk(tmp_path / "disk", 1200) as disk:
        desk = Desk(disk / "p.annotator")
        document_id = desk.load("word " * 2000)
        (disk / "ballast").write_bytes(bytes(150_000))
        made: list[UUID] = []
        with pytest.raises(DiskFull, match=r"no room|refused to write"):
            made.extend(desk.tag(document_id, 5 * index, 5 * index + 4).id for index in range(2000))
        assert made
        assert {row["id"] for row in desk.rows()["annotation"]} == set(made)
        (disk / "ballast").unlink()
        made.append(desk.tag(document_id, 0, 9).id)
        desk.reopen()
        assert {record.id for record in annotations.read_annotations(desk.workspace, made)} == set(made)
        assert desk.problems() == []
        desk.workspace.close()


def test_a_full_disk_says_so_when_a_project_is_made(tmp_path: Path) -> None:
    with mounts.small_disk(tmp_path / "disk", 16) as disk, pytest.raises(DiskFull):
        Desk(disk / "p.annotator")
