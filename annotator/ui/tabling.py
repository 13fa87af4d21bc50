"""Tables of articles: which column gives what is asked once, and known the next time."""

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator import formats
from annotator.errors import AnnotatorError, Cancelled, UnreadableInput
from annotator.formats.columns import TablePreview
from annotator.formats.table_preview import TABLES
from annotator.reading.asking import table_of
from annotator.ui.tables.columns_dialog import ColumnsDialog
from annotator.ui.tables.remembered import Remembered, columns_for, forget, remember

if TYPE_CHECKING:
    from annotator.ui.session import Session

_FEW = 3  # so many tables a person is asked about; of more the guesses hold


def is_table(path: str) -> bool:
    """True for a file whose name says that it is a table."""
    try:
        return formats.format_for(path).id in TABLES
    except UnreadableInput:
        return False


class Tabling(QObject):
    """Finds out which column of a table gives what, then loads it; one table after the other."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._waiting: list[str] = []

    def take(self, paths: Sequence[str]) -> list[str]:
        """Load the tables among these files, each when its columns are known; returns the other files."""
        tables = [path for path in paths if is_table(path)]
        if len(tables) > _FEW:
            return list(paths)
        at_rest = not self._waiting
        self._waiting += tables
        if at_rest:
            self._look()
        return [path for path in paths if path not in tables]

    def _look(self) -> None:
        """Look into the next table."""
        if not self._waiting:
            return
        path = self._waiting[0]
        task = self._session.tasks.make(lambda _progress, _cancelled: table_of(path))
        # A project that is being closed waits for what runs; nobody is asked anything then.
        task.finished.connect(lambda preview: None if task.is_cancelled() else self._found(path, preview))
        task.failed.connect(partial(self._failed, path))
        self._session.tasks.start(task, short=True)

    def _found(self, path: str, preview: TablePreview) -> None:
        columns = columns_for(self._kept(), preview.headings) or self._ask(path, preview)
        if columns:
            self._session.loading.load_table(path, columns)
        self._go_on(path)

    def _ask(self, path: str, preview: TablePreview) -> dict[str, str]:
        """What the person chooses; empty when they think better of it."""
        choice = ColumnsDialog.ask(self._session.window, PurePath(path).name, preview, preview.guess)
        if choice is None:
            return {}
        kept = self._kept()
        kept = remember(kept, preview.headings, choice.columns) if choice.remember else forget(kept, preview.headings)
        self._session.window.choices.choose(table_columns=kept)
        return choice.columns

    def _failed(self, path: str, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, AnnotatorError):
            # What cannot be shown is loaded all the same: the report says why it cannot be read.
            self._session.loading.load_table(path, {})
        else:
            self._session.tell(error)
        self._go_on(path)

    def _go_on(self, path: str) -> None:
        self._waiting.remove(path)
        self._look()

    def _kept(self) -> Remembered:
        return dict(self._session.window.choices.settings.table_columns)
