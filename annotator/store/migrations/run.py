"""Runs the migrations from code: no ini file, no command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from annotator.errors import ProjectDamaged

_BROKEN = "This project cannot be upgraded: parts of it refer to what is not there. Open a backup of it."


def configuration() -> Config:
    """Alembic's settings for this program."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring a database up to `revision`, in one transaction."""
    config = configuration()
    with engine.execution_options(writes=True).connect() as connection, _unwatched(connection), connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise ProjectDamaged(_BROKEN)


@contextmanager
def _unwatched(connection: Connection) -> Iterator[None]:
    """Without SQLite's watch over foreign keys, which lets no table go that others refer to, not even to alter it.

    The watch can only be changed outside a transaction.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")
