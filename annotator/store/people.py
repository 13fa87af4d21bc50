"""Reads of the people of a project."""

from sqlalchemy import Connection, select

from annotator.core import people as rules
from annotator.core.people import Person, StoredPerson
from annotator.store.tables import Annotator, table_of

_annotator = table_of(Annotator)
_c = _annotator.c
_EVERYBODY = select(_c.id, _c.name, _c.initials, _c.role, _c.color)


def people(connection: Connection) -> tuple[Person, ...]:
    """Everybody who works in the project, in the order in which they joined."""
    return rules.people(StoredPerson(*row) for row in connection.execute(_EVERYBODY))
