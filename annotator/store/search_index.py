"""What makes a project's articles searchable, in whichever database: terms of texts, titles, sources and notes.

Derived from what the project holds and written with plain statements: the journal does not know it. Texts are
added when they are stored and never change. What is searched beside them follows every edit, undo and redo.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import ModuleType
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select, text

from annotator.core.search_terms import terms
from annotator.store import search_postgresql, search_sqlite
from annotator.store.changes import RowChange
from annotator.store.columns import Key
from annotator.store.tables import Annotation, Document, table_of

About = tuple[str, str, str]
"""The terms of what is searched beside a text: title, sources, notes."""

_SEARCHED = frozenset({"title", "outlet", "byline", "source_note"})
_AT_A_TIME = 500

_document = table_of(Document)
_annotation = table_of(Annotation)


def _of(connection: Connection) -> ModuleType:
    return search_postgresql if connection.dialect.name == "postgresql" else search_sqlite


def make_tables(connection: Connection) -> None:
    """Make the tables of the index in a database that has none."""
    for statement in _of(connection).TABLES:
        connection.exec_driver_sql(statement)


def add_texts(connection: Connection, texts: Iterable[tuple[bytes, str]]) -> None:
    """Make texts searchable: the SHA-256 of each and its terms (`core.search_terms.indexed`).

    Those that are in the index already stay as they are.
    """
    _of(connection).add_texts(connection, texts)


def follow(connection: Connection, changes: Iterable[RowChange]) -> None:
    """Take over what an edit has changed of titles, sources and notes."""
    touched: set[UUID] = set()
    rewritten: set[UUID] = set()
    known: dict[UUID, About | None] = {}
    for change in changes:
        before, after = change.before or {}, change.after or {}
        if change.table == "annotation":
            if before.get("note") or after.get("note"):
                rewritten.add(change.id)
                touched |= {image["document_id"] for image in (before, after) if "document_id" in image}
        elif change.table == "document" and (change.before is None or change.after is None):
            # What has come or gone is known without reading it again.
            known[change.id] = _about(after, "") if after else None
        elif change.table == "document" and not _SEARCHED.isdisjoint(after):
            touched.add(change.id)
    if known:
        _of(connection).put_about(connection, known)
    if touched or rewritten:
        index_documents(connection, touched | _documents_of(connection, rewritten))


def _documents_of(connection: Connection, annotation_ids: Collection[UUID]) -> set[UUID]:
    if not annotation_ids:
        return set()
    found: set[UUID] = set()
    wanted = list(annotation_ids)
    for start in range(0, len(wanted), _AT_A_TIME):
        some = _annotation.c.id.in_(wanted[start : start + _AT_A_TIME])
        found.update(connection.execute(select(_annotation.c.document_id).where(some)).scalars())
    return found


def index_documents(connection: Connection, document_ids: Collection[UUID]) -> None:
    """Say anew what is searched of these documents beside their texts; those that are gone are forgotten."""
    wanted = list(document_ids)
    for start in range(0, len(wanted), _AT_A_TIME):
        some = wanted[start : start + _AT_A_TIME]
        about: dict[UUID, About | None] = dict.fromkeys(some)
        notes = _notes(connection, some)
        c = _document.c
        query = select(c.id, c.title, c.outlet, c.byline, c.source_note).where(c.id.in_(some))
        for row in connection.execute(query).mappings():
            about[row["id"]] = _about(dict(row), notes.get(row["id"], ""))
        _of(connection).put_about(connection, about)


def _about(row: Mapping[str, Any], notes: str) -> About:
    """The terms of a document's title, of where it comes from, and of notes on it."""
    sources = (row.get(name) for name in ("outlet", "byline", "source_note"))
    return _terms(row["title"]), _terms(" | ".join(filter(None, sources))), _terms(notes)


def _terms(words: str) -> str:
    return " ".join(terms(words))


def texts_missing(connection: Connection, most: int) -> list[tuple[bytes, str]]:
    """The SHA-256 and the words of texts that are not in the index yet."""
    query = (
        "SELECT t.sha256, t.content FROM text t "
        "WHERE NOT EXISTS (SELECT 1 FROM search_text k WHERE k.sha256 = t.sha256) LIMIT :most"
    )
    rows = connection.execute(text(query), {"most": most})
    return [(bytes(sha256), str(content, "utf-8")) for sha256, content in rows]


def documents_missing(connection: Connection, most: int) -> list[UUID]:
    """Documents of which only the text can be in the index yet."""
    query = text(
        "SELECT d.id FROM document d "
        "WHERE NOT EXISTS (SELECT 1 FROM search_document s WHERE s.document_id = d.id) ORDER BY d.id LIMIT :most"
    )
    return list(connection.execute(query.columns(id=Key), {"most": most}).scalars())


def number_missing(connection: Connection) -> int:
    """How many texts are not in the index yet, about."""
    query = "SELECT (SELECT count(*) FROM text) - (SELECT count(*) FROM search_text)"
    return max(0, int(connection.execute(text(query)).scalar_one()))


def _notes(connection: Connection, document_ids: Sequence[UUID]) -> dict[UUID, str]:
    c = _annotation.c
    query = select(c.document_id, c.note).where(c.document_id.in_(document_ids), c.note != "").order_by(c.id)
    notes: dict[UUID, str] = {}
    for key, note in connection.execute(query):
        notes[key] = f"{notes[key]} | {note}" if key in notes else note
    return notes
