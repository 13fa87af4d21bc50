"""Articles put into a project as one batch, as a load does it: for tests of copies."""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

from sqlalchemy import insert, select

from annotator.core.identity import new_id
from annotator.core.near_copies import sketch
from annotator.operations.copy_groups import Newcomer, group_new
from annotator.store.tables import Document, Original, Text, table_of
from tests.store.desk import Desk


def arrive(desk: Desk, *texts: str, looked_at: bool = True) -> list[UUID]:
    """The keys of documents with these texts; `looked_at` False: as a version before copies left them."""
    keys = [new_id() for _ in texts]
    with desk.workspace.edit("Load article", desk.ana) as session:
        connection = session.connection()
        by_key = {sha256(text.encode()).digest(): text.encode() for text in texts}
        known = set(connection.execute(select(table_of(Text).c.sha256)).scalars())
        for key in by_key.keys() - known:
            connection.execute(insert(Text), [{"sha256": key, "content": by_key[key]}])
            original = {"sha256": key, "text_sha256": key, "encoding": "utf-8", "content": None}
            connection.execute(insert(Original), [original])
        coming = [
            Newcomer(key, sha256(text.encode()).digest(), sketch(text)) for key, text in zip(keys, texts, strict=True)
        ]
        groups = group_new(connection, coming) if looked_at else {}
        for newcomer, text in zip(coming, texts, strict=True):
            session.add(_document(newcomer, text, groups.get(newcomer.id)))
    return keys


def groups_of(desk: Desk, keys: Sequence[UUID]) -> list[int]:
    """The group of each document, as the number of its first one among these: [0, 1, 0] for a copy of the first."""
    rows = {row["id"]: row["copy_group"] or row["id"] for row in desk.rows()["document"]}
    groups = [rows[key] for key in keys]
    return [groups.index(group) for group in groups]


def _document(newcomer: Newcomer, text: str, group: UUID | None) -> Document:
    return Document(
        id=newcomer.id,
        title=text[:40],
        language="en",
        loaded_at=datetime.now(UTC),
        length=len(text),
        text_sha256=newcomer.text_sha256,
        original_sha256=newcomer.text_sha256,
        sentence_ends=[len(text)],
        copy_group=group,
    )
