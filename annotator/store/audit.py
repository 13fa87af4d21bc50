"""Holds the journal against itself and the rows against the journal."""

import contextlib
import hashlib
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, select
from sqlalchemy.exc import DBAPIError

from annotator.core.spans import Span, check
from annotator.errors import AnnotatorError
from annotator.store import replay
from annotator.store.changes import Image, unpack
from annotator.store.journal import Kind, Place, entry_hash
from annotator.store.tables import (
    FACTS,
    STAYED,
    Annotation,
    Document,
    Installation,
    JournalEntry,
    Original,
    Text,
    table_of,
)


@dataclass(slots=True)
class Audit:
    """What was checked, and each thing that does not agree, in words."""

    entries: int = 0
    chains: int = 0
    rows: int = 0
    texts: int = 0
    problems: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """What the journal has told up to an entry: each chain's end, each entry's place, and the rows.

    `forks` are the places and hashes that branches say they begin after; they go when they are found. `receiving` is
    the first of the received entries that no merge has claimed yet, 0 for none.
    """

    chains: dict[int, Any]
    ends: dict[int, tuple[int, bytes]]
    forks: dict[tuple[Place, bytes], Any]
    places: dict[int, Place] = field(default_factory=dict)
    state: dict[replay.RowKey, Image] = field(default_factory=dict)
    receiving: int = 0


_UNREADABLE = (AttributeError, KeyError, LookupError, OverflowError, TypeError, ValueError)
"""What reading a value that the program has not written may raise."""


_NOT_TAKEN_IN = "is marked as received, but no merge says that it received it"

LookedAt = Callable[[int], object]
"""Is told how many entries have been looked at; an error that it raises ends the audit."""

_ENTRIES_AT_A_TIME = 500
_TEXTS_AT_A_TIME = 8


def audit(connection: Connection, looked_at: LookedAt | None = None) -> Audit:
    """Recompute every chain, replay the journal and compare, and check every text's hash."""
    found = Audit()
    _check_file(connection, found)
    walk = _check_journal(connection, found, looked_at)
    documents, annotations = _check_rows(connection, walk.state, found)
    _check_texts(connection, documents, annotations, found)
    _check_originals(connection, found)
    return found


def _check_file(connection: Connection, found: Audit) -> None:
    if connection.dialect.name != "sqlite":
        return
    for index in ("search_words", "search_about"):
        # What a connection remembers of an index may be older than what others have written since: a query looks anew,
        # the check by itself does not, and would find fault with a sound index (SQLite 3.53).
        with contextlib.suppress(DBAPIError):
            connection.exec_driver_sql(f"SELECT 1 FROM {index} WHERE {index} MATCH 'x' LIMIT 1")  # noqa: S608
    for (answer,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if answer != "ok":
            found.problems.append(f"the database file: {answer}")
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        found.problems.append(f"{table} (row {row}): refers to a {parent} that is not there")


def _check_journal(connection: Connection, found: Audit, looked_at: LookedAt | None) -> _Walk:
    """Walk all entries in order; returns what the rows should be."""
    chains = {row.number: row for row in connection.execute(select(table_of(Installation)))}
    walk = _Walk(
        chains,
        {number: (chain.begins, chain.begins_hash or bytes(32)) for number, chain in chains.items()},
        {(Place(_hashed_as(chain), chain.begins), chain.begins_hash or bytes(32)): chain for chain in chains.values()},
    )
    try:
        query = select(table_of(JournalEntry)).order_by(table_of(JournalEntry).c.number)
        for row in _streamed(connection, query, _ENTRIES_AT_A_TIME):
            found.entries += 1
            problems = _check_entry(walk, row, found.entries)
            found.problems += [f"journal entry {row.number}: {problem}" for problem in problems]
            if looked_at:
                looked_at(found.entries)
    except _UNREADABLE as error:
        found.problems.append(f"journal entry {found.entries + 1}: cannot be read ({error})")
    if walk.receiving:
        found.problems.append(f"journal entry {walk.receiving}: {_NOT_TAKEN_IN}")
    for number, chain in chains.items():
        if walk.ends[number] != (chain.head_sequence, chain.head_hash):
            found.problems.append(f"journal of installation {chain.id}: its last entries are not those it ended with")
    for (place, before), chain in walk.forks.items():
        if place.sequence or before != bytes(32):
            found.problems.append(f"journal of installation {chain.id}: does not begin where it says")
    found.chains = len(chains)
    return walk


def _hashed_as(chain: Any) -> UUID:
    """The name that a chain's entries are hashed with: that of the installation, in a branch, too."""
    name: UUID = chain.branch_of or chain.id
    return name


def _streamed(connection: Connection, query: Select[Any], at_a_time: int) -> Iterator[Any]:
    """The rows of a query, of which only a few are in memory; those of a large project do not fit."""
    yield from connection.execute(query, execution_options={"yield_per": at_a_time})


def _check_entry(walk: _Walk, row: Any, number: int) -> list[str]:
    """Take one entry into the walk; returns what is wrong with it."""
    problems: list[str] = []
    chain = walk.chains.get(row.installation)
    if chain is None:
        return ["belongs to no installation"]
    if row.number != number:
        problems.append(f"should be number {number}")
    sequence, previous = walk.ends[row.installation]
    if (row.sequence, row.previous_hash) != (sequence + 1, previous):
        problems.append("does not follow the entry before it in its chain")
    if any(place is not None and place not in walk.places for place in (row.step, row.undoes)):
        problems.append("refers to an entry that is not before it")
    problems += _check_receiving(walk, row)
    name = _hashed_as(chain)
    walk.places[row.number] = place = Place(name, row.sequence)
    end = entry_hash(row, name, walk.places.get(row.step), walk.places.get(row.undoes))
    walk.ends[row.installation] = row.sequence, end
    walk.forks.pop((place, end), None)
    try:
        changes = unpack(row.changes, row.document_id, row.annotator_id)
        return problems if row.received else problems + replay.fold(walk.state, changes)
    except _UNREADABLE as error:
        return [*problems, str(error)]


def _check_receiving(walk: _Walk, row: Any) -> Iterator[str]:
    """Received entries are those that a merge says it received: from the one it names to its own first one.

    A merge's word is under its hash, the mark of a received entry is not.
    """
    if row.received:
        walk.receiving = walk.receiving or row.number
        return
    begins = row.undoes if row.kind == Kind.MERGE and row.step is None else None
    if walk.receiving and begins != walk.receiving:
        yield f"entry {walk.receiving} before it {_NOT_TAKEN_IN}"
    elif begins and not walk.receiving:
        yield f"received entry {begins}, which is not marked so"
    walk.receiving = 0


def _check_rows(
    connection: Connection, state: dict[replay.RowKey, Image], found: Audit
) -> tuple[list[Image], dict[UUID, list[Image]]]:
    """Hold each row against the journal; returns the documents, and their annotations by document."""
    documents: list[Image] = []
    annotations: dict[UUID, list[Image]] = defaultdict(list)
    for table in FACTS:
        name = str(table.__tablename__)
        try:
            for row in connection.execute(select(table_of(table))).mappings():
                image = {column: value for column, value in row.items() if value is not None}
                found.rows += 1
                found.problems += _differences(name, image, state.pop((name, image["id"]), None))
                if table is Document:
                    documents.append(image)
                elif table is Annotation:
                    annotations[image["document_id"]].append(image)
        except _UNREADABLE as error:
            found.problems.append(f"{name}: a row cannot be read ({error})")
    found.problems += [f"{name} {key}: is in the journal, but its row is gone" for name, key in state]
    return documents, annotations


def _differences(name: str, image: Image, told: Image | None) -> list[str]:
    if told is None:
        return [f"{name} {image['id']}: is not in the journal"]
    if told == image:
        return []
    differing = sorted(column for column in {*told, *image} if told.get(column) != image.get(column))
    return [f"{name} {image['id']}: differs from the journal in {', '.join(differing)}"]


def _check_texts(
    connection: Connection, documents: list[Image], annotations: dict[UUID, list[Image]], found: Audit
) -> None:
    """Hold every text against its name and against its documents, a few at a time."""
    waiting: dict[bytes, list[Image]] = defaultdict(list)
    for document in documents:
        waiting[document["text_sha256"]].append(document)
    for sha256, content in _streamed(connection, select(table_of(Text)), _TEXTS_AT_A_TIME):
        found.texts += 1
        if hashlib.sha256(content).digest() != sha256:
            found.problems.append(f"text {sha256.hex()}: is not what was loaded")
        text = content.decode("utf-8", "replace")
        for document in waiting.pop(sha256, ()):
            found.problems += _misplaced(text, document, annotations.get(document["id"], []))
    for document in itertools.chain.from_iterable(waiting.values()):
        found.problems.append(f"document {document['id']}: its text is gone")


def _check_originals(connection: Connection, found: Audit) -> None:
    """Hold every original against its name."""
    original, text = table_of(Original), table_of(Text)
    columns = (original.c.sha256, original.c.encoding, original.c.content, text.c.content.label("text"))
    query = select(*columns).select_from(original.outerjoin(text, original.c.text_sha256 == text.c.sha256))
    for row in _streamed(connection, query, _TEXTS_AT_A_TIME):
        stayed = row.content is None and row.encoding == STAYED
        if not stayed and _hash_of_original(row) != row.sha256:
            found.problems.append(f"original {row.sha256.hex()}: is not what was loaded")


def _hash_of_original(row: Any) -> bytes:
    if row.content is not None:
        return hashlib.sha256(row.content).digest()
    try:
        return hashlib.sha256((row.text or b"").decode().encode(row.encoding)).digest()
    except _UNREADABLE:
        return b""


def _misplaced(text: str, document: Image, annotations: list[Image]) -> Iterator[str]:
    """Annotations lie within their text and cut no character; sentences tile it."""
    ends = document["sentence_ends"]
    if document["length"] != len(text) or (ends and ends[-1] != len(text)) or ends != sorted(set(ends)):
        yield f"document {document['id']}: its sentences do not tile its text"
    for image in annotations:
        segments = image.get("segments") or [[image["start_char"], image["end_char"]]]
        try:
            check(text, [Span(*segment) for segment in segments])
        except AnnotatorError as error:
            yield f"annotation {image['id']}: {error}"
