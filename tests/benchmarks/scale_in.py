"""A million annotations in again: our own JSON Lines restored, doccano's imported, beside the floor, and the memory.

The floor is the time that SQLAlchemy Core takes to insert the same rows in one transaction, and to commit it: without
reading them, a check, a journal, an index, or a look at what is there. Each way in has a process of its own.
"""

import os
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import orjson
from sqlalchemy import Connection, CursorResult, insert, select
from sqlmodel import SQLModel

from annotator.operations.annotators import find_or_add_annotator
from annotator.operations.exports import export_dataset
from annotator.operations.importing import import_annotations
from annotator.operations.projects import open_project
from annotator.operations.restoring import restore
from annotator.store.tables import (
    Annotation,
    Annotator,
    Document,
    Mark,
    Original,
    RejectedSuggestion,
    Relation,
    Source,
    Text,
    table_of,
)
from annotator.store.workspace import Workspace
from tests.benchmarks import large_project
from tests.benchmarks.measure import Result
from tests.benchmarks.scale import MEMORY, Taken, afresh

RESTORED, IMPORTED = 6, 8
"""How many times the floor's work each may take."""

_BATCH = 500
_SHARED: tuple[type[SQLModel], ...] = (Annotator, Source)
_OF_ARTICLES: tuple[type[SQLModel], ...] = (Annotation, Relation, Mark, RejectedSuggestion)


def run(folder: Path) -> Iterator[Result]:
    """Both ways in against the floor; fewer articles where SCALE_ARTICLES says so."""
    articles = int(os.environ.get("SCALE_ARTICLES", large_project.ARTICLES))
    project, own, other = folder / "large.annotator", folder / "own.jsonl", folder / "other.jsonl"
    with closing(large_project.make(project, articles)) as workspace:
        export_dataset(workspace, "jsonl", own)
    _write_doccano(own, other)
    number = f"{articles * large_project.EACH:,} annotations"
    floor = plain_in(folder / "floor.annotator", project)
    for name, way, path, goal in (("restored", restore, own, RESTORED), ("imported", imported, other, IMPORTED)):
        ours = afresh(folder / f"{name}.annotator", partial(way, path=path))
        yield Result(f"{number} {name}: clock", ours.seconds, floor.seconds, "s", None)
        yield Result(f"{number} {name}: work", ours.work, floor.work, "s", goal)
        yield Result(f"{number} {name}: articles a second", articles / ours.seconds, 300, "articles/s", None)
        yield Result(f"{number} {name}: memory above {ours.idle:,.0f} MB idle", ours.memory, MEMORY, "MB", 1)


def imported(workspace: Workspace, path: Path) -> None:
    """The articles and annotations of a file of doccano, all of them somebody's."""
    import_annotations(workspace, path, find_or_add_annotator(workspace, "bench"), format_id="doccano")


def plain_in(target: Path, given: Path) -> Taken:
    """What it takes to insert the rows of a project into an empty one; not what it takes to read them."""
    seconds = work = 0.0
    with (
        closing(open_project(given, uuid4())) as source,
        closing(open_project(target, uuid4())) as workspace,
        source.reading(whole=True) as here,
        workspace.edit("Insert", None, undoable=False) as session,
    ):
        there = session.connection()
        for rows in _rows(here):
            began, worked = time.perf_counter(), time.process_time()
            for table, found in rows.items():
                there.execute(insert(table_of(table)), found)
            seconds += time.perf_counter() - began
            work += time.process_time() - worked
        began, worked = time.perf_counter(), time.process_time()
        session.commit()
        seconds += time.perf_counter() - began
        work += time.process_time() - worked
    return Taken(seconds, work, 0, 0)


def _rows(connection: Connection) -> Iterator[dict[type[SQLModel], list[dict[str, Any]]]]:
    """All rows as they can be inserted, some articles at a time."""
    yield {table: _found(connection.execute(select(table_of(table)))) for table in _SHARED}
    document, text, original = table_of(Document), table_of(Text), table_of(Original)
    ids = list(connection.execute(select(document.c.id).order_by(document.c.id)).scalars())
    for start in range(0, len(ids), _BATCH):
        part = ids[start : start + _BATCH]
        documents = _found(connection.execute(select(document).where(document.c.id.in_(part))))
        hashes = [row["text_sha256"] for row in documents]
        rows = {
            Text: _found(connection.execute(select(text).where(text.c.sha256.in_(hashes)))),
            Original: _found(connection.execute(select(original).where(original.c.text_sha256.in_(hashes)))),
            Document: documents,
        }
        for table in _OF_ARTICLES:
            query = select(table_of(table)).where(table_of(table).c.document_id.in_(part))
            rows[table] = _found(connection.execute(query))
        yield {table: found for table, found in rows.items() if found}


def _found(result: CursorResult[Any]) -> list[dict[str, Any]]:
    return [dict(row) for row in result.mappings()]


def _write_doccano(own: Path, target: Path) -> None:
    """The same articles as doccano has them: each piece of an annotation by itself, places in UTF-16."""
    with own.open("rb") as lines, target.open("wb") as stream:
        for line in lines:
            article = orjson.loads(line)
            text, spans = article["text"], article["spans"]
            labels = [
                [_utf16(text, at), _utf16(text, end), one["label"]] for one in spans for at, end in one["segments"]
            ]
            stream.write(orjson.dumps({"id": article["id"], "text": text, "label": labels}) + b"\n")


def _utf16(text: str, place: int) -> int:
    return len(text[:place].encode("utf-16-le")) // 2
