"""A whole export (read, write, read back, compare) against a plain json.dump of the same rows."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import select

from annotator.operations.exports import export_dataset
from annotator.store.tables import Annotation, Document, Text, table_of
from annotator.store.workspace import Workspace
from tests.benchmarks import workload
from tests.benchmarks.measure import Result, seconds

_EACH = 10


def run(folder: Path) -> Iterator[Result]:
    """JSONL and CSV, at 1,000 and 10,000 articles of 10 annotations."""
    per_annotation: dict[int, float] = {}
    for count in (1000, 10_000):
        texts = [workload.article(n) for n in range(count)]
        workspace, _, _ = workload.project(folder / f"export{count}.annotator", texts, _EACH)
        floor = count * _EACH / min(seconds(lambda: _plain(workspace, folder / "plain.jsonl")) for _ in range(3))  # noqa: B023
        for kind in ("jsonl", "csv"):
            target = folder / f"out.{kind}"
            taken = min(seconds(lambda: export_dataset(workspace, kind, target)) for _ in range(3))  # noqa: B023
            ours = count * _EACH / taken
            goal = 0.5 if kind == "jsonl" else None
            yield Result(f"export {count:,} articles as {kind}", ours, floor, "ann./s", goal, at_least=True)
            if kind == "jsonl":
                per_annotation[count] = taken / count
        workspace.close()
    yield Result(
        "export: cost of an article, 10,000 to 1,000",
        per_annotation[10_000] * 1e3,
        per_annotation[1000] * 1e3,
        "ms",
        1.3,
    )


def _plain(workspace: Workspace, target: Path) -> None:
    """The same rows, as the database gives them, straight into json.dump."""
    document, text, annotation = table_of(Document), table_of(Text), table_of(Annotation)
    with workspace.reading() as connection, target.open("w", encoding="utf-8") as stream:
        spans: dict[object, list[Any]] = {}
        for row in connection.execute(select(annotation)):
            spans.setdefault(row.document_id, []).append(row)
        query = select(document, text.c.content).join(text, document.c.text_sha256 == text.c.sha256)
        for row in connection.execution_options(yield_per=200).execute(query):
            json.dump(
                {
                    "id": str(row.id),
                    "title": row.title,
                    "language": row.language,
                    "text": (words := row.content.decode()),
                    "sentences": row.sentence_ends,
                    "furniture": row.furniture,
                    "spans": [
                        [
                            str(span.id),
                            span.label,
                            span.start_char,
                            span.end_char,
                            span.note,
                            words[span.start_char : span.end_char],
                        ]
                        for span in spans.get(row.id, [])
                    ],
                },
                stream,
            )
            stream.write("\n")
