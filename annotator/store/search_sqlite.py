"""The search index in SQLite: two FTS5 tables beside a table each that says whose their rows are.

`search_words` holds the terms of each text and no copy of it (contentless): texts never change.
`search_about` holds what else of an article is searched, a column each, and changes with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.search_query import MOST_TERMS, Part
from annotator.core.search_terms import ACCENTED
from annotator.store.search_statement import Groups, Statement

_TOKENS = "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\""

# No foreign keys: an index that is in the way of a text or an article would be worse than one too much.
TABLES = (
    "CREATE TABLE search_text (number INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE)",
    f"CREATE VIRTUAL TABLE search_words USING fts5(words, content='', columnsize=0, {_TOKENS})",
    "CREATE TABLE search_document (number INTEGER PRIMARY KEY, document_id BLOB NOT NULL UNIQUE)",
    f"CREATE VIRTUAL TABLE search_about USING fts5(title, source, note, columnsize=0, {_TOKENS})",
)


_ADD_TEXT = "INSERT INTO search_text (number, sha256) VALUES (?, ?)"
_ADD_WORDS = "INSERT INTO search_words (rowid, words) VALUES (?, ?)"
_ADD_DOCUMENT = "INSERT OR IGNORE INTO search_document (document_id) VALUES (?)"
_REMOVE_DOCUMENT = "DELETE FROM search_document WHERE document_id = ?"
_ADD_ABOUT = (
    "INSERT INTO search_about (rowid, title, source, note) "
    "SELECT number, ?, ?, ? FROM search_document WHERE document_id = ?"
)
_REMOVE_ABOUT = "DELETE FROM search_about WHERE rowid = (SELECT number FROM search_document WHERE document_id = ?)"


def add_texts(connection: Connection, texts: Iterable[tuple[bytes, str]]) -> None:
    """Add the terms of texts that the index does not have yet."""
    given = dict(texts)
    if not given:
        return
    marks = ", ".join("?" * len(given))
    known = connection.exec_driver_sql(f"SELECT sha256 FROM search_text WHERE sha256 IN ({marks})", tuple(given))  # noqa: S608
    for (sha256,) in known.fetchall():
        del given[sha256]
    if not given:
        return
    first = connection.exec_driver_sql("SELECT coalesce(max(number), 0) + 1 FROM search_text").scalar_one()
    connection.exec_driver_sql(_ADD_TEXT, list(enumerate(given, first)))
    connection.exec_driver_sql(_ADD_WORDS, list(enumerate(given.values(), first)))


def put_about(connection: Connection, about: Mapping[UUID, tuple[str, str, str] | None]) -> None:
    """Say anew what is searched of these documents beside their texts; None for one that is gone."""
    keys = [(document_id.bytes,) for document_id in about]
    there = [(*terms, document_id.bytes) for document_id, terms in about.items() if terms is not None]
    gone = [(document_id.bytes,) for document_id, terms in about.items() if terms is None]
    connection.exec_driver_sql(_REMOVE_ABOUT, keys)
    if gone:
        connection.exec_driver_sql(_REMOVE_DOCUMENT, gone)
    if there:
        connection.exec_driver_sql(_ADD_DOCUMENT, [(document_id,) for *_, document_id in there])
        connection.exec_driver_sql(_ADD_ABOUT, there)


_TEXTS = (
    "search_words w CROSS JOIN search_text k ON k.number = w.rowid "
    "CROSS JOIN document d ON d.text_sha256 = k.sha256 CROSS JOIN text t ON t.sha256 = d.text_sha256"
)
_ABOUTS = (
    "search_about s CROSS JOIN search_document n ON n.number = s.rowid "
    "CROSS JOIN document d ON d.id = n.document_id CROSS JOIN text t ON t.sha256 = d.text_sha256"
)
# CROSS JOIN: the index first, from its newest row on, so that the first rows come at once.


def texts_with(groups: Groups, unwanted: Sequence[Part], folded: bool, statement: Statement) -> tuple[str, str]:
    """Where to select documents `d` and texts `t` from, in which order, to find a part of each group in the text.

    Those with something unwanted are left out, unless an accent may make the difference and not `folded`.
    """
    asked = expression(groups)
    if unwanted:
        without = expression([unwanted])
        sure = without if folded else f'({without} NOT "{ACCENTED}")'
        asked = f"({asked}) NOT {sure}"
    statement.conditions.append(f"w.search_words MATCH {statement.value(asked)}")
    return _TEXTS, "w.rowid DESC"


def abouts_with(groups: Groups, statement: Statement) -> tuple[str, str]:
    """The same for what is known of a document beside its text."""
    statement.conditions.append(f"s.search_about MATCH {statement.value(expression(groups))}")
    return _ABOUTS, "s.rowid DESC"


def documents_about(groups: Groups, statement: Statement) -> str:
    """A query for the keys of documents of which this is known beside their texts."""
    return (
        "SELECT n.document_id FROM search_about s JOIN search_document n ON n.number = s.rowid "  # noqa: S608
        f"WHERE s.search_about MATCH {statement.value(expression(groups))}"
    )


def expression(groups: Groups) -> str:
    """The groups as FTS5 reads them. Terms hold letters and figures only, so nothing in them is an operator."""
    return " AND ".join(f"({' OR '.join(map(_phrase, group))})" for group in groups)


def _phrase(part: Part) -> str:
    column = f"{part.field} : " if part.field else ""
    is_whole = len(part.terms) <= MOST_TERMS
    return f'{column}"{" ".join(part.terms[:MOST_TERMS])}"{" *" if part.is_beginning and is_whole else ""}'
