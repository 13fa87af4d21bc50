"""The search index in PostgreSQL: tsvectors of terms that are cut already, under GIN indexes.

The vectors are written as such and never by to_tsvector: what PostgreSQL takes for a word depends on
the server's locale. It keeps 256 places of a word and 16,383 in all, so texts lie in parts of a few
terms each, which overlap by as many as a phrase may have. The documents' weights say what a word is
in: A title, B source, C note.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection, text

TABLES = (
    "CREATE TABLE search_text (number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, sha256 BYTEA NOT NULL UNIQUE)",
    "CREATE TABLE search_words (number BIGINT NOT NULL, part INTEGER NOT NULL, words TSVECTOR NOT NULL, "
    "PRIMARY KEY (number, part))",
    "CREATE INDEX search_words_of ON search_words USING gin (words)",
    "CREATE TABLE search_document (document_id UUID PRIMARY KEY, about TSVECTOR NOT NULL)",
    "CREATE INDEX search_document_about ON search_document USING gin (about)",
)

TERMS_IN_A_PART = 2000
OVERLAP = 32
"""Terms that a part has in common with the next; a longer phrase may be missed where one ends."""

_LONGEST_TERM = 500  # PostgreSQL holds none of 2 kB; nothing that long is a word
_TERMS_OF_A_FIELD = 5000
_GAP = 100  # between fields, so that no phrase runs from one into another

_NEW = text(
    "INSERT INTO search_text (sha256) SELECT unnest(CAST(:sha256s AS bytea[])) ON CONFLICT DO NOTHING "
    "RETURNING sha256, number"
)
_WORDS = text("INSERT INTO search_words (number, part, words) VALUES (:number, :part, CAST(:words AS tsvector))")
_GONE = text("DELETE FROM search_document WHERE document_id = ANY(:ids)")
_ABOUT = text("INSERT INTO search_document (document_id, about) VALUES (:id, CAST(:about AS tsvector))")


def add_texts(connection: Connection, texts: Iterable[tuple[bytes, str]]) -> None:
    """Add the terms of texts that the index does not have yet."""
    given = dict(texts)
    rows = [
        {"number": row.number, "part": part, "words": vector([("", words)])}
        for row in connection.execute(_NEW, {"sha256s": list(given)})
        for part, words in enumerate(_parts(given[bytes(row.sha256)].split()))
    ]
    if rows:
        connection.execute(_WORDS, rows)


def put_about(connection: Connection, about: Mapping[UUID, tuple[str, str, str] | None]) -> None:
    """Say anew what is searched of these documents beside their texts; None for one that is gone."""
    connection.execute(_GONE, {"ids": list(about)})
    rows = [
        {"id": key, "about": vector([(weight, words.split()) for weight, words in zip("ABC", terms, strict=True)])}
        for key, terms in about.items()
        if terms is not None
    ]
    if rows:
        connection.execute(_ABOUT, rows)


def _parts(words: Sequence[str]) -> Iterable[Sequence[str]]:
    step = TERMS_IN_A_PART - OVERLAP
    return (words[start : start + TERMS_IN_A_PART] for start in range(0, max(len(words) - OVERLAP, 1), step))


def vector(fields: Iterable[tuple[str, Sequence[str]]]) -> str:
    """A tsvector as PostgreSQL reads it, of fields with their weights ("" for none)."""
    places: dict[str, list[str]] = defaultdict(list)
    at = 1
    for weight, words in fields:
        for word in words[:_TERMS_OF_A_FIELD]:
            places[word[:_LONGEST_TERM]].append(f"{at}{weight}")
            at += 1
        at += _GAP
    return " ".join(f"'{word}':{','.join(where)}" for word, where in places.items())
