"""The window while ten thousand files are loaded: how long a key press takes, and how long nothing else moves."""

import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.app import prepare
from tests.benchmarks import workload
from tests.benchmarks.measure import Result, p95
from tests.benchmarks.window import Bench

_FILES = 10_000
_SECONDS_BETWEEN_KEYS = 0.1
_MOST = 50  # ms that a key press or the window may be held up


def run(folder: Path) -> Iterator[Result]:
    """Key presses and turns of the window's loop while a folder of articles is loaded beside them."""
    if QApplication.instance() is None:
        run.application = prepare(())  # type: ignore[attr-defined]  # kept alive with the function
    bench = Bench(folder / "usable.annotator", [workload.article(n) for n in range(_FILES, _FILES + 100)], 10)
    bench.open(bench.documents[0])
    workload.files(folder / "articles", _FILES)
    bench.session.loading.load([str(folder / "articles")])
    keys, turns = _work_while_busy(bench)
    bench.close()
    yield Result("key press while 10,000 files load: p95", p95(keys), _MOST, "ms", 1)
    yield Result("key press while 10,000 files load: longest", max(keys), _MOST, "ms", None)
    yield Result("longest the window stands still while they load", max(turns), _MOST, "ms", None)


def _work_while_busy(bench: Bench) -> tuple[list[float], list[float]]:
    """Milliseconds of each key press, and of each turn of the loop between two."""
    keys: list[float] = []
    turns: list[float] = []
    next_key = time.perf_counter()
    while bench.tasks.busy:
        began = time.perf_counter()
        if began >= next_key:
            bench.painted.after(lambda: bench.press(Qt.Key.Key_1 if len(keys) % 2 else Qt.Key.Key_Down))
            keys.append((time.perf_counter() - began) * 1000)
            next_key = time.perf_counter() + _SECONDS_BETWEEN_KEYS
        else:
            QApplication.processEvents()
            turns.append((time.perf_counter() - began) * 1000)
    return keys, turns
