"""SQLite as this program uses it: which driver, which pragmas, how a transaction starts.

One SQLite everywhere: the one inside sqlcipher3, recent and able to encrypt. Python's own is used
only where that package cannot be had.
"""

import contextlib
from pathlib import Path
from types import ModuleType
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from annotator.errors import ProjectError
from annotator.store import locks

APPLICATION_ID = 0x414E4E4F  # "ANNO" in the file's header: `file project.annotator` can tell
BUSY_SECONDS = 10.0


def driver() -> ModuleType:
    """The DB-API module to use."""
    try:
        from sqlcipher3 import dbapi2  # a choice between two drivers is made at run time
    except ImportError:
        import sqlite3 as dbapi2
    module: ModuleType = dbapi2
    return module


def json_text(value: Any) -> str:
    """JSON without spaces, as both databases keep it."""
    return orjson.dumps(value).decode()


def engine_for(path: Path, *, read_only: bool, key: bytes | None = None, as_it_lies: bool = False) -> Engine:
    """An engine on a project's file; `key` is that of a locked one (store/locks.py).

    `as_it_lies`: to be read only, without a lock and a log beside it, as nobody writes it meanwhile.

    Writers announce themselves with the execution option `writes`: their transactions take the
    write lock at once, so that what an edit has read is still true when it writes.
    """
    module = driver()
    engine = create_engine(
        "sqlite+pysqlite://",
        module=module,
        creator=lambda: _connect(module, path, read_only, key, as_it_lies),
        poolclass=QueuePool,
        pool_size=4,
        json_serializer=json_text,
        json_deserializer=orjson.loads,
        hide_parameters=True,  # what an error says may be logged, and words of an article are not
    )
    event.listen(engine, "begin", _begin)
    return engine


def _connect(module: ModuleType, path: Path, read_only: bool, key: bytes | None, as_it_lies: bool) -> Any:
    how = "mode=ro&immutable=1" if as_it_lies else f"mode={'ro' if read_only else 'rwc'}"
    address = f"{path.absolute().as_uri()}?{how}"
    connection = module.connect(address, uri=True, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None)
    try:
        _unlock(connection, module, key)
        _set_up(connection, read_only)
    except UnicodeDecodeError as error:  # SQLite quotes the name that it cannot make sense of, which is no text
        connection.close()
        raise module.DatabaseError("malformed database schema") from error
    except module.DatabaseError:
        connection.close()
        if as_it_lies or not read_only or _has_log(path):
            raise
        # A folder that cannot be written has no room for the log's index: read the file as it lies.
        return _connect(module, path, read_only, key, as_it_lies=True)
    return connection


def _unlock(connection: Any, module: ModuleType, key: bytes | None) -> None:
    if key is not None:
        try:
            locks.unlock(connection, module, key)
        except ProjectError:
            connection.close()
            raise


def _has_log(path: Path) -> bool:
    """True when edits lie beside the file, in its log: the file as it lies would be an older state."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _set_up(connection: Any, read_only: bool) -> None:
    if read_only:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_schema")
        return
    if not _is_foreign(connection):
        connection.execute("PRAGMA journal_mode = WAL")
    # FULL: what has been acknowledged outlives not only the process but a power cut.
    for pragma in ("synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _is_foreign(connection: Any) -> bool:
    """True for another program's database: its file is not to be touched, not even its mode."""
    (number,) = connection.execute("PRAGMA application_id").fetchone()
    (entries,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return bool(entries and number != APPLICATION_ID)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def tidy(path: Path, key: bytes | None = None) -> None:
    """Let SQLite remove the log beside a file when nobody has it open; where that cannot be, it stays."""
    module = driver()
    address = f"{path.absolute().as_uri()}?mode=rw"
    with (
        contextlib.suppress(module.Error, ProjectError),
        contextlib.closing(module.connect(address, uri=True)) as connection,
    ):
        _unlock(connection, module, key)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def copy(source: Path, target: Path, key: bytes | None = None) -> None:
    """Copy a database that may be in use, whole, by SQLite's backup interface; `key` is that of a locked one."""
    module = driver()
    with (
        contextlib.closing(module.connect(source)) as here,
        contextlib.closing(module.connect(target)) as there,
    ):
        _unlock(here, module, key)
        _unlock(there, module, key)
        here.backup(there)
