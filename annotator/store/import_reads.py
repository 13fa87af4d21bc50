"""Reads by which what comes from another tool is recognised: articles by text, foreign key and title; work by key."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import Column, Connection, Select, select

from annotator.store.tables import Annotation, Document, Project, Source, table_of

_document = table_of(Document)
_annotation = table_of(Annotation)
_source = table_of(Source)
_project = table_of(Project)
_AT_A_TIME = 500
_Value = TypeVar("_Value")


class AnnotationHome(NamedTuple):
    """An annotation as it is here: in which article, whose, with which label."""

    id: UUID
    document_id: UUID
    annotator_id: UUID
    label: str


def newest_versions(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """The newest version of each of these articles that there are: itself for one that was never replaced."""
    c = _document.c
    newer: dict[UUID, UUID | None] = {}
    wanted = set(ids)
    asked = set(wanted)
    while asked:
        newer |= dict(_rows(connection, select(c.id, c.superseded_by), c.id, asked))
        asked = {after for key in asked if (after := newer.get(key)) and after not in newer}
    found: dict[UUID, UUID] = {}
    for first in wanted & newer.keys():
        chain = [first]
        while (after := newer.get(chain[-1])) and after not in chain:
            chain.append(after)
        found[first] = chain[-1]
    return found


def articles_of_texts(connection: Connection, sha256s: Iterable[bytes]) -> dict[bytes, list[UUID]]:
    """The articles with these texts, the newest last."""
    return _articles_by(connection, _document.c.text_sha256, sha256s)


def articles_of_foreign_keys(connection: Connection, keys: Iterable[str]) -> dict[str, list[UUID]]:
    """The articles that another tool calls so, the newest last."""
    return _articles_by(connection, _document.c.foreign_key, keys)


def articles_by_title(connection: Connection) -> dict[str, list[UUID]]:
    """The articles with each title, the newest last."""
    found: dict[str, list[UUID]] = defaultdict(list)
    for key, title in connection.execute(select(_document.c.id, _document.c.title).order_by(_document.c.id)):
        found[title].append(key)
    return found


def homes_of(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, AnnotationHome]:
    """Those of these annotations that there are."""
    c = _annotation.c
    query = select(c.id, c.document_id, c.annotator_id, c.label)
    return {row.id: AnnotationHome(*row) for row in _rows(connection, query, c.id, ids)}


def source_names(connection: Connection) -> dict[str, UUID]:
    """What each source is called, in small letters -> its key; a name goes before another one's alias."""
    found: dict[str, UUID] = {}
    rows = connection.execute(select(_source.c.id, _source.c.name, _source.c.aliases).order_by(_source.c.id)).all()
    for row in rows:
        found.setdefault(row.name.casefold(), row.id)
    for row in rows:
        for alias in row.aliases or ():
            found.setdefault(alias.casefold(), row.id)
    return found


def kept_exchange(connection: Connection) -> dict[str, Any]:
    """What the project keeps of exports and imports."""
    return dict(connection.execute(select(_project.c.exchange)).scalar() or {})


def _articles_by(connection: Connection, column: Column[Any], values: Iterable[_Value]) -> dict[_Value, list[UUID]]:
    found: dict[_Value, list[UUID]] = defaultdict(list)
    query = select(column, _document.c.id).order_by(_document.c.id)
    for value, key in _rows(connection, query, column, values):
        found[value].append(key)
    return found


def _rows(connection: Connection, query: Select[Any], column: Column[Any], values: Iterable[Any]) -> Iterator[Any]:
    """The rows of a query in which a column has one of many values, some at a time."""
    wanted: Sequence[Any] = list(dict.fromkeys(values))
    for start in range(0, len(wanted), _AT_A_TIME):
        yield from connection.execute(query.where(column.in_(wanted[start : start + _AT_A_TIME])))
