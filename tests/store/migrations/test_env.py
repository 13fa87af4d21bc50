"""A migration runs on the connection it is given: inside the caller's transaction."""

from pathlib import Path

from alembic import command
from sqlalchemy import inspect

from annotator.store import sqlite
from annotator.store.migrations import run


def test_migrations_are_part_of_the_caller_s_transaction(tmp_path: Path) -> None:
    engine = sqlite.engine_for(tmp_path / "p.annotator", read_only=False)
    config = run.configuration()
    with engine.execution_options(writes=True).connect() as connection:
        config.attributes["connection"] = connection
        transaction = connection.begin()
        command.upgrade(config, "head")
        assert "journal" in inspect(connection).get_table_names()
        transaction.rollback()
    assert inspect(engine).get_table_names() == []
    engine.dispose()
