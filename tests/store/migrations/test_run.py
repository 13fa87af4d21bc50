"""Migrations run from code, whole or not at all."""

from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import inspect

from annotator.store import sqlite
from annotator.store.migrations import run


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


def test_a_version_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    engine = sqlite.engine_for(tmp_path / "p.annotator", read_only=False)
    with pytest.raises(CommandError):
        run.upgrade(engine, "9999")
    assert inspect(engine).get_table_names() == []
    engine.dispose()
