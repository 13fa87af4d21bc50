"""The people who read and label."""

from uuid import UUID

from annotator.store import packets, queries
from annotator.store.columns import storable
from annotator.store.tables import Annotator
from annotator.store.workspace import Workspace


def find_or_add_annotator(workspace: Workspace, name: str) -> UUID:
    """The key of the annotator called `name`, added to the project when new."""
    known = find_annotator(workspace, name)
    if known:
        return known
    name = tidy_name(name)
    with workspace.edit("New annotator", None, undoable=False) as session:
        # Another window may have been faster since the look above.
        known = queries.annotator_by_name(session.connection(), name)
        if known is None:
            annotator = Annotator(name=name)
            session.add(annotator)
            known = annotator.id
    return known


def find_annotator(workspace: Workspace, name: str) -> UUID | None:
    """The key of the annotator called `name`; None when the project has none."""
    with workspace.reading() as connection:
        return queries.annotator_by_name(connection, tidy_name(name))


def name_of(workspace: Workspace, annotator_id: UUID) -> str:
    """The name of an annotator as annotations carry it; "" for a key that is nobody's."""
    with workspace.reading() as connection:
        return queries.annotator_names(connection).get(annotator_id, "")


def name_here(workspace: Workspace, chosen: str) -> str:
    """In whose name work goes on where nobody says: that of whom a packet is for; else the one `chosen` elsewhere."""
    with workspace.reading() as connection:
        note = packets.note_of(connection)
    return note.recipient if note else chosen


def tidy_name(name: str) -> str:
    """A person's name as a project keeps it: in one line; “annotator” for a blank one."""
    return " ".join(storable(name).split()) or "annotator"
