"""From nothing to a usable window, and the memory it then holds; each start a process of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import workload
from tests.benchmarks.measure import Result, p50

_ROUNDS = 7

_COMMON = """
import json, os, sys, time
begun = float(sys.argv[1])
def rss():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
def tell(**figures):
    print(json.dumps({**figures, "usable": time.time() - begun, "rss": rss()})); sys.stdout.flush(); os._exit(0)
"""

_FLOOR = (
    _COMMON
    + """
from PySide6.QtWidgets import QApplication, QMainWindow, QLabel
app = QApplication([])
window = QMainWindow(); window.setCentralWidget(QLabel("floor")); window.resize(1280, 800); window.show()
app.processEvents()
painted = time.time() - begun
from sqlmodel import Field, Session, SQLModel, create_engine, select
class Thing(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str
engine = create_engine("sqlite:///" + sys.argv[2]); SQLModel.metadata.create_all(engine)
with Session(engine) as session:
    session.exec(select(Thing)).all()
app.processEvents()
tell(painted=painted)
"""
)

_OURS = (
    _COMMON
    + """
import gc
gc.disable()  # as __main__ does
from annotator import app as program
from PySide6.QtCore import QTimer
application = program.prepare(())
app = program.App(sys.argv[2])
figures = {}
def first():
    figures["painted"] = time.time() - begun
    figures["database_loaded_at_first_paint"] = "sqlalchemy" in sys.modules
app.window.first_painted.connect(first)
def usable():
    if app.window.reader.focused_sentence() >= 0:
        application.processEvents()
        tell(**figures)
timer = QTimer(); timer.setInterval(2); timer.timeout.connect(usable); timer.start()
app.window.resize(1280, 800); app.window.show()
application.exec()
"""
)


def run(folder: Path) -> Iterator[Result]:
    """Both starts in turn, so that both see the same machine."""
    project = folder / "start.annotator"
    workspace, _, _ = workload.project(project, [workload.article(n) for n in range(1000)], 10)
    workspace.close()
    ours: list[dict[str, float]] = []
    floor: list[dict[str, float]] = []
    for number in range(_ROUNDS + 1):
        floor.append(_start(_FLOOR, folder / f"floor{number}.db", folder))
        ours.append(_start(_OURS, project, folder))
    ours, floor = ours[1:], floor[1:]  # the first of each warms the disk's cache
    assert not any(one["database_loaded_at_first_paint"] for one in ours)
    for name, unit, goal in (("usable", "s", 1.6), ("rss", "MB", 1.5)):
        title = "start to a usable window, 1,000 articles" if name == "usable" else "memory of the idle window"
        yield Result(title, p50([one[name] for one in ours]), p50([one[name] for one in floor]), unit, goal)
    painted = p50([one["painted"] for one in ours])
    yield Result(
        "first paint, before the database layer is imported", painted, p50([one["painted"] for one in floor]), "s", None
    )


def _start(script: str, project: Path, folder: Path) -> dict[str, float]:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "ANNOTATOR_HOME": str(folder / "home"),
        "PYTHONPATH": str(Path.cwd()),
        # Compiled once, as where the program is installed; the environment of a build may forbid it.
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", script, str(time.time()), str(project)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures
