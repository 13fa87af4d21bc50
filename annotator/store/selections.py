"""Which articles a selection takes, as far as their own columns say, so that no others are read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from annotator.core.records import SourceRecord
from annotator.store.queries import BATCH
from annotator.store.relations import source_record
from annotator.store.tables import Annotator, Document, Source, table_of

_document = table_of(Document)
_source = table_of(Source)
_annotator = table_of(Annotator)
_DAY = func.substr(_document.c.published_at, 1, len("2026-01-01"))


@dataclass(frozen=True, slots=True)
class Kept:
    """Articles by what their columns say; empty does not narrow. `since` and `until` are days, both included."""

    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    since: str = ""
    until: str = ""

    def of(self, query: Any) -> Any:
        """The query over documents, for these only. One of no known day is in none that days narrow."""
        if self.languages:
            query = query.where(_document.c.language.in_(self.languages))
        if self.outlets:
            query = query.where(_document.c.outlet.in_(self.outlets))
        if self.since:
            query = query.where(self.since <= _DAY)
        if self.until:
            query = query.where(self.until >= _DAY)
        return query


def newest_ids(connection: Connection, kept: Kept) -> list[UUID]:
    """The keys of the newest versions among these, in the order of loading."""
    query = select(_document.c.id).where(_document.c.superseded_by.is_(None)).order_by(_document.c.id)
    return list(connection.execute(kept.of(query)).scalars())


def number_of_older_versions(connection: Connection, kept: Kept) -> int:
    """How many of these a newer version has replaced."""
    query = select(func.count()).select_from(_document).where(_document.c.superseded_by.is_not(None))
    return int(connection.execute(kept.of(query)).scalar_one())


def narrowed_ids(connection: Connection, ids: Sequence[UUID], kept: Kept) -> list[UUID]:
    """Those of these keys that are among them or in no project at all, in their order."""
    out: set[UUID] = set()
    for start in range(0, len(ids), BATCH):
        part = list(ids[start : start + BATCH])
        there = set(connection.execute(select(_document.c.id).where(_document.c.id.in_(part))).scalars())
        wanted = kept.of(select(_document.c.id).where(_document.c.id.in_(part)))
        out |= there.difference(connection.execute(wanted).scalars())
    return [key for key in ids if key not in out]


def outlets(connection: Connection) -> list[str]:
    """The outlets there are, those with most articles first."""
    c = _document.c
    query = select(c.outlet).where(c.outlet != "").group_by(c.outlet).order_by(func.count().desc(), c.outlet)
    return list(connection.execute(query).scalars())


def sources_of_kinds(connection: Connection, kinds: Iterable[str]) -> list[SourceRecord]:
    """All sources of these kinds, in the order in which they were made."""
    query = select(_source).where(_source.c.kind.in_(list(kinds))).order_by(_source.c.id)
    return [source_record(row) for row in connection.execute(query)]


def annotators_by_key(connection: Connection) -> list[str]:
    """The names of all annotators, in the order in which they joined."""
    return list(connection.execute(select(_annotator.c.name).order_by(_annotator.c.id)).scalars())
