"""Noting that others' work was seen before one's own was handed in, and whether there is anything to see."""

from uuid import UUID

from annotator.operations.readings import put_reading
from annotator.store import seeing
from annotator.store.workspace import Workspace


def note_seen(workspace: Workspace, document_id: UUID, annotator_id: UUID) -> bool:
    """Note that something of another's work in an article was shown to an annotator who has not handed it in yet.

    Written once, and only where there is something to see; gives True when it was written now. Nothing is written in a
    project that can only be read.
    """
    if workspace.read_only:
        return False
    with workspace.reading() as connection:
        if not seeing.shows_others(connection, document_id, annotator_id):
            return False
    with workspace.edit("Saw others’ work", annotator_id, undoable=False) as session:
        row = put_reading(session, document_id, annotator_id)
        is_news = not row.saw_others and row.submitted_at is None
        row.saw_others = row.saw_others or is_news
    return is_news


def has_comments(workspace: Workspace, document_id: UUID) -> bool:
    """True when something has been said about an article that the viewer may see."""
    with workspace.reading() as connection:
        return seeing.has_comments(connection, document_id)
