"""A project's database: made, recognised, backed up and brought up to date.

SQLite: a project of an older version is copied beside itself, upgraded, and work goes on.
PostgreSQL: colleagues may be at work in it, so an upgrade is refused until somebody asks for it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import orjson
from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from annotator.errors import Locked, ProjectDamaged, ProjectError, ProjectReadOnly, ProjectTooNew, ProjectTooOld
from annotator.store import locks, search_index, sqlite, tables
from annotator.store.failures import NOT_A_PROJECT, meaning_of

_NEEDS_DRIVER = "For a project on a server the package “psycopg” is needed: pip install psycopg[binary]"
_NEEDS_UPGRADE = "This project needs an upgrade. When nobody works in it, run: annotator upgrade --project ADDRESS"
_TOO_NEW = "This project was written by a newer version of the program. Install that version to open it."
_STUCK = "This project is from an older version and cannot be upgraded where it lies. Copy it first."

SCHEMA_VERSION = "0006"
"""The newest migration's number; a test holds it against the migrations there are."""

_SIGNS = frozenset(("alembic_version", "installation", "journal", "project"))
"""Tables that a project of any version has."""

_VERSION_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)
"""As Alembic itself would make it."""

_WAIT = text("SELECT set_config('lock_timeout', :milliseconds, true), pg_advisory_xact_lock(:lock)")

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_SERVER_SCHEMES = ("postgresql://", "postgres://", "postgresql+psycopg://")


@dataclass(frozen=True, slots=True)
class Database:
    """An open database. `path` is None on a server; `is_new` when there was nothing before."""

    engine: Engine
    path: Path | None
    read_only: bool
    is_new: bool


def connect(address: str | Path, *, upgrade: bool = False, passphrase: str | None = None) -> Database:
    """Open the project at a path or a postgresql:// address; make its tables where there are none.

    A SQLite project that is older is backed up and upgraded; one on a server only when `upgrade`. A new file is locked
    by a `passphrase`, a locked one opened. Raises Locked, or another ProjectError that says what is wrong and what to
    do.
    """
    try:
        if str(address).startswith(_SERVER_SCHEMES):
            return _connect_server(str(address), upgrade)
        if scheme := _SCHEME.match(str(address)):
            raise ProjectError(f"Projects do not lie at {scheme[0]} addresses; give a file or a postgresql:// address.")
        return _connect_file(Path(address), passphrase)
    except DBAPIError as error:
        raise meaning_of(error) from error


def _connect_file(path: Path, passphrase: str | None) -> Database:
    if path.is_dir():
        raise ProjectError(f"“{path}” is a folder; a project is a single file.")
    is_new = not path.exists() or path.stat().st_size == 0
    if is_new:
        _make_folder(path.parent)
    read_only = not is_new and not _can_write(path)
    key = _key_of(path, passphrase, is_new=is_new)
    engine = sqlite.engine_for(path, read_only=read_only, key=key)
    try:
        # The program may have been stopped between making a file and its tables: that one is new, too.
        is_new = is_new or (not read_only and not inspect(engine).get_table_names())
        version = None if is_new else _version(engine)
        if is_new:
            _create(engine)
        elif version is None:
            raise ProjectDamaged(NOT_A_PROJECT)
        else:
            _bring_up_to_date(engine, version, lambda: _back_up(path, version, key), allowed=not read_only)
    except sqlite.driver().DatabaseError as error:
        engine.dispose()
        raise meaning_of(error) from error
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, path, read_only, is_new)


def _key_of(path: Path, passphrase: str | None, *, is_new: bool) -> bytes | None:
    """The key of a file that is locked, or is to be. A passphrase that a plain file does not need is not looked at."""
    if not is_new and not locks.is_locked(path):
        return None
    if passphrase is None:
        if is_new:
            return None
        raise Locked(locks.NEEDED)
    return locks.key_of(path, passphrase)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError(f"The folder “{folder}” cannot be made: {error.strerror}. Choose another place.") from error


def _can_write(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False


def _connect_server(address: str, upgrade: bool) -> Database:
    address = "postgresql+psycopg://" + address.split("://", 1)[1]
    try:
        engine = create_engine(
            address, json_serializer=sqlite.json_text, json_deserializer=orjson.loads, hide_parameters=True
        )
    except ImportError as error:
        raise ProjectError(_NEEDS_DRIVER) from error
    try:
        version = _version(engine)
        if version is None:
            _create(engine)
        elif version < SCHEMA_VERSION and not upgrade:
            raise ProjectTooOld(_NEEDS_UPGRADE)
        else:
            _bring_up_to_date(engine, version, lambda: None, allowed=True)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, None, read_only=False, is_new=version is None)


def _version(engine: Engine) -> str | None:
    """The schema version of a project, None when there is none. Raises ProjectDamaged for somebody else's tables."""
    with engine.connect() as connection:
        names = set(inspect(connection).get_table_names())
        if names.isdisjoint({*_SIGNS, *(str(table.__tablename__) for table in _all_tables())}):
            return None
        if not names >= _SIGNS:
            raise ProjectDamaged(NOT_A_PROJECT)
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if version is None:
            raise ProjectDamaged(NOT_A_PROJECT)
        return str(version)


def wait_for_turn(connection: Connection) -> None:
    """Let a transaction that will write be the only one until it ends, so that the journal has one order.

    SQLite sees to that by itself. Neither waits longer than `sqlite.BUSY_SECONDS`.
    """
    if connection.dialect.name == "postgresql":
        patience = {"milliseconds": str(round(sqlite.BUSY_SECONDS * 1000)), "lock": sqlite.APPLICATION_ID}
        connection.execute(_WAIT, patience)


def _create(engine: Engine) -> None:
    with engine.execution_options(writes=True).begin() as connection:
        wait_for_turn(connection)
        if inspect(connection).has_table("alembic_version"):
            return  # somebody else made them while this transaction waited
        SQLModel.metadata.create_all(connection, tables=[tables.table_of(table) for table in _all_tables()])
        search_index.make_tables(connection)
        connection.execute(text(_VERSION_TABLE))
        connection.execute(text("INSERT INTO alembic_version VALUES (:version)"), {"version": SCHEMA_VERSION})
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")


def _all_tables() -> tuple[type[SQLModel], ...]:
    return (
        *tables.FACTS,
        tables.Text,
        tables.Original,
        tables.TextSketch,
        tables.SketchBand,
        tables.Installation,
        tables.JournalEntry,
    )


def _bring_up_to_date(engine: Engine, version: str, back_up: Callable[[], None], *, allowed: bool) -> None:
    if version > SCHEMA_VERSION:
        raise ProjectTooNew(_TOO_NEW)
    if version < SCHEMA_VERSION:
        if not allowed:
            raise ProjectReadOnly(_STUCK)
        back_up()
        from annotator.store.migrations.run import upgrade  # Alembic costs a start 0.1 s; most starts need none

        upgrade(engine)


def _back_up(path: Path, version: str, key: bytes | None) -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    sqlite.copy(path, path.with_name(f"{path.name}.{version}.{stamp}.backup"), key)
