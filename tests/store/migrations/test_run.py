"""Migrations run from code, whole or not at all."""

from pathlib import Path

import pytest
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Column, String, inspect

from annotator.errors import ProjectDamaged
from annotator.store import sqlite
from annotator.store.migrations import run
from tests.store.desk import Desk


def test_every_migration_has_a_number_and_a_name() -> None:
    scripts = list(ScriptDirectory.from_config(run.configuration()).walk_revisions())
    for number, script in enumerate(reversed(scripts), 1):
        assert script.revision == f"{number:04}"
        assert Path(script.path).name.startswith(f"{number:04}_")
        assert script.doc


def test_an_upgrade_is_done_once(tmp_path: Path) -> None:
    engine = sqlite.engine_for(tmp_path / "p.annotator", read_only=False)
    run.upgrade(engine)
    run.upgrade(engine)
    assert "journal" in inspect(engine).get_table_names()
    engine.dispose()


def _alter_documents(config: Config, _revision: str) -> None:
    with Operations(MigrationContext.configure(config.attributes["connection"])).batch_alter_table(
        "document", recreate="always"
    ) as table:
        table.add_column(Column("section", String))


def test_a_table_that_others_refer_to_can_be_altered(file_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, tagged = file_desk, file_desk.tag(file_desk.load())
    monkeypatch.setattr(run.command, "upgrade", _alter_documents)
    engine = desk.workspace._database.engine
    run.upgrade(engine)
    assert "section" in {column["name"] for column in inspect(engine).get_columns("document")}
    assert [row["id"] for row in desk.rows()["annotation"]] == [tagged.id]
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_an_upgrade_that_loses_what_others_refer_to_is_taken_back(
    file_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    file_desk.tag(file_desk.load())
    lose = "DELETE FROM document"
    monkeypatch.setattr(run.command, "upgrade", lambda config, _: config.attributes["connection"].exec_driver_sql(lose))
    with pytest.raises(ProjectDamaged):
        run.upgrade(file_desk.workspace._database.engine)
    assert len(file_desk.rows()["document"]) == 1


def test_a_version_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    engine = sqlite.engine_for(tmp_path / "p.annotator", read_only=False)
    with pytest.raises(CommandError):
        run.upgrade(engine, "9999")
    assert inspect(engine).get_table_names() == []
    engine.dispose()
