"""Sketches of texts and the groups of copies, as they are kept.

Sketches and bands are derived from texts, as an index is: the journal knows nothing of them. What is a
copy of what is a fact, and stands in the documents.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, Connection, cast, func, insert, or_, select

from annotator.core.near_copies import bands
from annotator.store.sqlite import json_text
from annotator.store.tables import Document, SketchBand, Text, TextSketch, table_of

_document = table_of(Document)
_sketch = table_of(TextSketch)
_band = table_of(SketchBand)
_text = table_of(Text)

_ADD_BAND = "INSERT INTO sketch_band (band, sha256) VALUES (?, ?)"

CROWDED = 50
"""A band that so many texts share says little of any of them (a form, a listing): it takes no more."""


class Member(NamedTuple):
    """A document as one of a group of copies."""

    id: UUID
    text_sha256: bytes
    copy_group: UUID | None
    superseded_by: UUID | None

    @property
    def group(self) -> UUID:
        """What the copies of one article have in common; its own key for an article without copies."""
        return self.copy_group or self.id


_MEMBER = select(_document.c.id, _document.c.text_sha256, _document.c.copy_group, _document.c.superseded_by)


def documents_with_texts(connection: Connection, sha256s: Collection[bytes]) -> list[Member]:
    """The documents that have one of these texts, in the order of loading."""
    query = _MEMBER.where(_document.c.text_sha256.in_(list(sha256s))).order_by(_document.c.id)
    return [Member(*row) for row in connection.execute(query)] if sha256s else []


def members(connection: Connection, groups: Collection[UUID]) -> list[Member]:
    """The documents of these groups, in the order of loading."""
    wanted = list(groups)
    query = _MEMBER.where(or_(_document.c.copy_group.in_(wanted), _document.c.id.in_(wanted))).order_by(_document.c.id)
    found = [Member(*row) for row in connection.execute(query)] if wanted else []
    return [member for member in found if member.group in groups]


def member(connection: Connection, document_id: UUID) -> Member | None:
    """One document, None when it is gone."""
    row = connection.execute(_MEMBER.where(_document.c.id == document_id)).one_or_none()
    return None if row is None else Member(*row)


def sketches(connection: Connection, sha256s: Collection[bytes]) -> dict[bytes, bytes]:
    """The sketches of those of these texts that have been looked at: SHA-256 -> sketch."""
    query = select(_sketch.c.sha256, _sketch.c.sketch).where(_sketch.c.sha256.in_(list(sha256s)))
    return {row.sha256: row.sketch for row in connection.execute(query)} if sha256s else {}


def sharing(connection: Connection, of: Collection[int]) -> list[tuple[int, bytes]]:
    """Which texts have one of these bands: (band, SHA-256)."""
    # As one value: a thousand of them, a parameter each, take longer to hand over than to look up.
    if connection.dialect.name == "sqlite":
        wanted = select(func.json_each(json_text(list(of))).table_valued("value").c.value)
    else:
        wanted = select(func.unnest(cast(list(of), ARRAY(BigInteger))))
    query = select(_band.c.band, _band.c.sha256).where(_band.c.band.in_(wanted))
    return [(band, sha256) for band, sha256 in connection.execute(query)] if of else []


def add_sketches(
    connection: Connection, found: Sequence[tuple[bytes, bytes]], crowded: Collection[int] = frozenset()
) -> None:
    """Keep the sketches of texts that have none yet: (SHA-256, sketch); `crowded` bands take no more."""
    if not found:
        return
    connection.execute(insert(TextSketch), [{"sha256": sha256, "sketch": sketch} for sha256, sketch in found])
    rows = [(band, sha256) for sha256, sketch in found for band in bands(sketch) if band not in crowded]
    if rows and connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_ADD_BAND, rows)
    elif rows:
        connection.execute(insert(_band), [{"band": band, "sha256": sha256} for band, sha256 in rows])


def not_looked_at(connection: Connection) -> list[UUID]:
    """The documents whose texts have no sketch yet, in the order of loading: of a project of an older version."""
    query = (
        select(_document.c.id)
        .outerjoin(_sketch, _sketch.c.sha256 == _document.c.text_sha256)
        .where(_sketch.c.sha256.is_(None))
        .order_by(_document.c.id)
    )
    return list(connection.execute(query).scalars())


def texts_of(connection: Connection, ids: Iterable[UUID]) -> list[tuple[UUID, bytes, str]]:
    """Key, SHA-256 and text of those of these documents that there are; ask for a few at a time."""
    query = (
        select(_document.c.id, _text.c.sha256, _text.c.content)
        .join(_text, _text.c.sha256 == _document.c.text_sha256)
        .where(_document.c.id.in_(list(ids)))
        .order_by(_document.c.id)
    )
    return [(key, sha256, str(content, "utf-8")) for key, sha256, content in connection.execute(query)]
