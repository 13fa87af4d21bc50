"""What an import asks of a session; and one that writes nothing, by which a preview does what the import does."""

from typing import Protocol

from sqlalchemy import Connection
from sqlmodel import SQLModel

from annotator.store.changes import Image


class ImportSession(Protocol):
    """The part of an edit's session that the import of an article uses."""

    def connection(self) -> Connection:
        """What reads go through."""

    def add(self, instance: SQLModel) -> None:
        """Add a row."""

    def flush(self) -> None:
        """Send what was added to the database."""

    def change_row(self, table: type[SQLModel], row: Image, before: Image, after: Image) -> None:
        """Change columns of a row."""


class Unwritten:
    """A session of this kind that only reads."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def connection(self) -> Connection:
        """What reads go through."""
        return self._connection

    def add(self, instance: SQLModel) -> None:
        """Nothing is added."""

    def flush(self) -> None:
        """There is nothing to send."""

    def change_row(self, table: type[SQLModel], row: Image, before: Image, after: Image) -> None:
        """Nothing is changed."""
