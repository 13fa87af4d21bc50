"""The words of annotations, without all that is known of their articles: for lists of many."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, select

from annotator.core.spans import Span
from annotator.store.stretches import stretches_of
from annotator.store.tables import Annotation, Document, Text, table_of

_annotation, _document, _text = table_of(Annotation), table_of(Document), table_of(Text)
_AT_A_TIME = 64


class Passage(NamedTuple):
    """An annotation, the first words of what it is on, and the title of its article."""

    id: UUID
    document_id: UUID
    label: str
    words: str
    title: str


def newest_passages(connection: Connection, most: int, length: int) -> list[Passage]:
    """The newest annotations of the newest versions of articles, each with so many characters of its text at most."""
    c, d = _annotation.c, _document.c
    query = select(c.id, c.document_id, c.label, c.start_char, c.end_char, d.title, d.text_sha256)
    query = query.join(_document, d.id == c.document_id).where(d.superseded_by.is_(None))
    rows = connection.execute(query.order_by(c.id.desc()).limit(most)).all()
    texts: dict[bytes, list[tuple[int, int, int]]] = {}
    for index, row in enumerate(rows):
        texts.setdefault(row.text_sha256, []).append(
            (index, row.start_char, min(row.end_char, row.start_char + length))
        )
    words = [""] * len(rows)
    keys = list(texts)
    for start in range(0, len(keys), _AT_A_TIME):
        some = select(_text.c.sha256, _text.c.content).where(_text.c.sha256.in_(keys[start : start + _AT_A_TIME]))
        for sha256, content in connection.execute(some):
            text = str(content, "utf-8")
            for index, first, last in texts[sha256]:
                words[index] = text[first:last]
    return [Passage(row.id, row.document_id, row.label, words[index], row.title) for index, row in enumerate(rows)]


def labelled_stretches(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, list[tuple[Span, str]]]:
    """What is annotated in these articles, by whomever: each stretch with its label, in the order of the text."""
    c = _annotation.c
    found: dict[UUID, list[tuple[Span, str]]] = defaultdict(list)
    for start in range(0, len(ids), _AT_A_TIME):
        query = select(c.document_id, c.start_char, c.end_char, c.segments, c.label)
        for row in connection.execute(query.where(c.document_id.in_(ids[start : start + _AT_A_TIME]))):
            found[row.document_id] += [(stretch, row.label) for stretch in stretches_of(row)]
    for stretches in found.values():
        stretches.sort()
    return found
