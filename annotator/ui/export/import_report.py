"""What became of a batch of files: loaded, failed with the reason, there already, loaded but not whole."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.lines import number, one_line
from annotator.ui.load_words import name_of
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.steady_list import SteadyList

Index = QModelIndex | QPersistentModelIndex

_LINES_OF_REASON = 3  # room for the longest reasons, so that the list keeps its place


class Line(NamedTuple):
    """One row: a file or an address, what inside it the row is about ("" for all of it), and what happened in words.

    `document_id` is the article that is in the project in its place.
    """

    path: str
    part: str
    words: str
    document_id: UUID | None = None

    @property
    def name(self) -> str:
        """The file's name, and the part's."""
        return f"{name_of(self.path)}: {self.part}" if self.part else name_of(self.path)

    @property
    def told(self) -> str:
        """The name and what happened; a reason that begins with the name says it, and nothing else does."""
        if not self.words.startswith(f"“{self.part or name_of(self.path)}”"):
            return f"{self.name} – {self.words}"
        return f"{name_of(self.path)}: {self.words}" if self.part else self.words


class ReportModel(QAbstractTableModel):
    """One row a file of which there is something to say, in the order given."""

    DuplicateRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, lines: Sequence[Line], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = tuple(lines)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return one_line(line.told, 2000)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.path}\n{line.part}\n{line.words}" if line.part else f"{line.path}\n{line.words}"
        if role == self.DuplicateRole:
            return line.document_id
        return None

    def as_text(self) -> str:
        """All rows, one a line: whole path, part, what happened, with tabs between."""
        return "\n".join(f"{line.path}\t{line.part}\t{line.words}" for line in self._lines)


class ImportReportDialog(QDialog):
    """Lists what was not loaded or not whole, and offers what can be done about it.

    `whole` says in full what the chosen row may have no room for: why, and what to do.

    Signals:
        retry_requested: load these paths again.
        open_requested: open the article that is there in place of the chosen duplicate.
    """

    retry_requested = Signal(list)
    open_requested = Signal(UUID)

    def __init__(
        self,
        parent: QWidget | None,
        loaded: int,
        failed: Sequence[Line],
        duplicates: Sequence[Line] = (),
        notices: Sequence[Line] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Articles loaded"))
        self._failed_paths = list(dict.fromkeys(line.path for line in failed))
        self._model = ReportModel((*failed, *duplicates, *notices), self)
        self.summary = QLabel(self._told(loaded, len(failed), len(duplicates), len(notices)), self)
        self.summary.setWordWrap(True)
        self.list_view = SteadyList(self._model, self)
        self.list_view.setAccessibleName(self.tr("What there is to say of the files"))
        self.list_view.setVisible(self._model.rowCount() > 0)
        self.whole = QLabel(self)
        self.whole.setTextFormat(Qt.TextFormat.PlainText)  # names of files are somebody else's
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.whole.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.whole.setWordWrap(True)
        self.whole.setMinimumHeight(_LINES_OF_REASON * self.fontMetrics().lineSpacing())
        self.whole.setVisible(self._model.rowCount() > 0)
        self.retry = QPushButton(self.tr("Try again"), self)
        self.copy = QPushButton(self.tr("Copy list"), self)
        self.open_there = QPushButton(self.tr("Open the one that is there"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.retry.setVisible(bool(failed))
        self.copy.setVisible(self._model.rowCount() > 0)
        self.open_there.setVisible(bool(duplicates))
        self._lay_out()
        self._connect()
        first = len(failed) if duplicates else 0
        self.list_view.setCurrentIndex(self._model.index(first, 0))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for button in (self.retry, self.copy, self.open_there):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.close_button)
        self.close_button.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(16)
        whole.addWidget(self.summary)
        if self.retry.isVisibleTo(self):
            hint = QuietLabel(self.tr("Mend or replace a file, then try again; the loaded ones stay."), self)
            hint.setWordWrap(True)
            whole.addWidget(hint)
        whole.addWidget(self.list_view, 1)
        whole.addWidget(self.whole)
        whole.addLayout(line)
        self.resize(640, 440 if self._model.rowCount() else 120)

    def _connect(self) -> None:
        self.retry.clicked.connect(self._try_again)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._model.as_text()))
        self.open_there.clicked.connect(lambda: self._open(self.list_view.currentIndex()))
        self.close_button.clicked.connect(self.accept)
        self.list_view.chosen.connect(self._open)
        self.list_view.selectionModel().currentChanged.connect(self._follow)

    def _follow(self, index: QModelIndex) -> None:
        self.open_there.setEnabled(index.data(ReportModel.DuplicateRole) is not None)
        self.whole.setText(str(index.data() or ""))

    def _open(self, index: QModelIndex) -> None:
        document_id = index.data(ReportModel.DuplicateRole)
        if document_id is not None:
            self.open_requested.emit(document_id)
            self.accept()

    def _try_again(self) -> None:
        self.retry_requested.emit(list(self._failed_paths))
        self.accept()

    def _told(self, loaded: int, failed: int, duplicates: int, notices: int) -> str:
        one, many = self.tr("1 article was loaded."), self.tr("{count} articles were loaded.")
        told = [one if loaded == 1 else many.format(count=number(loaded))]
        if failed:
            told.append(self.tr("Not loaded: {count}.").format(count=number(failed)))
        if duplicates:
            told.append(self.tr("In the project already: {count}.").format(count=number(duplicates)))
        if notices:
            told.append(self.tr("Loaded, but not all of the file: {count}.").format(count=number(notices)))
        return " ".join(told)
