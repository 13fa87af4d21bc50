"""A second program at work in a project, which says what was acknowledged to it. Tests start it and stop it dead.

    python -m tests.store.child ADDRESS WORK NAME COUNT [FOLDER]

WORK is `tag`, `load` or `export`. After each verb has returned, what it made is printed, one a line:
the ids of rows, or the path of a file.
"""

import sys
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from uuid import UUID, uuid4

from annotator.core.spans import Span
from annotator.operations import annotations, annotators, documents, exports, loading, projects
from annotator.store.workspace import Workspace


def tag(workspace: Workspace, annotator_id: UUID, number: int, _folder: Path) -> list[UUID]:
    """Tag one word of the first article, with a note."""
    document_id = documents.list_documents(workspace)[-1].id
    span = Span(5 * (number % 200), 5 * (number % 200) + 4)
    record = annotations.add_annotation(workspace, document_id, [span], "quote", annotator_id, f"note {number}")
    return [record.id]


def load(workspace: Workspace, annotator_id: UUID, number: int, folder: Path) -> list[UUID]:
    """Load forty files, so that a load has more than one batch."""
    paths = [folder / f"{annotator_id}-{number}-{index}.txt" for index in range(40)]
    for index, path in enumerate(paths):
        path.write_text(f"Article {number} {index} of {annotator_id}.\n" + "It was said again. " * 50)
    report = loading.load_files(workspace, paths, annotator_id, detect_language=False)
    return [article.id for article in report.loaded]


def export(workspace: Workspace, _annotator_id: UUID, number: int, folder: Path) -> list[Path]:
    """Write the dataset, every second time over the last file."""
    target = folder / f"dataset-{number // 2}.jsonl"
    exports.export_dataset(workspace, "jsonl", target)
    return [target]


WORKS: dict[str, Callable[[Workspace, UUID, int, Path], Sequence[object]]]
WORKS = {"tag": tag, "load": load, "export": export}


def main(address: str, work: str, name: str, times: int, folder: Path) -> None:
    """Do the work so many times (0: until stopped)."""
    workspace = projects.open_project(address, uuid4())
    annotator_id = annotators.find_or_add_annotator(workspace, name)
    for number in range(times) if times else count():
        for made in WORKS[work](workspace, annotator_id, number, folder):
            print(made, flush=True)
    workspace.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), Path(sys.argv[5] if len(sys.argv) > 5 else "."))
