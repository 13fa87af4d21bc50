"""The newest annotations with their words, to go to one of them."""

from annotator.store import passages
from annotator.store.passages import Passage
from annotator.store.workspace import Workspace

MOST_PASSAGES = 3000
_LENGTH = 160  # characters of each


def newest_passages(workspace: Workspace, most: int = MOST_PASSAGES) -> list[Passage]:
    """The newest annotations of everybody, the newest first."""
    with workspace.reading() as connection:
        return passages.newest_passages(connection, most, _LENGTH)
