"""Whole rows of chosen articles, out of a project and into the file of a packet; the note that a packet carries."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, insert, select
from sqlmodel import SQLModel

from annotator.core.packets import PacketNote, read_note
from annotator.errors import ProjectDamaged
from annotator.store.review_tables import Reading
from annotator.store.tables import STAYED, Document, Installation, Original, Project, Text, table_of

Row = dict[str, Any]

_AT_A_TIME = 500


def note_of(connection: Connection) -> PacketNote | None:
    """What a packet says of itself; None for a whole project. Raises ProjectDamaged where that cannot be read."""
    written = connection.execute(select(table_of(Project).c.packet)).scalar()
    try:
        return read_note(written)
    except ValueError as error:
        raise ProjectDamaged(
            "What this packet says of itself cannot be read: it is damaged. Ask for a new one."
        ) from error


def heads(connection: Connection) -> tuple[bytes, ...]:
    """The hashes with which the chains of the journal end."""
    c = table_of(Installation).c
    return tuple(connection.execute(select(c.head_hash).order_by(c.number)).scalars())


def assigned_to(connection: Connection, annotator_id: UUID) -> list[UUID]:
    """The articles that somebody was asked to read and has not handed in, without older versions, as loaded."""
    reading, document = table_of(Reading).c, table_of(Document).c
    query = (
        select(document.id)
        .join(table_of(Reading), reading.document_id == document.id)
        .where(reading.annotator_id == annotator_id, reading.assigned_at.is_not(None), document.superseded_by.is_(None))
        .where(reading.state.in_(("open", "returned")))
    )
    return list(connection.execute(query.order_by(document.id)).scalars())


def rows_of(connection: Connection, table: type[SQLModel], column: str, keys: Iterable[Any]) -> list[Row]:
    """The whole rows whose `column` is one of `keys`, in the order in which they were made."""
    facts = table_of(table)
    names = [str(one.name) for one in facts.columns]
    wanted = list(keys)
    found: list[Row] = []
    for start in range(0, len(wanted), _AT_A_TIME):
        query = select(facts).where(facts.c[column].in_(wanted[start : start + _AT_A_TIME]))
        found += [dict(zip(names, row, strict=True)) for row in connection.execute(query).fetchall()]
    return sorted(found, key=lambda row: row["id"]) if "id" in facts.c else found


def all_rows(connection: Connection, table: type[SQLModel]) -> list[Row]:
    """Every row of a table, in the order in which they were made."""
    facts = table_of(table)
    return [dict(row) for row in connection.execute(select(facts).order_by(facts.c.id)).mappings()]


def newest_of(connection: Connection, document_ids: Sequence[UUID]) -> list[UUID]:
    """Those of these articles that are there and that no newer version has replaced, in the order given."""
    rows = rows_of(connection, Document, "id", document_ids)
    newest = {row["id"] for row in rows if row["superseded_by"] is None}
    return [key for key in dict.fromkeys(document_ids) if key in newest]


def copy_texts(source: Connection, target: Connection, sha256s: Collection[bytes]) -> None:
    """Bring texts over that are not there yet."""
    wanted = set(sha256s) - _there(target, Text, sha256s)
    _add(target, Text, rows_of(source, Text, "sha256", wanted))


def copy_originals(source: Connection, target: Connection, sha256s: Collection[bytes], *, whole: bool) -> None:
    """Bring originals over that are not there yet: with their bytes where `whole`, else as ones that stayed."""
    wanted = set(sha256s) - _there(target, Original, sha256s)
    rows = rows_of(source, Original, "sha256", wanted)
    if not whole:
        rows = [row if row["content"] is None else row | {"content": None, "encoding": STAYED} for row in rows]
    _add(target, Original, rows)


def add_text(target: Connection, sha256: bytes, text: str) -> None:
    """Keep a text that is its own original."""
    if not _there(target, Text, (sha256,)):
        _add(target, Text, [{"sha256": sha256, "content": text.encode("utf-8")}])
    if not _there(target, Original, (sha256,)):
        told = {"sha256": sha256, "text_sha256": sha256, "encoding": "utf-8", "content": None}
        _add(target, Original, [told])


def settle(engine: Engine) -> None:
    """Leave one file of its own, without a log beside it and without room in which something may still stand."""
    with engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        connection.rollback()
        for statement in ("VACUUM", "PRAGMA journal_mode = DELETE"):
            raw.execute(statement)  # type: ignore[union-attr]


def _there(connection: Connection, table: type[SQLModel], sha256s: Iterable[bytes]) -> set[bytes]:
    return {row["sha256"] for row in rows_of(connection, table, "sha256", sha256s)}


def _add(connection: Connection, table: type[SQLModel], rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table_of(table)), rows)
