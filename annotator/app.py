"""Puts the window together and starts it: the one file that knows all its parts.

The order matters: window, first sight of it, then the database layer, in a thread, then the project.
"""

import gc
import logging
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QStyleFactory

from annotator import settings
from annotator.errors import AnnotatorError
from annotator.ui import fonts
from annotator.ui.banner import Kind, Notice
from annotator.ui.log import catch_everything, start_log
from annotator.ui.main_window import MainWindow
from annotator.ui.preferences.choices import Choices
from annotator.ui.projects import Projects
from annotator.ui.tasks import Tasks

_log = logging.getLogger(__name__)


class App(QObject):
    """The window, its project and what runs behind it, from start to end."""

    def __init__(self, project: str | None = None, files: Sequence[str] = ()) -> None:
        super().__init__()
        self.window = MainWindow(Choices())
        self.tasks = Tasks(self)
        self.projects = Projects(self.window, self.tasks)
        self._start = (project, tuple(files))
        self.window.first_painted.connect(lambda: QTimer.singleShot(0, self, self._open))
        self.window.closing.connect(self.close)
        self.projects.opened.connect(self._collect_garbage)
        catch_everything(self._tell)

    def close(self) -> None:
        """End what runs, keep what is half typed, let go of the project."""
        self.projects.close()

    def _open(self) -> None:
        project, files = self._start
        if project is None:
            self.projects.open_last()
        else:
            self.projects.open(project, files)

    def _collect_garbage(self) -> None:
        """From now on as usual, but for what the start has made: it stays as long as the program."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def _tell(self, error: Exception) -> None:
        words = self.tr(
            "Something went wrong that the program did not expect. What was saved is safe; the log says more."
        )
        text = str(error) if isinstance(error, AnnotatorError) else words
        self.window.banner.say(Notice("unexpected", text, Kind.ERROR))


def prepare(arguments: Sequence[str]) -> QApplication:
    """The Qt application with the program's own look."""
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("Annotator")
    application.setDesktopFileName("annotator")
    application.setStyle(QStyleFactory.create("Fusion"))
    fonts.load_fonts()
    application.setFont(fonts.window_font())
    return application


def run(project: str | None = None, files: Sequence[str] = ()) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    application = prepare(())
    start_log(settings.home() / "log")
    app = App(project, files)
    app.window.show()
    return application.exec()
