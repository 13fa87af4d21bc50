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

from annotator.core.search_query import MOST_TERMS, Field, Part
from annotator.core.search_terms import ACCENTED
from annotator.store.search_statement import Groups, Statement

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


_ACCENTED = Part(ACCENTED, (ACCENTED,))
_WEIGHTS = {Field.ANYWHERE: "", Field.TITLE: "A", Field.SOURCE: "B", Field.NOTE: "C"}


def texts_with(groups: Groups, unwanted: Sequence[Part], folded: bool, statement: Statement) -> tuple[str, str]:
    """Where to select documents `d` and texts `t` from, in which order, to find a part of each group in the text.

    A group may be in one part of a text and the next group in another. Those with something unwanted are left out,
    unless an accent may make the difference and not `folded`.
    """
    found = " INTERSECT ".join(_numbers([group], statement) for group in groups)
    if unwanted:
        accented = "" if folded else f" EXCEPT {_numbers([[_ACCENTED]], statement)}"
        found = f"({found}) EXCEPT ({_numbers([unwanted], statement)}{accented})"
    tables = (
        f"({found}) w JOIN search_text k ON k.number = w.number "
        "JOIN document d ON d.text_sha256 = k.sha256 JOIN text t ON t.sha256 = d.text_sha256"
    )
    return tables, "k.number DESC, d.id DESC"


def _numbers(groups: Groups, statement: Statement) -> str:
    return f"SELECT number FROM search_words WHERE words @@ {_asked(groups, statement)}"  # noqa: S608


def abouts_with(groups: Groups, statement: Statement) -> tuple[str, str]:
    """The same for what is known of a document beside its text."""
    statement.conditions.append(f"n.about @@ {_asked(groups, statement)}")
    tables = "search_document n JOIN document d ON d.id = n.document_id JOIN text t ON t.sha256 = d.text_sha256"
    return tables, "d.id DESC"


def documents_about(groups: Groups, statement: Statement) -> str:
    """A query for the keys of documents of which this is known beside their texts."""
    return f"SELECT document_id FROM search_document WHERE about @@ {_asked(groups, statement)}"  # noqa: S608


def _asked(groups: Groups, statement: Statement) -> str:
    return f"CAST({statement.value(expression(groups))} AS tsquery)"


def expression(groups: Groups) -> str:
    """The groups as PostgreSQL reads them. Terms hold letters and figures only, so nothing in them is an operator."""
    return " & ".join(f"({' | '.join(map(_phrase, group))})" for group in groups)


def _phrase(part: Part) -> str:
    weight, most = _WEIGHTS[part.field], part.terms[:MOST_TERMS]
    words = [f"'{term[:_LONGEST_TERM]}':{weight}" if weight else f"'{term[:_LONGEST_TERM]}'" for term in most]
    if part.is_beginning and len(most) == len(part.terms):
        words[-1] += "*" if weight else ":*"
    return f"({' <-> '.join(words)})"
