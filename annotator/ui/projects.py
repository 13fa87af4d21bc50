"""Which project is open: the last one at the start, another by the menu, and what to do when none can be."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from annotator import settings
from annotator.errors import AnnotatorError, Cancelled, Locked
from annotator.ui.banner import Kind, Notice, Way
from annotator.ui.main_window import MainWindow
from annotator.ui.tasks import IsCancelled, Progress, Tasks

if TYPE_CHECKING:
    from annotator.ui.session import Session

_TOPIC = "project"


class Projects(QObject):
    """Opens one project after the other; `session` joins the open one to the window.

    Signals:
        opened: the project is shown.
        failed: it could not be opened; the banner says why.
    """

    opened = Signal()
    failed = Signal()

    def __init__(self, window: MainWindow, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._tasks = window, tasks
        self.session: Session | None = None
        window.actions_table.actors["projects"] = self

    def open_last(self) -> None:
        """The project of the last time; the first one for a newcomer."""
        last = self._window.choices.settings.last_project
        known = "://" in last or Path(last).is_file()
        self.open(last if last and known else str(settings.home() / "project.annotator"))

    def open(self, address: str, files: Sequence[str] = (), passphrase: str | None = None) -> None:
        """Open a project in place of the present one, and load files into it; a locked one asks for its passphrase."""
        self.close()
        self._window.welcome.show_opening()
        chosen = self._window.choices.settings

        def work(_progress: Progress, _cancelled: IsCancelled) -> object:
            # Brings the database layer, which the first sight of the window must not wait for.
            from annotator.ui import opening

            return opening.open_project(address, chosen, passphrase)

        task = self._tasks.make(work)
        task.finished.connect(lambda opened: self._show(address, opened, files))
        task.failed.connect(lambda error: self._fail(error, address, files, passphrase))
        self._tasks.start(task)

    def choose(self) -> None:
        """Ask for a project's file and open it."""
        if path := self._ask_open():
            self.open(path)

    def make(self) -> None:
        """Ask for a place and make a new project there."""
        if path := self._ask_new():
            self.open(path if Path(path).suffix else f"{path}.annotator")

    def close(self) -> None:
        """Let go of the open project, when what runs in it has stopped."""
        self._tasks.close()
        if self.session:
            self.session.close()
            self.session.deleteLater()
            self.session = None
        self._window.banner.clear_all()  # its ways out lead into the project that is closed

    def _show(self, address: str, opened: Any, files: Sequence[str]) -> None:
        from annotator.ui.session import Session  # needs the database layer, which is there now

        if self.session:
            self.close()
        self._window.choices.remember_project(address)
        self.session = Session(self._window, self._tasks, opened)
        if files:
            self.session.loading.load(list(files))
        if opened.workspace.read_only:
            words = self.tr(
                "This project can be read but not changed. To work in it, make a copy that you may write to."
            )
            self._window.banner.say(Notice(_TOPIC, words, Kind.WARNING, self._ways()))
        elif opened.packet:
            from annotator.ui.packet.words import packet_words  # few projects are packets

            self._window.banner.say(Notice(_TOPIC, packet_words(opened.packet, opened.annotator_id)))
        self.opened.emit()

    def _fail(self, error: Exception, address: str, files: Sequence[str], passphrase: str | None) -> None:
        if isinstance(error, Locked):
            told = str(error) if passphrase else ""
            if (typed := self._ask_passphrase(address, told)) is not None:
                self.open(address, files, typed)
                return
        self._tell(error)

    def _ask_passphrase(self, address: str, told: str) -> str | None:
        from annotator.ui.packet.passphrase_dialog import PassphraseDialog  # few files are locked

        return PassphraseDialog.ask(self._window, Path(address).name, told)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        words = (
            str(error)
            if isinstance(error, AnnotatorError)
            else self.tr("The project cannot be opened; the log says why.")
        )
        self._window.welcome.show_closed()
        self._window.show_reader(None)
        self._window.banner.say(Notice(_TOPIC, words, Kind.ERROR, self._ways(), stays=True))
        self.failed.emit()

    def _ways(self) -> tuple[Way, ...]:
        return Way(self.tr("Open another project…"), self.choose), Way(self.tr("New project…"), self.make)

    def _ask_open(self) -> str:
        pattern = self.tr("Projects (*.annotator);;All files (*)")
        return QFileDialog.getOpenFileName(self._window, self.tr("Open project"), self._folder(), pattern)[0]

    def _ask_new(self) -> str:
        pattern = self.tr("Projects (*.annotator)")
        return QFileDialog.getSaveFileName(self._window, self.tr("New project"), self._folder(), pattern)[0]

    def _folder(self) -> str:
        last = self._window.choices.settings.last_project
        return str(Path(last).parent) if last and "://" not in last else str(Path.home())
