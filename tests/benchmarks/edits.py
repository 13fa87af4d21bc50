"""One edit: through the workspace, against a plain SQLModel commit of the same row."""

from collections.abc import Iterator
from pathlib import Path

from sqlmodel import Session

from annotator.core.spans import Span
from annotator.operations import annotations
from annotator.store.tables import Annotation
from tests.benchmarks import workload
from tests.benchmarks.measure import Result, p50, p95, times


def run(folder: Path) -> Iterator[Result]:
    """Edits in projects of 100 and of 10,000 articles."""
    medians = {}
    for count in (100, 10_000):
        workspace, annotator_id, documents = workload.project(
            folder / f"edit{count}.annotator", [workload.article(n) for n in range(count)]
        )
        opened = documents[count // 2]

        def row(number: int) -> Annotation:
            return Annotation(
                document_id=opened, annotator_id=annotator_id, label="claim", start_char=number, end_char=number + 9
            )

        def edit(number: int) -> None:
            with workspace.edit("Tag claim", annotator_id) as session:
                session.add(row(number))

        def plain(number: int) -> None:
            with Session(workspace._writers, expire_on_commit=False) as session:
                session.add(row(number))
                session.commit()

        def tag(number: int) -> None:
            annotations.add_annotation(workspace, opened, [Span(number, number + 9)], "claim", annotator_id)

        floor, ours, verb = times(plain, 300), times(edit, 300), times(tag, 300)
        medians[count] = p50(verb)
        yield Result(f"edit, {count:,} articles: p50 to a plain commit of the row", p50(ours), p50(floor), "ms", 4)
        yield Result(f"edit, {count:,} articles: p95 to a plain commit of the row", p95(ours), p95(floor), "ms", 4)
        yield Result(f"tag verb, {count:,} articles: p50 to a plain commit", p50(verb), p50(floor), "ms", None)
        workspace.close()
    yield Result("tag verb: 10,000 articles to 100", medians[10_000], medians[100], "ms", 1.3)
