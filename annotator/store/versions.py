"""Reads that follow an article through its corrections: which versions there are, and which are older ones."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, or_, select

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


def likely_older(connection: Connection, document_id: UUID) -> list[UUID]:
    """Articles that a document may be the corrected version of, the newest first.

    They were loaded before it, have another text and no newer version, and either the same address, or the same
    title and outlet and a text so like that they are copies.
    """
    c = _document.c
    here = connection.execute(select(_document).where(c.id == document_id)).one_or_none()
    if here is None:
        return []
    group = here.copy_group or here.id
    is_copy = or_(c.copy_group == group, c.id == group) & (c.title == here.title) & (c.outlet == here.outlet)
    same = or_(is_copy, c.url == here.url) if here.url else is_copy
    before = (c.id < document_id, c.superseded_by.is_(None), c.text_sha256 != here.text_sha256)
    return list(connection.execute(select(c.id).where(same, *before).order_by(c.id.desc())).scalars())


def superseded(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """Those of these documents that are older versions, each with the version after it."""
    c = _document.c
    query = select(c.id, c.superseded_by).where(c.superseded_by.is_not(None))
    found: dict[UUID, UUID] = {}
    for start in range(0, len(ids), BATCH):
        rows = connection.execute(query.where(c.id.in_(ids[start : start + BATCH])))
        found.update({row.id: row.superseded_by for row in rows})
    return found
