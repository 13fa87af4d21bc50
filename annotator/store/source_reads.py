"""Reads about sources: who is protected and since when, how often they are named, and what they have said."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from annotator.core.records import SourceRecord
from annotator.core.source_statements import Statement
from annotator.core.spans import Span
from annotator.errors import ProjectDamaged
from annotator.store.changes import unpack
from annotator.store.relations import source_record
from annotator.store.tables import Annotation, Document, JournalEntry, Relation, Source, table_of

_source = table_of(Source)
_relation = table_of(Relation)
_annotation = table_of(Annotation)
_document = table_of(Document)
_journal = table_of(JournalEntry)


def protected(connection: Connection) -> list[SourceRecord]:
    """The sources that are protected now, in the order in which they were made."""
    query = select(_source).where(_source.c.protected.is_(True)).order_by(_source.c.id)
    return [source_record(row) for row in connection.execute(query)]


def protections(connection: Connection, after: int) -> Iterator[tuple[UUID, str]]:
    """The sources that the journal's entries newer than `after` protect, in its order; one may come several times.

    With each the name that it was given there and then, "" where it had one before.
    """
    c = _journal.c
    query = select(c.changes, c.annotator_id).where(c.document_id.is_(None), c.number > after).order_by(c.number)
    for changes, annotator_id in connection.execute(query):
        try:
            found = unpack(changes, None, annotator_id)
        except ValueError as error:
            raise ProjectDamaged("The project’s journal cannot be read: it is damaged.") from error
        for one in found:
            row = (one.after or {}) if one.table == "source" else {}
            if row.get("protected"):
                yield one.id, row.get("name", "")


def times_named(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, int]:
    """How often each of these sources is named, older versions of articles included; none for those never named."""
    c = _relation.c
    query = select(c.source_id, func.count()).where(c.source_id.in_(list(ids))).group_by(c.source_id)
    return {row.source_id: row[1] for row in connection.execute(query)}


def counts_by_label(connection: Connection, kinds: Collection[str]) -> dict[UUID, dict[str, int]]:
    """How many annotations of each label name each source under these kinds, in the newest versions of articles."""
    columns = (_relation.c.source_id, _annotation.c.label, func.count(_annotation.c.id.distinct()))
    query = _of_newest(select(*columns)).where(_relation.c.source_id.is_not(None), _relation.c.kind.in_(list(kinds)))
    found: dict[UUID, dict[str, int]] = defaultdict(dict)
    for source_id, label, number in connection.execute(query.group_by(_relation.c.source_id, _annotation.c.label)):
        found[source_id][label] = number
    return dict(found)


def statements(connection: Connection, source_id: UUID) -> list[Statement]:
    """The annotations that name a source, in the newest versions of articles, the newest published first."""
    a, d = _annotation.c, _document.c
    place = (a.start_char, a.end_char, a.segments)
    article = (d.title, d.outlet, d.published, d.published_at, d.language, d.loaded_at)
    query = _of_newest(select(_relation.c.kind, a.id, a.document_id, a.label, *place, *article))
    newest = (func.coalesce(d.published_at, "").desc(), d.id.desc(), a.start_char, a.id)
    rows = connection.execute(query.where(_relation.c.source_id == source_id).order_by(*newest))
    return [_statement(*row) for row in rows]


def _statement(kind: str, *known: Any) -> Statement:
    key, document_id, label, start, end, segments, title, outlet, published, published_at, language, loaded_at = known
    spans = tuple(Span(*segment) for segment in segments) if segments else (Span(start, end),)
    article = title, outlet, published, published_at or "", language, loaded_at
    return Statement(key, document_id, kind, label, spans, *article)


def _of_newest(query: Any) -> Any:
    """The query over relations, their annotations and the articles of those that nothing newer has replaced."""
    joined = query.select_from(_relation).join(_annotation, _annotation.c.id == _relation.c.from_id)
    return joined.join(_document, _document.c.id == _annotation.c.document_id).where(
        _document.c.superseded_by.is_(None)
    )
