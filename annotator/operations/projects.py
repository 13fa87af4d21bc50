"""Opening and making projects."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

from annotator.core.packets import PacketNote
from annotator.core.schema_file import write_label_set
from annotator.operations import sources
from annotator.operations.label_sets import put_label_set, shipped_label_set
from annotator.operations.protection import keep_names_quiet
from annotator.store import database, packets, queries
from annotator.store.columns import storable
from annotator.store.tables import Project
from annotator.store.workspace import Workspace

DEFAULT_LABEL_SET = "newsroom"


def open_project(
    address: str | Path, installation: UUID, *, upgrade: bool = False, passphrase: str | None = None
) -> Workspace:
    """Open the project at a path or postgresql:// address, and make it where there is none.

    `installation` names this copy of the program in the journal (settings.installation). `upgrade`
    allows a shared server's project to be upgraded. A file that is locked needs its `passphrase`; a new one is locked
    by it. Raises Locked, or another ProjectError in words.
    """
    opened = database.connect(address, upgrade=upgrade, passphrase=passphrase)
    workspace = Workspace(opened, installation)
    try:
        if not opened.read_only:
            _found(workspace, _name_from(address))
            _complete_label_set(workspace)
        keep_names_quiet(workspace)
        sources.note_changes(workspace)
    except BaseException:
        workspace.close()
        raise
    return workspace


def project_name(workspace: Workspace) -> str:
    """What the project is called."""
    with workspace.reading() as connection:
        return queries.project_name(connection) or ""


def packet_note(workspace: Workspace) -> PacketNote | None:
    """What a packet says of itself; None for a whole project. Raises ProjectDamaged."""
    with workspace.reading() as connection:
        return packets.note_of(connection)


def _found(workspace: Workspace, name: str) -> None:
    """Give a database that has no project row its one, with a copy of the default label set."""
    with workspace.reading() as connection:
        if queries.project_name(connection) is not None:
            return
    label_set = shipped_label_set(DEFAULT_LABEL_SET)
    with workspace.edit("New project", None, undoable=False) as session:
        if queries.project_name(session.connection()) is None:
            session.add(Project(name=name, label_set=write_label_set(label_set), created_at=datetime.now(UTC)))


def _complete_label_set(workspace: Workspace) -> None:
    """Give a project the attributes and relations of its label set that older versions of the program did not know.

    Its own labels stay as they are; a set that has been changed by hand is not touched.
    """
    with workspace.reading() as connection:
        present = workspace.label_set(connection)
    if present.version != 1 or present.attributes or present.relations or present.rules:
        return
    shipped = shipped_label_set(DEFAULT_LABEL_SET)
    if present.id != DEFAULT_LABEL_SET or present.labels != tuple(replace(label, link="") for label in shipped.main):
        return
    with workspace.edit("Complete label set", None, undoable=False) as session:
        if workspace.label_set(session.connection()).version == present.version:
            put_label_set(session, shipped, None, None)


def _name_from(address: str | Path) -> str:
    # A server's address may hold a password, in front of the path or after it.
    path = urlsplit(str(address)).path if "://" in str(address) else str(address)
    return storable(Path(path).stem) or "project"
