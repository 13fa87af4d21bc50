"""Loading files, with and without finding out their language."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from annotator.core import language
from annotator.operations import annotators, loading, projects
from tests.benchmarks import workload
from tests.benchmarks.measure import Result, seconds


def run(folder: Path) -> Iterator[Result]:
    """Rates in articles a second; the goals are absolute, so the floor column is the goal."""
    paths = workload.files(folder / "articles", 10_000)
    rates = {}
    for count in (100, 10_000):
        rates[count] = count / _load(folder, paths[:count], detect=False)
    language.warm_up()
    with_language = 1000 / _load(folder, paths[:1000], detect=True)
    yield Result("load 10,000 files without language detection", rates[10_000], 1900, "articles/s", 1, at_least=True)
    yield Result("load 1,000 files with language detection", with_language, 300, "articles/s", 1, at_least=True)
    yield Result("load: cost of an article, 10,000 to 100", 1000 / rates[10_000], 1000 / rates[100], "ms", 1.3)


def _load(folder: Path, paths: list[Path], *, detect: bool) -> float:
    workspace = projects.open_project(folder / f"load{uuid4().hex}.annotator", uuid4())
    annotator_id = annotators.find_or_add_annotator(workspace, "bench")
    taken = seconds(lambda: loading.load_files(workspace, paths, annotator_id, detect_language=detect, alone=True))
    workspace.close()
    return taken
