"""A million annotations out as JSON Lines and Parquet: seconds beside the floor, and the memory above idle.

The floor reads the same rows with SQLAlchemy Core, a batch at a time, and dumps them with orjson into a file: no span
has its words there, nothing is checked, nothing is read back. Each export, and the floor, has a process of its own that
has opened the project and done nothing else: what it holds then is its idle.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

import orjson
from sqlalchemy import select
from sqlmodel import SQLModel

from annotator.formats.base import WriteOptions
from annotator.operations.exports import export_dataset
from annotator.operations.projects import open_project
from annotator.store.tables import (
    Annotation,
    Document,
    Mark,
    RejectedSuggestion,
    Relation,
    SentenceBreak,
    Source,
    Text,
    table_of,
)
from annotator.store.workspace import Workspace
from tests.benchmarks import large_project
from tests.benchmarks.measure import Result

GOAL = 2.5
MEMORY = 300
"""MB above idle that an export may take, however large the project."""

_BATCH = 200
_BESIDE: tuple[type[SQLModel], ...] = (Annotation, SentenceBreak, Mark, RejectedSuggestion, Relation)
_OPTIONS = orjson.OPT_APPEND_NEWLINE | orjson.OPT_NON_STR_KEYS


class Taken(NamedTuple):
    """Seconds on the clock, seconds of work, MB above idle, and the MB of idle: what was in use before."""

    seconds: float
    work: float
    memory: float
    idle: float


def run(folder: Path) -> Iterator[Result]:
    """Everything, and the lean form, against the floor; fewer articles where SCALE_ARTICLES says so."""
    articles = int(os.environ.get("SCALE_ARTICLES", large_project.ARTICLES))
    project, target = folder / "large.annotator", folder / "out.jsonl"
    large_project.make(project, articles).close()
    number = f"{articles * large_project.EACH:,} annotations"
    floor = afresh(project, partial(plain, target=target))
    for name, lean in (("whole", False), ("lean", True)):
        options = WriteOptions(lean=lean)
        ours = afresh(project, partial(export_dataset, format_id="jsonl", target=target, options=options))
        size = target.stat().st_size / 1e6
        yield Result(f"{number}, {name}, {size:,.0f} MB: clock", ours.seconds, floor.seconds, "s", GOAL)
        yield Result(f"{number}, {name}: work", ours.work, floor.work, "s", GOAL)
        yield _memory(f"{number}, {name}", ours)
    for name, folders in (("Parquet", ()), ("Parquet in folders", ("language", "month"))):
        options, target = WriteOptions(partition_by=folders), folder / name
        ours = afresh(project, partial(export_dataset, format_id="parquet", target=target, options=options))
        yield Result(f"{number}, {name}: clock", ours.seconds, floor.seconds, "s", None)
        yield _memory(f"{number}, {name}", ours)


def _memory(what: str, ours: Taken) -> Result:
    return Result(f"{what}: memory above {ours.idle:,.0f} MB idle", ours.memory, MEMORY, "MB", 1)


def afresh(project: Path, work: Callable[[Workspace], object]) -> Taken:
    """What a piece of work takes in a process of its own; memory that others have left behind would hide its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(opened, project, work).result()


def opened(project: Path, work: Callable[[Workspace], object]) -> Taken:
    """The same in this process, which opens the project first."""
    with closing(open_project(project, uuid4())) as workspace:
        return measured(lambda: work(workspace))


def measured(work: Callable[[], object]) -> Taken:
    """What a piece of work takes; memory as the system counts it for the process, looked at all the while."""
    idle, stop = _resident(), threading.Event()
    seen = [idle]

    def watch() -> None:
        while not stop.wait(0.05):
            seen.append(_resident())

    watcher = threading.Thread(target=watch)
    watcher.start()
    began, worked = time.perf_counter(), time.process_time()
    try:
        work()
        taken = time.perf_counter() - began, time.process_time() - worked
    finally:
        stop.set()  # or it would watch for ever where the work has failed
        watcher.join()
    return Taken(*taken, (max(seen) - idle) / 1e6, idle / 1e6)


def plain(workspace: Workspace, target: Path) -> None:
    """The rows of every article in a line of JSON, as the database gives them."""
    document, text = table_of(Document), table_of(Text)
    with workspace.reading() as connection, target.open("wb") as stream:
        sources = [dict(row) for row in connection.execute(select(table_of(Source))).mappings()]
        stream.write(orjson.dumps({"source": sources}, option=_OPTIONS))
        ids = list(connection.execute(select(document.c.id).order_by(document.c.id)).scalars())
        for start in range(0, len(ids), _BATCH):
            part = ids[start : start + _BATCH]
            beside = {str(table.__tablename__): _by_document(connection, table, part) for table in _BESIDE}
            query = select(document, text.c.content).join(text, document.c.text_sha256 == text.c.sha256)
            for row in connection.execute(query.where(document.c.id.in_(part)).order_by(document.c.id)).mappings():
                line = dict(row) | {name: rows.get(row["id"], []) for name, rows in beside.items()}
                line["content"] = row["content"].decode()
                line["text_sha256"] = row["text_sha256"].hex()
                line["original_sha256"] = row["original_sha256"].hex()
                stream.write(orjson.dumps(line, option=_OPTIONS))


def _by_document(connection: Any, table: type[SQLModel], ids: list[Any]) -> dict[Any, list[dict[str, Any]]]:
    facts = table_of(table)
    found: dict[Any, list[dict[str, Any]]] = {}
    for row in connection.execute(select(facts).where(facts.c.document_id.in_(ids))).mappings():
        found.setdefault(row["document_id"], []).append(dict(row))
    return found


def _resident() -> int:
    """Bytes of memory that this process has."""
    if sys.platform != "linux":
        import resource  # nothing like it everywhere: there, the most that was ever in use

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
