"""Reads that follow an article through its corrections: which versions there are, and which are older ones."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, select

from annotator.store.queries import BATCH
from annotator.store.tables import Document, table_of

_document = table_of(Document)


def version_keys(connection: Connection, document_id: UUID) -> list[UUID]:
    """All versions of an article, the oldest first; only the document itself when it was never corrected."""
    c = _document.c
    keys = [document_id]
    while (older := connection.execute(select(c.id).where(c.superseded_by == keys[0]).limit(1)).scalar()) is not None:
        if older in keys:
            break
        keys.insert(0, older)
    while (newer := connection.execute(select(c.superseded_by).where(c.id == keys[-1])).scalar()) is not None:
        if newer in keys:
            break
        keys.append(newer)
    return keys


def superseded(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """Those of these documents that are older versions, each with the version after it."""
    c = _document.c
    query = select(c.id, c.superseded_by).where(c.superseded_by.is_not(None))
    found: dict[UUID, UUID] = {}
    for start in range(0, len(ids), BATCH):
        rows = connection.execute(query.where(c.id.in_(ids[start : start + BATCH])))
        found.update({row.id: row.superseded_by for row in rows})
    return found
