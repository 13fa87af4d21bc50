"""What of the articles decides which part of a dataset each goes to: never their texts."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, select

from annotator.store.tables import Annotation, Document, table_of

_document = table_of(Document)
_annotation = table_of(Annotation)


class SplitRow(NamedTuple):
    """An article: which others it is a copy or a version of, or has the very text of; its language and labels."""

    id: UUID
    copy_group: UUID | None
    superseded_by: UUID | None
    text_sha256: bytes
    language: str
    labels: frozenset[str]


def split_rows(connection: Connection) -> Iterator[SplitRow]:
    """Every article, in the order of loading."""
    a, d = _annotation.c, _document.c
    labels: dict[UUID, set[str]] = defaultdict(set)
    for document_id, label in connection.execute(select(a.document_id, a.label).distinct()):
        labels[document_id].add(label)
    columns = (d.id, d.copy_group, d.superseded_by, d.text_sha256, d.language)
    for row in connection.execute(select(*columns).order_by(d.id)):
        yield SplitRow(*row, frozenset(labels.get(row.id, ())))
