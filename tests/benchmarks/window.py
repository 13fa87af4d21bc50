"""The window at work: opening articles, scrolling, tagging by key, listing; against plain Qt views."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlmodel import Session as Rows

from annotator import settings
from annotator.app import prepare
from annotator.operations import documents
from annotator.settings import Settings
from annotator.store.tables import Annotation
from annotator.ui.main_window import MainWindow
from annotator.ui.opening import open_project
from annotator.ui.preferences.choices import Choices
from annotator.ui.session import Session
from annotator.ui.tasks import Tasks
from tests.benchmarks import workload
from tests.benchmarks.floor_views import PlainArticle, plain_list
from tests.benchmarks.measure import Result, p50, p95, times

_SIZE = (1280, 800)


class Painted(QObject):
    """Waits for a widget's next paint event."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return False

    def after(self, act: Callable[[], object]) -> None:
        """Do something and stay until it has been painted."""
        self.seen = False
        act()
        for _ in range(1000):
            if self.seen:
                return
            QApplication.processEvents()
        raise AssertionError("nothing was painted")


class Bench:
    """A window on a project, as a person has it."""

    def __init__(self, path: Path, texts: list[str], each: int) -> None:
        workspace, _, self.documents = workload.project(path, texts, each)
        workspace.close()
        chosen = Settings(annotator="bench")
        settings.save(chosen)
        self.window, self.tasks = MainWindow(Choices()), Tasks()
        self.window.resize(*_SIZE)
        self.window.show()
        self.session = Session(self.window, self.tasks, open_project(str(path), chosen))
        self.reader = self.window.reader
        self.painted = Painted(self.reader.viewport())

    def open(self, document_id: UUID) -> None:
        self.painted.after(lambda: self.session.reading.open_document(document_id))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.reader, key)

    def close(self) -> None:
        self.session.close()
        self.tasks.close()
        self.window.close()


def run(folder: Path) -> Iterator[Result]:
    """All measurements in the window."""
    if QApplication.instance() is None:
        run.application = prepare(())  # type: ignore[attr-defined]  # kept alive with the function
    medians: dict[str, float] = {}
    for count in (100, 10_000):
        yield from _articles(folder, count, medians)
    yield Result("open article: 10,000 articles to 100", medians["open 10000"], medians["open 100"], "ms", 1.3)
    yield Result("key press: 10,000 articles to 100", medians["key 10000"], medians["key 100"], "ms", 1.3)
    for megabytes, goal in ((1, 2.5), (10, 3.2)):
        yield from _long(folder, megabytes, goal, medians)
    yield Result(
        "key press: 10 MB with 10,000 spans to 100 articles", medians["key 10MB"], medians["key 100"], "ms", 1.3
    )


def _articles(folder: Path, count: int, medians: dict[str, float]) -> Iterator[Result]:
    bench = Bench(
        folder / f"window{count}.annotator", [workload.article(n) for n in range(count)], 50 if count == 100 else 2
    )
    if count == 10_000:
        workload.annotate(bench.session.workspace, bench.documents[:40], bench.session.annotator_id, 48)
        yield _listing(bench)
    ids = bench.documents[:40]
    ours = times(lambda n: bench.open(ids[n % len(ids)]), 60)
    floor = times(lambda n: _plain_opened(bench, ids[n % len(ids)]), 60)
    medians[f"open {count}"] = p50(ours)
    yield Result(f"open an article with 50 spans, {count:,} articles: p50", p50(ours), p50(floor), "ms", 1.5)
    yield Result(f"open an article with 50 spans, {count:,} articles: p95 (30 ms)", p95(ours), 30, "ms", 1)
    keys = _key_presses(bench)
    medians[f"key {count}"] = p50(keys)
    plain = _plain_key_presses(bench)
    yield Result(f"key press to disk and screen, {count:,} articles: p50", p50(keys), p50(plain), "ms", 1.5)
    yield Result(
        f"key press to disk and screen, {count:,} articles: p95 to floor's p50", p95(keys), p50(plain), "ms", 2.5
    )
    bench.close()


def _listing(bench: Bench) -> Result:
    library = bench.window.library
    painted = Painted(library.list_view.viewport())

    def ours(_: int) -> None:
        library.set_documents([])
        painted.after(lambda: library.set_documents(documents.list_documents(bench.session.workspace)))

    def floor(_: int) -> None:
        titles = [summary.title for summary in documents.list_documents(bench.session.workspace)]
        view = plain_list(titles)
        view.resize(280, 700)
        Painted(view.viewport()).after(view.show)
        view.deleteLater()
        QApplication.processEvents()

    return Result("list of 10,000 articles, read and shown", p50(times(ours, 15)), p50(times(floor, 15)), "ms", 1.5)


def _plain_opened(bench: Bench, document_id: UUID) -> None:
    record = documents.read_document(bench.session.workspace, document_id)
    view = PlainArticle(record.text, [tuple(a.extent) for a in record.annotations])  # type: ignore[misc]
    view.setFont(bench.reader.font())
    view.resize(800, 700)
    Painted(view.viewport()).after(view.show)
    view.deleteLater()
    QApplication.processEvents()


def _key_presses(bench: Bench) -> list[float]:
    """Down, then a label's key: until the annotation is committed and the reader painted again."""
    bench.window.activateWindow()
    QTest.qWaitForWindowActive(bench.window)  # shortcuts need it
    bench.window.focus_reader()
    bench.press(Qt.Key.Key_Down)
    QApplication.processEvents()
    return times(lambda n: _tag_next(bench, n), 120, between=_pause)


def _tag_next(bench: Bench, number: int) -> None:
    bench.painted.after(lambda: bench.press((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)[number % 3]))


def _pause(_: object) -> None:
    """What a person's hands take between two keys, in which the rest of the window follows."""
    QTest.qWait(60)


def _plain_key_presses(bench: Bench) -> list[float]:
    record = documents.read_document(bench.session.workspace, bench.documents[0])
    view = PlainArticle(record.text, [tuple(a.extent) for a in record.annotations])  # type: ignore[misc]
    view.setFont(bench.reader.font())
    view.resize(bench.reader.size())
    view.show()
    engine = bench.session.workspace._writers

    def commit() -> None:
        with Rows(engine, expire_on_commit=False) as rows:
            rows.add(
                Annotation(
                    document_id=record.id,
                    annotator_id=bench.session.annotator_id,
                    label="claim",
                    start_char=1,
                    end_char=9,
                )
            )
            rows.commit()

    view.on_key = commit
    painted = Painted(view.viewport())
    taken = times(lambda _: painted.after(lambda: QTest.keyClick(view, Qt.Key.Key_1)), 120, between=_pause)
    view.deleteLater()
    return taken


def _long(folder: Path, megabytes: int, goal: float, medians: dict[str, float]) -> Iterator[Result]:
    sentences = workload.SENTENCES * megabytes * 1_000_000 // len(workload.article(0))
    texts = [workload.article(1, sentences), workload.article(2)]
    bench = Bench(folder / f"long{megabytes}.annotator", texts, 0)
    workload.annotate(bench.session.workspace, bench.documents[:1], bench.session.annotator_id, 10_000)
    long, short = bench.documents

    def ours(_: int) -> None:
        bench.open(short)
        bench.open(long)

    floor = times(lambda _: _plain_opened(bench, long), 8, warm=1)
    opened = times(lambda _: bench.open(long), 8, warm=1)
    yield Result(f"open {megabytes} MB with 10,000 spans: p50", p50(opened), p50(floor), "ms", goal)
    ours(0)
    scroll = times(lambda _: bench.painted.after(bench.reader.page_down), 100)
    yield Result(f"a page of scrolling in {megabytes} MB: p95 (16 ms)", p95(scroll), 16, "ms", 1)
    keys = _key_presses(bench)
    medians[f"key {megabytes}MB"] = p50(keys)
    yield Result(f"key press in {megabytes} MB with 10,000 spans: p95 (16 ms)", p95(keys), 16, "ms", 1)
    bench.close()
