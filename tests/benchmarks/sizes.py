"""Bytes a row costs on disk, its indexes included, at 100,000 annotations made one edit at a time."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.store.sqlite import driver
from annotator.store.tables import Annotation
from tests.benchmarks import workload
from tests.benchmarks.measure import Result

_EDITS = 100_000
_DOCUMENTS = 1000


def run(folder: Path) -> Iterator[Result]:
    """Pages of each table and its indexes, by the difference that dropping them makes to a compacted file."""
    path = folder / "size.annotator"
    workspace, annotator_id, documents = workload.project(path, [workload.article(n) for n in range(1000)])
    for number in range(_EDITS):
        with workspace.edit("Tag claim", annotator_id) as session:
            start = number // 1000 * 40
            row = Annotation(
                document_id=documents[number % 1000],
                annotator_id=annotator_id,
                label="claim",
                start_char=start,
                end_char=start + 90,
            )
            session.add(row)
    workspace.close()
    with contextlib.closing(driver().connect(path, isolation_level=None)) as connection:
        entries = connection.execute("SELECT count(*) FROM journal").fetchone()[0]
        whole = _bytes(connection)
        connection.execute("DROP TABLE journal")
        without_journal = _bytes(connection)
        connection.execute("DROP TABLE annotation")
        without_both = _bytes(connection)
    yield Result("annotation: bytes a row with its indexes", (without_journal - without_both) / _EDITS, 240, "bytes", 1)
    yield Result("journal: bytes an entry with its indexes", (whole - without_journal) / entries, 240, "bytes", 1)


def _bytes(connection: Any) -> int:
    """The size of the database when nothing in it is empty."""
    connection.execute("VACUUM")
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages * size)
