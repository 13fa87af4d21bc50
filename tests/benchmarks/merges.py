"""Work brought home (checked, compared, received, written) against the same rows copied by plain SQLite."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

from annotator.operations import annotators, loading, projects
from annotator.operations.merging import merge
from annotator.operations.packets import PacketWish, make_packet
from annotator.store import sqlite
from annotator.store.tables import Annotation
from annotator.store.workspace import Workspace
from tests.benchmarks import workload
from tests.benchmarks.measure import Result, seconds

_ARTICLES, _EACH, _GOAL = 1000, 10, 20.0
_TABLES = ("text", "original", "annotator", "document", "annotation", "journal")


def run(folder: Path) -> Iterator[Result]:
    """A packet with 10,000 new annotations, the same again, and a copy with 1,000 new articles."""
    home, ana, documents = workload.project(
        folder / "home.annotator", [workload.article(number) for number in range(_ARTICLES)]
    )
    packet = folder / "ben.packet.annotator"
    make_packet(home, packet, PacketWish(documents, "Ben"), ana)
    away = projects.open_project(packet, uuid4())
    _tag(away, documents)
    away.close()
    floor = seconds(lambda: _copy_rows(packet, folder / "plain.db"))
    told = f"merge: {_ARTICLES:,} articles, {_ARTICLES * _EACH:,} annotations"
    for name, limit in ((told, _GOAL), (f"{told}, again", _GOAL / 4)):
        taken = seconds(lambda: merge(home, packet, ana))
        yield Result(f"{name} ({limit:g} s)", taken * 1e3, limit * 1e3, "ms", 1)
        yield Result(f"{name}: to rows copied", taken * 1e3, floor * 1e3, "ms", None)
    home.close()
    yield from _new_articles(folder, ana)


def _new_articles(folder: Path, ana: UUID) -> Iterator[Result]:
    """A copy that has a thousand articles more than an early copy of it."""
    grown, by, _ = workload.project(folder / "grown.annotator", [workload.article(_ARTICLES)])
    sqlite.copy(folder / "grown.annotator", folder / "early.annotator")
    loading.load_files(grown, workload.files(folder / "more", _ARTICLES), by, detect_language=False)
    early = projects.open_project(folder / "early.annotator", uuid4())
    taken = seconds(lambda: merge(early, folder / "grown.annotator", ana))
    yield Result(f"merge: {_ARTICLES:,} new articles ({_GOAL:g} s)", taken * 1e3, _GOAL * 1e3, "ms", 1)
    early.close()
    grown.close()


def _tag(workspace: Workspace, documents: list[UUID]) -> None:
    """An entry of the journal for each annotation, as people make them."""
    ben = annotators.find_or_add_annotator(workspace, "Ben")
    for number in range(_EACH):
        place = {"start_char": number * 20, "end_char": number * 20 + 12}
        for start in range(0, len(documents), 50):
            with workspace.edit("Tag claim", ben) as session:
                for key in documents[start : start + 50]:
                    session.add(Annotation(document_id=key, annotator_id=ben, label="claim", **place))


def _copy_rows(source: Path, target: Path) -> None:
    """The rows of the same tables into an empty file, by SQLite itself."""
    connection = sqlite.driver().connect(target)
    connection.execute("ATTACH DATABASE ? AS there", (str(source),))
    for table in _TABLES:
        connection.execute(f"CREATE TABLE {table} AS SELECT * FROM there.{table}")
    connection.commit()
    connection.close()
