"""Prepared articles become rows: texts and originals first, then the facts, and what is derived from the texts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert

from annotator.core.identity import new_id
from annotator.core.quote_policy import QuotePolicy, sentence_ends
from annotator.core.records import Status
from annotator.operations.copy_groups import Newcomer, group_new
from annotator.reading.preparing import Prepared
from annotator.store import queries, search_index
from annotator.store.columns import storable
from annotator.store.recorder import RecordedSession
from annotator.store.tables import Document, Original, Text


@dataclass(slots=True)
class Stored:
    """What became of articles: the keys of new documents, and of those whose very bytes were there, by position."""

    new: dict[int, UUID] = field(default_factory=dict)
    known: dict[int, UUID] = field(default_factory=dict)


def store_articles(session: RecordedSession, articles: Sequence[Prepared]) -> Stored:
    """Add the articles whose bytes are not in the project yet."""
    stored = Stored()
    connection = session.connection()
    there = queries.document_keys_by_original(connection, {article.original_sha256 for article in articles})
    for position, article in enumerate(articles):
        known = there.get(article.original_sha256)
        if known:
            stored.known[position] = known
        else:
            there[article.original_sha256] = stored.new[position] = new_id()
    fresh = {key: articles[position] for position, key in stored.new.items()}
    add_documents(session, fresh)
    return stored


def add_documents(
    session: RecordedSession,
    articles: Mapping[UUID, Prepared],
    foreign_keys: Mapping[UUID, str] | None = None,
    **columns: object,
) -> None:
    """Add articles under these keys, whether or not their bytes are there; `columns` are said of each of them.

    `foreign_keys`: what those that came from another tool were called there.
    Copies of what is there, and of each other, come into one group, unless `copy_group` is given.
    """
    connection = session.connection()
    keep_texts(connection, list(articles.values()))
    policy = queries.quote_policy(connection)
    newcomers = [Newcomer(key, article.text_sha256, article.sketch) for key, article in articles.items()]
    groups, foreign = group_new(connection, newcomers), foreign_keys or {}
    rows = [
        document_row(article, key, policy) | {"copy_group": groups.get(key), "foreign_key": foreign.get(key)} | columns
        for key, article in articles.items()
    ]
    session.add_rows(Document, rows)


def keep_texts(connection: Connection, articles: Collection[Prepared]) -> None:
    """Store texts and originals that are not there yet, and make the texts searchable.

    They are named by their hash and never change.
    """
    by_text = {article.text_sha256: article for article in articles}
    new_texts = by_text.keys() - queries.known_texts(connection, by_text)
    if new_texts:
        rows = [{"sha256": key, "content": by_text[key].record.text.encode("utf-8")} for key in new_texts]
        connection.execute(insert(Text), rows)
        search_index.add_texts(connection, [(key, by_text[key].terms) for key in new_texts])
    originals = {article.original_sha256: article for article in articles}
    missing = originals.keys() - queries.known_originals(connection, originals)
    if missing:
        connection.execute(insert(Original), [_original(originals[key]) for key in missing])


def _original(article: Prepared) -> dict[str, object]:
    return {
        "sha256": article.original_sha256,
        "text_sha256": article.text_sha256,
        "encoding": article.record.encoding,
        "content": None if article.told_by_text else article.record.original,
    }


def document_row(article: Prepared, key: UUID, policy: QuotePolicy) -> dict[str, Any]:
    """The row of an article, with every column; cut anew when the policy has changed since it was cut."""
    record, guess, ends = article.record, article.guess, article.sentence_ends
    if policy != article.policy:
        ends = sentence_ends(record.text, guess.language, policy)
    return {
        "id": key,
        "title": storable(record.title),
        "outlet": storable(record.outlet),
        "byline": storable(record.byline),
        "published": storable(record.published),
        "url": storable(record.url),
        "language": guess.language,
        "language_confidence": guess.confidence,
        "language_by_hand": False,
        "loaded_at": datetime.now(UTC),
        "length": len(record.text),
        "file_name": storable(record.file_name),
        "encoding": record.encoding,
        "text_sha256": article.text_sha256,
        "original_sha256": article.original_sha256,
        "furniture": [list(piece) for piece in article.furniture],
        "sentence_ends": ends,
        "also_in": list(guess.also_in) or None,
        "published_at": storable(record.published_at) or None,
        "embargo_until": storable(record.embargo_until) or None,
        "status": None if record.status is Status.USABLE else record.status.value,
        "source_note": storable(record.source_note) or None,
        "format": record.format_id or None,
        "copy_group": None,
        "superseded_by": None,
        "foreign_key": None,
    }
