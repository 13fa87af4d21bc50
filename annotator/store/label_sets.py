"""Reads of the project's label set, and of the versions it has had."""

from typing import Any

from sqlalchemy import Connection, func, select

from annotator.store.tables import LabelSetVersion, Project, table_of

_project = table_of(Project)
_version = table_of(LabelSetVersion)

# Made once, as they are run at every key press.
_LABEL_SET = select(_project.c.label_set)
_VERSION = select(_project.c.label_set["version"].as_integer())


def project_label_set(connection: Connection) -> dict[str, Any]:
    """The project's own copy of its label set, as plain data."""
    return dict(connection.execute(_LABEL_SET).scalar_one())


def label_set_version(connection: Connection) -> int:
    """The version of the project's label set, without the set."""
    return int(connection.execute(_VERSION).scalar_one())


def newest_label_set_version(connection: Connection) -> int:
    """The highest number that a version of the label set has had; 0 when none has been kept."""
    return int(connection.execute(select(func.max(_version.c.version))).scalar() or 0)
