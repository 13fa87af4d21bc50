"""Makes searchable what came into a project by another way than loading: from an older version, from a merge."""

from collections.abc import Callable

from annotator.core.search_terms import indexed
from annotator.store import search_index
from annotator.store.workspace import Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_BATCH = 64
"""Texts that one transaction adds: some 20 ms, what a key press may have to wait."""


def catch_up(workspace: Workspace, progress: Progressed | None = None, cancelled: IsCancelled | None = None) -> int:
    """Index what is not indexed yet; how many texts that was.

    Stopped, it goes on where it was the next time. A project that cannot be written stays as it is.
    """
    if workspace.read_only:
        return 0
    with workspace.reading() as connection:
        total = search_index.number_missing(connection)
    done = 0
    while not (cancelled and cancelled()):
        with workspace.reading() as connection:
            texts = search_index.texts_missing(connection, _BATCH)
            documents = search_index.documents_missing(connection, _BATCH)
        if not texts and not documents:
            break
        terms = [(sha256, indexed(text)) for sha256, text in texts]
        with workspace.edit("Index articles", None, undoable=False) as session:
            search_index.add_texts(session.connection(), terms)
            search_index.index_documents(session.connection(), documents)
        done += len(texts)
        if progress:
            progress(min(done, total), max(total, done))
    return done
