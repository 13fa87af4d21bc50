"""Links of submissions as they read today: what named a source that has been merged since names the one that was kept.

A submission is never changed, but two sources that turn out to be one person are no dispute between those who named
them. Where a merged source has gone to is seen from the link itself: its row names the kept one now.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import Connection, select

from annotator.core.submissions import SubmittedLink, SubmittedReading
from annotator.store.queries import BATCH
from annotator.store.tables import Relation, Source, table_of

_relation = table_of(Relation)
_source = table_of(Source)


def with_living_links(connection: Connection, readings: Sequence[SubmittedReading]) -> list[SubmittedReading]:
    """The readings, with the sources that were merged since by those that were kept; else as they were handed in."""
    named = {link.source_id for reading in readings for link in reading.links if link.source_id}
    gone = named - _there(connection, sorted(named)) if named else set()
    if not gone:
        return list(readings)
    starts = {link.from_id for reading in readings for link in reading.links if link.source_id in gone}
    now = _named_now(connection, sorted(starts))
    return [replace(reading, links=tuple(_living(reading.links, gone, now))) for reading in readings]


def _living(
    links: Sequence[SubmittedLink], gone: set[UUID], now: dict[tuple[UUID, str], list[UUID]]
) -> list[SubmittedLink]:
    found = []
    for link in links:
        if link.source_id in gone:
            others = {one.source_id for one in links if (one.from_id, one.kind) == (link.from_id, link.kind)}
            left = [key for key in now.get((link.from_id, link.kind), ()) if key not in others]
            # Several could be meant: then nobody can tell, and it stays as it was handed in.
            link = link._replace(source_id=left[0]) if len(left) == 1 else link
        found.append(link)
    return found


def _there(connection: Connection, ids: Sequence[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    for start in range(0, len(ids), BATCH):
        query = select(_source.c.id).where(_source.c.id.in_(ids[start : start + BATCH]))
        found.update(connection.execute(query).scalars())
    return found


def _named_now(connection: Connection, starts: Sequence[UUID]) -> dict[tuple[UUID, str], list[UUID]]:
    """The sources that these annotations name now, by annotation and kind of link."""
    found: dict[tuple[UUID, str], list[UUID]] = defaultdict(list)
    c = _relation.c
    for start in range(0, len(starts), BATCH):
        query = select(c.from_id, c.kind, c.source_id).where(c.from_id.in_(starts[start : start + BATCH]))
        for from_id, kind, source_id in connection.execute(query.where(c.source_id.is_not(None)).order_by(c.id)):
            found[from_id, kind].append(source_id)
    return found
