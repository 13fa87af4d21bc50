"""Disputes: an article with three readings opened on its page, against its rows read and its text shown plainly."""

import random
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QApplication

from annotator.app import prepare
from annotator.core.spans import trim
from annotator.operations import annotators, disputes
from annotator.operations.documents import read_document
from annotator.operations.readings import put_submission
from annotator.store.submissions import newest_submissions
from annotator.store.tables import Annotation
from annotator.store.workspace import Workspace
from tests.benchmarks import workload
from tests.benchmarks.floor_views import PlainArticle
from tests.benchmarks.measure import Result, p50, p95, times
from tests.benchmarks.window import Bench, Painted

_SENTENCES, _EACH, _READERS = 125, 60, 3  # some 25,000 characters
_LABELS = ("claim", "denial", "quote")
_MANY = 300


def run(folder: Path) -> Iterator[Result]:
    """Opening on the page, and finding the disputes of many articles."""
    if QApplication.instance() is None:
        run.application = prepare(())  # type: ignore[attr-defined]  # kept alive with the function
    bench = Bench(folder / "disputes.annotator", [workload.article(n, _SENTENCES) for n in range(4)], 0)
    read_by_three(bench.session.workspace, bench.documents, _EACH)
    yield from _opened(bench)
    bench.close()
    workspace, _, documents = workload.project(folder / "many.annotator", [workload.article(n) for n in range(_MANY)])
    read_by_three(workspace, documents, 15)
    ours = p50(times(lambda _n: disputes.all_disputes(workspace), 5, warm=1))
    floor = p50(times(lambda _n: _read_all(workspace), 5, warm=1))
    yield Result(f"disputes of {_MANY} articles found", ours, floor, "ms", None)
    workspace.close()


def read_by_three(workspace: Workspace, documents: list[UUID], each: int) -> None:
    """Three readings of these articles, of which a third of the annotations are not the same."""
    readers = [annotators.find_or_add_annotator(workspace, f"Reader {number}") for number in range(_READERS)]
    for document_id in documents:
        record = read_document(workspace, document_id)
        extents = [trim(record.text, sentence) for sentence in record.sentences][1:]
        for number, who in enumerate(readers):
            chance = random.Random(number)
            with workspace.edit("read", who) as session:
                for at in range(each):
                    start, end = extents[at * len(extents) // each]
                    start = record.text.index(" ", start) + 1 if chance.random() < 0.2 else start
                    label = chance.choice(_LABELS) if chance.random() < 0.15 else _LABELS[at % 3]
                    session.add(
                        Annotation(
                            document_id=document_id, annotator_id=who, label=label, start_char=start, end_char=end
                        )
                    )
            with workspace.edit("submit", who, undoable=False) as session:
                put_submission(session, document_id, who)


def _opened(bench: Bench) -> Iterator[Result]:
    session, ids = bench.session, bench.documents
    session.ruling.open()
    while bench.tasks.busy:
        QApplication.processEvents()
    page = session.ruling._page
    assert page is not None
    for side_by_side, words in ((False, "merged"), (True, "side by side")):
        page.side_by_side.setChecked(side_by_side)
        painted = Painted(page.texts.view.viewport())
        ours = times(lambda n, see=painted: see.after(lambda: page.article_chosen.emit(ids[n % len(ids)])), 24)  # type: ignore[misc]
        floor = times(lambda n: _plain_opened(bench, ids[n % len(ids)]), 24)
        yield Result(f"open a disputed article, {words}: p50", p50(ours), p50(floor), "ms", None)
        yield Result(f"open a disputed article, {words}: p95 (100 ms)", p95(ours), 100, "ms", 1)


def _plain_opened(bench: Bench, document_id: UUID) -> None:
    workspace = bench.session.workspace
    record = read_document(workspace, document_id)
    with workspace.reading() as connection:
        readings = list(newest_submissions(connection, [document_id]))
    view = PlainArticle(record.text, [tuple(one.extent) for reading in readings for one in reading.annotations])  # type: ignore[misc]
    view.resize(800, 700)
    Painted(view.viewport()).after(view.show)
    view.deleteLater()
    QApplication.processEvents()


def _read_all(workspace: Workspace) -> None:
    with workspace.reading() as connection:
        for _reading in newest_submissions(connection):
            pass
