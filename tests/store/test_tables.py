"""The tables, and that new projects and upgraded ones have the same."""

import re
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, inspect

from annotator.store import database, sqlite, tables
from annotator.store.migrations import run


def schema_of_file(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        return {name: _normal(sql) for name, sql in rows}


def _normal(sql: str) -> str:
    """One spacing; the parts of a CREATE TABLE in one order; DEFAULTs and quotes left out."""
    words = re.sub(r"\s+", " ", sql.replace('"', "")).strip()
    head, _, body = words.partition("(")
    body, _, tail = body.rpartition(")")
    parts = sorted(part.strip() for part in re.split(r", (?![^(]*\))", body))
    return f"{head.strip()} ({', '.join(parts)}){tail}"


def schema_of_server(engine: Engine) -> dict[str, Any]:
    found = inspect(engine)
    return {
        name: {
            "columns": [(c["name"], str(c["type"]), c["nullable"], c["default"]) for c in found.get_columns(name)],
            "key": found.get_pk_constraint(name)["constrained_columns"],
            "parents": sorted(str(key["referred_table"]) for key in found.get_foreign_keys(name)),
            "indexes": sorted((i["name"], tuple(i["column_names"]), i["unique"]) for i in found.get_indexes(name)),
            "unique": sorted(tuple(unique["column_names"]) for unique in found.get_unique_constraints(name)),
        }
        for name in found.get_table_names()
    }


def test_migrations_give_the_tables_of_a_new_file(tmp_path: Path) -> None:
    made = database.connect(tmp_path / "made.annotator").engine
    migrated = sqlite.engine_for(tmp_path / "migrated.annotator", read_only=False)
    run.upgrade(migrated)
    assert schema_of_file(migrated) == schema_of_file(made)
    assert "WITHOUT ROWID" in schema_of_file(made)["annotation"]
    made.dispose()
    migrated.dispose()


def test_migrations_give_the_tables_of_a_new_server_s_project(postgresql_url: str) -> None:
    engine = create_engine(postgresql_url.replace("postgresql:", "postgresql+psycopg:"))
    run.upgrade(engine)
    migrated = schema_of_server(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    database.connect(postgresql_url).engine.dispose()
    made = schema_of_server(engine)
    engine.dispose()
    assert migrated == made
    index = {name for name in made if name.startswith("search_")}
    assert set(made) - index == {*(str(table.__tablename__) for table in database._all_tables()), "alembic_version"}


def test_every_table_belongs_to_every_project() -> None:
    here = {table for table in vars(tables).values() if isinstance(table, type) and hasattr(table, "__table__")}
    assert here == set(database._all_tables())


def test_facts_come_after_what_they_refer_to() -> None:
    names = [str(table.__tablename__) for table in tables.FACTS]
    for position, table in enumerate(tables.FACTS):
        parents = {key.column.table.name for key in tables.table_of(table).foreign_keys} & set(names)
        assert parents <= set(names[:position])
