"""A window with an open project, as the program puts it together, for the tests of its parts."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import app as program
from annotator.ui import fonts

ARTICLE = "The mayor left.\n\nShe denies it. “I was there,” she said. Nothing else is known.\n"


class Stage(QObject):
    """The program on one project in a folder of its own."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__()
        self.qtbot, self.folder = qtbot, folder
        self.address = str(folder / "p.annotator")
        self.app: Any = None

    def start(
        self, address: str | None = None, files: tuple[str, ...] = (), *, wait: bool = True, newcomer: bool = False
    ) -> "Stage":
        self.app = program.App(None if newcomer else address or self.address, files)
        self.window = self.app.window
        self.qtbot.addWidget(self.window)
        with self.qtbot.waitActive(self.window, timeout=5000):
            self.window.show()
        if wait:
            self.qtbot.waitUntil(lambda: self.app.projects.session is not None, timeout=10_000)
        return self

    @property
    def session(self) -> Any:
        return self.app.projects.session

    @property
    def document(self) -> Any:
        return self.session.reading.document

    def load(self, text: str = ARTICLE) -> "Stage":
        self.session.loading.load_text(text)
        self.settle()
        return self

    def settle(self) -> None:
        """Wait until nothing is at work, also nothing that what has ended has begun."""
        is_busy = True
        while is_busy:
            self.qtbot.waitUntil(lambda: not self.app.tasks.busy, timeout=10_000)
            QApplication.processEvents()
            self.qtbot.wait(50)  # the rest of the window follows the page after a moment
            is_busy = self.app.tasks.busy

    def close(self) -> None:
        if self.app is not None:
            self.window.close()
            self.app = None

    def again(self) -> "Stage":
        self.close()
        return self.start()

    def labels_here(self) -> list[str]:
        return [record.label for record in self.window.reader.annotations()]


def close_during(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, ask: Callable[[], object]
) -> None:
    """Do `ask`, and close the project while the function of that name is at work behind the window."""
    at_work, real = Event(), getattr(module, name)

    def work(*given: Any, **named: Any) -> Any:
        at_work.set()
        return real(*given, **named)

    monkeypatch.setattr(module, name, work)
    ask()
    assert at_work.wait(10)
    stage.app.projects.close()


Make = Callable[[], Stage]


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))
    hook = __import__("sys").excepthook
    fonts.load_fonts()
    made = Stage(qtbot, tmp_path)
    yield made
    made.close()
    __import__("sys").excepthook = hook
