"""Texts that come from a file of ours: kept under their SHA-256, searchable, and known where copies are looked for."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert

from annotator.core.near_copies import sketch
from annotator.core.search_terms import indexed
from annotator.operations.copy_groups import Newcomer, keep_sketches
from annotator.store import queries, search_index
from annotator.store.tables import STAYED, Original, Text

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReadyText:
    """A text with all that is derived from it: worked out before anybody has to wait for it."""

    sha256: bytes
    content: bytes
    terms: str
    sketch: bytes
    original: Row


def ready_text(row: Row, text: str) -> ReadyText:
    """The text of an article, given its row."""
    return ReadyText(row["text_sha256"], text.encode("utf-8"), indexed(text), sketch(text), _original(row, text))


def keep_texts(connection: Connection, articles: Mapping[UUID, ReadyText]) -> None:
    """Keep the texts and what is known of the originals of articles where they are not there yet.

    Before their rows are added. Which articles are copies of each other, the rows say, whatever is found here.
    """
    texts = {one.sha256: one for one in articles.values()}
    new = texts.keys() - queries.known_texts(connection, texts)
    if new:
        connection.execute(insert(Text), [{"sha256": key, "content": texts[key].content} for key in new])
        search_index.add_texts(connection, [(key, texts[key].terms) for key in new])
    originals = {one.original["sha256"]: one.original for one in articles.values()}
    missing = originals.keys() - queries.known_originals(connection, originals)
    if missing:
        connection.execute(insert(Original), [originals[key] for key in missing])
    keep_sketches(connection, [Newcomer(key, one.sha256, one.sketch) for key, one in articles.items()])


def _original(row: Row, text: str) -> Row:
    """The original of an article: told by the text where that, encoded again, gives its bytes; else it stayed."""
    known = {"sha256": row["original_sha256"], "text_sha256": row["text_sha256"], "content": None}
    for encoding in dict.fromkeys((row["encoding"], "utf-8")):
        try:
            if encoding and hashlib.sha256(text.encode(encoding)).digest() == row["original_sha256"]:
                return known | {"encoding": encoding}
        except (LookupError, UnicodeError):
            continue
    return known | {"encoding": STAYED}
