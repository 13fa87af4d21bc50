"""One line of our own JSON Lines as the rows that it is made of, each held against its text before it is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import SQLModel

from annotator.core.damage import Damaged
from annotator.core.row_checks import check_rows
from annotator.formats.jsonl_rows import OLDER, ROWS, frozen_text, sha256_of
from annotator.operations.restored_project import Here
from annotator.store import plain_rows
from annotator.store.plain_rows import OF_ARTICLES, Row, name_of
from annotator.store.tables import Annotation, Contact, Document, Relation, Source

Tables = dict[type[SQLModel], list[Row]]

_TABLES = {name_of(table): table for table in OF_ARTICLES}
_LETTERS_A_ROW = 500
"""Of so many letters of a text, the search index makes as much work as a row."""


@dataclass(frozen=True, slots=True)
class Version:
    """An article with its rows, or an older version of it."""

    id: UUID
    text: str
    tables: Tables

    @property
    def weight(self) -> int:
        """How much there is to write, in rows."""
        return sum(map(len, self.tables.values())) + len(self.text) // _LETTERS_A_ROW


@dataclass(frozen=True, slots=True)
class Article:
    """A line: the newest version first."""

    line: int
    versions: tuple[Version, ...]

    @property
    def id(self) -> UUID:
        """The key of the newest version."""
        return self.versions[0].id

    @property
    def weight(self) -> int:
        """How much there is to write, in rows."""
        return sum(one.weight for one in self.versions)

    def keys(self, table: type[SQLModel]) -> list[UUID]:
        """Those of its rows in a table."""
        return [row["id"] for one in self.versions for row in one.tables[table]]


def article_of(number: int, line: Mapping[str, Any], here: Here) -> Article:
    """The article of a line; `here` says what its rows become. Raises DAMAGE where it is none."""
    newest = _version_of(line, frozen_text(line), here)
    if str(newest.id) != line["id"]:
        raise Damaged("its row is that of another article")
    if newest.tables[Document][0]["superseded_by"] is not None:
        raise Damaged("a newer version has replaced it")
    older = []
    for one in line.get(OLDER, ()):
        if sha256_of(one["text"]) != one[ROWS]["document"][0]["text_sha256"]:
            raise Damaged("the text of an older version is not the one that it names")
        older.append(_version_of(one, one["text"], here))
    ids = {newest.id, *(one.id for one in older)}
    if any(one.tables[Document][0]["superseded_by"] not in ids for one in older):
        raise Damaged("an older version of it belongs to another article")
    return Article(number, (newest, *older))


def _version_of(said: Mapping[str, Any], text: str, here: Here) -> Version:
    by_name: dict[str, Any] = said[ROWS]
    home = _home_of(by_name["document"])
    if unknown := by_name.keys() - _TABLES.keys():
        raise Damaged(f"the table {min(unknown)} is not known")
    tables: Tables = {table: [] for table in OF_ARTICLES}
    for name, rows in by_name.items():
        table = _TABLES[name]
        read = [plain_rows.read(table, row, home) for row in rows]
        if any(row.get("document_id", home) != home for row in read):
            raise Damaged(f"a row of {name} is about another article")
        tables[table] = [here.adopted(table, row) for row in read]
    check_rows({name: tables[table] for name, table in _TABLES.items()}, text)
    _check_ends(tables)
    return Version(home, text, tables)


def _home_of(documents: Sequence[Row]) -> UUID:
    """Which article the rows are about."""
    if len(documents) != 1:
        raise Damaged("document has several rows, or none")
    (document,) = documents
    home: UUID = plain_rows.read(Document, document)["id"]
    return home


def _check_ends(tables: Tables) -> None:
    """Raise Damaged where a row refers to one that is not in the same article."""
    annotations = {row["id"] for row in tables[Annotation]}
    sources = {row["id"] for row in tables[Source]}
    if any(row["annotation_id"] not in annotations for row in tables[Contact]):
        raise Damaged("a contact is about an annotation that is not in the article")
    for row in tables[Relation]:
        if row["from_id"] not in annotations or (row["source_id"] and row["source_id"] not in sources):
            raise Damaged("a relation refers to what is not in the article")
        if (row["to_id"] is None) == (row["source_id"] is None):
            raise Damaged("a relation leads nowhere, or to two things")
