"""Reads of what annotators have decided, when, and of the times at which they worked."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, literal, null, select

from annotator.core.identity import born_at
from annotator.core.spans import Span
from annotator.store.stretches import stretches_of
from annotator.store.tables import (
    Annotation,
    Document,
    JournalEntry,
    Mark,
    Project,
    RejectedSuggestion,
    table_of,
)

_annotation = table_of(Annotation)
_document = table_of(Document)
_journal = table_of(JournalEntry)
_mark = table_of(Mark)
_project = table_of(Project)
_rejected = table_of(RejectedSuggestion)

REJECTED, NOTHING = "rejected", "nothing"


class Decision(NamedTuple):
    """What an annotator has decided on a stretch.

    `origin` is an annotation's, or REJECTED, or NOTHING, which has no label.
    """

    document_id: UUID
    annotator_id: UUID
    label: str
    origin: str
    segments: tuple[Span, ...]
    at: datetime


def suggestion_settings(connection: Connection) -> dict[str, Any] | None:
    """How the project uses suggestions, as plain data."""
    found: dict[str, Any] | None = connection.execute(select(_project.c.suggestions)).scalar()
    return found


def decisions_since(connection: Connection, since: datetime | None) -> Iterator[Decision]:
    """Annotations, "nothing here" and rejections that there are and were made since then (None: all), in any order."""
    for table, label, origin in (
        (_annotation, _annotation.c.label, _annotation.c.origin),
        (_rejected, _rejected.c.label, literal(REJECTED)),
        (_mark, literal(""), literal(NOTHING)),
    ):
        c = table.c
        placed = (c.segments if "segments" in c else null()).label("segments")
        said = label.label("name"), origin.label("kind")
        query = select(c.id, c.document_id, c.annotator_id, c.start_char, c.end_char, placed, *said)
        if since:
            query = query.where(c.id >= _first_key(since))
        for row in connection.execute(query):
            yield Decision(row.document_id, row.annotator_id, row.name, row.kind, stretches_of(row), born_at(row.id))


def newer_versions(connection: Connection) -> set[UUID]:
    """The documents that have taken the place of an older version."""
    query = select(_document.c.superseded_by).where(_document.c.superseded_by.is_not(None))
    return set(connection.execute(query).scalars())


def times_at_work(connection: Connection, since: datetime | None) -> Iterator[tuple[UUID, UUID | None, datetime]]:
    """Annotator, document and time of every entry of the journal since then (None: all), in its order."""
    c = _journal.c
    query = select(c.annotator_id, c.document_id, c.at).where(c.annotator_id.is_not(None)).order_by(c.number)
    if since:
        query = query.where(c.at >= since)
    yield from ((who, document_id, at) for who, document_id, at in connection.execute(query))


def _first_key(at: datetime) -> UUID:
    """A key that is smaller than all that were made from then on: see core/identity.py."""
    return UUID(int=int(at.timestamp() * 1000) << 80)
