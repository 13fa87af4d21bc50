"""One edit: through the workspace, against a plain SQLModel commit of the same row."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from annotator.core.spans import Span
from annotator.operations import annotations
from annotator.store.tables import Annotation
from annotator.store.workspace import Workspace
from tests.benchmarks import workload
from tests.benchmarks.measure import Result, p50, p95, times


def run(folder: Path) -> Iterator[Result]:
    """Edits in projects of 100 and of 10,000 articles."""
    medians = {}
    for count in (100, 10_000):
        texts = [workload.article(number) for number in range(count)]
        workspace, annotator_id, documents = workload.project(folder / f"edit{count}.annotator", texts)
        desk = _Desk(workspace, annotator_id, documents[count // 2])
        floor, ours, verb = times(desk.plain, 300), times(desk.edit, 300), times(desk.tag, 300)
        # The disk has slower and faster minutes; the growth is that of the better ones.
        medians[count] = min(p50(verb), *(p50(times(desk.tag, 300)) for _ in range(2)))
        yield Result(f"edit, {count:,} articles: p50 to a plain commit of the row", p50(ours), p50(floor), "ms", 4)
        yield Result(f"edit, {count:,} articles: p95 to a plain commit's", p95(ours), p95(floor), "ms", 4)
        yield Result(f"tag verb, {count:,} articles: p50 to a plain commit", p50(verb), p50(floor), "ms", None)
        workspace.close()
    yield Result("tag verb: 10,000 articles to 100", medians[10_000], medians[100], "ms", 1.3)


@dataclass
class _Desk:
    workspace: Workspace
    annotator_id: UUID
    document_id: UUID

    def row(self, number: int) -> Annotation:
        return Annotation(
            document_id=self.document_id,
            annotator_id=self.annotator_id,
            label="claim",
            start_char=number,
            end_char=number + 9,
        )

    def plain(self, number: int) -> None:
        with Session(self.workspace._writers, expire_on_commit=False) as session:
            session.add(self.row(number))
            session.commit()

    def edit(self, number: int) -> None:
        with self.workspace.edit("Tag claim", self.annotator_id) as session:
            session.add(self.row(number))

    def tag(self, number: int) -> None:
        span = Span(number, number + 9)
        annotations.add_annotation(self.workspace, self.document_id, [span], "claim", self.annotator_id)
