"""Holds the journal against itself and the rows against the journal."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from annotator.core.spans import Span, check
from annotator.errors import AnnotatorError
from annotator.store import replay
from annotator.store.changes import Image, unpack
from annotator.store.journal import Place, entry_hash
from annotator.store.tables import FACTS, Installation, JournalEntry, Original, Text, table_of


@dataclass(slots=True)
class Audit:
    """What was checked, and each thing that does not agree, in words."""

    entries: int = 0
    chains: int = 0
    rows: int = 0
    texts: int = 0
    problems: list[str] = field(default_factory=list)


def audit(connection: Connection) -> Audit:
    """Recompute every chain, replay the journal and compare, and check every text's hash."""
    found = Audit()
    _check_file(connection, found)
    state = _check_journal(connection, found)
    _check_rows(connection, state, found)
    contents = _check_texts(connection, found)
    _check_spans(state, contents, found)
    return found


def _check_file(connection: Connection, found: Audit) -> None:
    if connection.dialect.name != "sqlite":
        return
    for (answer,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if answer != "ok":
            found.problems.append(f"the database file: {answer}")
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        found.problems.append(f"{table} (row {row}): refers to a {parent} that is not there")


def _check_journal(connection: Connection, found: Audit) -> dict[replay.RowKey, Image]:
    """Walk all entries in order; returns what the rows should be."""
    chains = {row.number: row for row in connection.execute(select(table_of(Installation)))}
    ends = {number: (0, bytes(32)) for number in chains}
    places: dict[int, Place] = {}
    state: dict[replay.RowKey, Image] = {}
    for row in _entries(connection):
        found.entries += 1
        chain = chains[row.installation]
        sequence, previous = ends[row.installation]
        if (row.sequence, row.previous_hash) != (sequence + 1, previous):
            found.problems.append(f"journal entry {row.number}: does not follow the entry before it in its chain")
        places[row.number] = Place(chain.id, row.sequence)
        ends[row.installation] = row.sequence, _hash(row, chain.id, places)
        try:
            misfits = replay.fold(state, unpack(row.changes))
        except ValueError as error:
            misfits = [str(error)]
        found.problems += [f"journal entry {row.number}: {misfit}" for misfit in misfits]
    for number, chain in chains.items():
        if ends[number] != (chain.head_sequence, chain.head_hash):
            found.problems.append(f"journal of installation {chain.id}: its last entries are not those it ended with")
    found.chains = len(chains)
    return state


def _entries(connection: Connection) -> Iterator[Any]:
    table = table_of(JournalEntry)
    yield from connection.execution_options(yield_per=500).execute(select(table).order_by(table.c.number))


def _hash(row: Any, chain: UUID, places: dict[int, Place]) -> bytes:
    return entry_hash(row, chain, places.get(row.step), places.get(row.undoes))


def _check_rows(connection: Connection, state: dict[replay.RowKey, Image], found: Audit) -> None:
    expected = dict(state)
    for table in FACTS:
        name = str(table.__tablename__)
        for row in connection.execute(select(table_of(table))).mappings():
            found.rows += 1
            image = {column: value for column, value in row.items() if value is not None}
            told = expected.pop((name, row["id"]), None)
            if told is None:
                found.problems.append(f"{name} {row['id']}: is not in the journal")
            elif told != image:
                differing = sorted(column for column in {*told, *image} if told.get(column) != image.get(column))
                found.problems.append(f"{name} {row['id']}: differs from the journal in {', '.join(differing)}")
    found.problems += [f"{name} {key}: is in the journal, but its row is gone" for name, key in expected]


def _check_texts(connection: Connection, found: Audit) -> dict[bytes, bytes]:
    """Every text and original against its name; returns the texts' contents by name."""
    contents: dict[bytes, bytes] = {}
    for sha256, content in connection.execute(select(table_of(Text))):
        found.texts += 1
        contents[sha256] = content
        if hashlib.sha256(content).digest() != sha256:
            found.problems.append(f"text {sha256.hex()}: is not what was loaded")
    original = table_of(Original)
    for row in connection.execute(select(original)):
        content = row.content
        if content is None:
            content = contents.get(row.text_sha256, b"").decode("utf-8", "replace").encode(row.encoding)
        if hashlib.sha256(content).digest() != row.sha256:
            found.problems.append(f"original {row.sha256.hex()}: is not what was loaded")
    return contents


def _check_spans(state: dict[replay.RowKey, Image], contents: dict[bytes, bytes], found: Audit) -> None:
    """Annotations lie within their texts and cut no character; sentences tile them."""
    by_document: dict[UUID, list[Image]] = {}
    for (name, _), image in state.items():
        if name == "annotation":
            by_document.setdefault(image["document_id"], []).append(image)
    for (name, key), document in state.items():
        if name != "document":
            continue
        text = contents.get(document["text_sha256"], b"").decode("utf-8", "replace")
        ends = document["sentence_ends"]
        if document["length"] != len(text) or (ends and ends[-1] != len(text)) or ends != sorted(set(ends)):
            found.problems.append(f"document {key}: its sentences do not tile its text")
        for image in by_document.get(key, ()):
            segments = image.get("segments") or [[image["start_char"], image["end_char"]]]
            try:
                check(text, [Span(*segment) for segment in segments])
            except AnnotatorError as error:
                found.problems.append(f"annotation {image['id']}: {error}")
