"""An article beside one of its copies, with what differs, and what can be done about it."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.core.records import DocumentRecord
from annotator.core.schema import Label
from annotator.core.text_diff import Piece
from annotator.operations.copies import Copy
from annotator.ui.copies.words import copy_words, title_words
from annotator.ui.lines import number
from annotator.ui.versions.diff_pane import Mark
from annotator.ui.versions.diff_view import DiffView

_SIZE = (980, 640)


class CopiesDialog(QDialog):
    """Whoever shows it answers `copy_chosen` with `show_copy`, and `separate_requested` with `set_copies`.

    Signals:
        copy_chosen: compare with this copy.
        open_requested: open this copy in the reader.
        separate_requested: this one is no copy.
        apply_requested: apply the article's annotations to its copies.
    """

    copy_chosen = Signal(UUID)
    open_requested = Signal(UUID)
    separate_requested = Signal(UUID)
    apply_requested = Signal()

    def __init__(
        self, parent: QWidget | None, article: DocumentRecord, labels: Mapping[str, Label], theme_name: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Copies of the article"))
        self._article, self._labels, self._theme_name = article, labels, theme_name
        self.box = QComboBox(self)
        self.view = DiffView(self)
        self.open_button = QPushButton(self.tr("Open this copy"), self)
        self.separate_button = QPushButton(self.tr("Not a copy"), self)
        self.apply_button = QPushButton(self.tr("Apply my annotations to the copies…"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self._count = QLabel(self)
        self._lay_out()
        self._connect()

    def set_copies(self, copies: Sequence[Copy], *, writable: bool) -> None:
        """The copies to choose from; the one that is shown stays so when it is among them."""
        shown = self.box.currentData()
        with QSignalBlocker(self.box):
            self.box.clear()
            for copy in copies:
                self.box.addItem(copy_words(copy), copy.document.id)
            self.box.setCurrentIndex(max(0, self.box.findData(shown)))
        one, many = self.tr("1 copy"), self.tr("{count} copies")
        self._count.setText(one if len(copies) == 1 else many.format(count=number(len(copies))))
        self.separate_button.setEnabled(writable)
        self.apply_button.setEnabled(writable and bool(self._article.annotations))
        if copies and self.box.currentData() != shown:
            self._choose()

    def show_copy(self, copy: DocumentRecord, pieces: Sequence[Piece]) -> None:
        """Show this copy beside the article; `pieces` are their differences."""
        titles = (title_words(self._article), title_words(copy))
        self.view.show_texts(self._article.text, copy.text, pieces, titles)
        self.view.show_marks(self._marks(self._article), self._marks(copy))

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) copy; at the end nothing happens."""
        to = self.box.currentIndex() + by
        if 0 <= to < self.box.count():
            self.box.setCurrentIndex(to)

    def _marks(self, document: DocumentRecord) -> list[Mark]:
        return [
            Mark(segment, self._labels[record.label], self._theme_name)
            for record in document.annotations
            if record.label in self._labels
            for segment in record.segments
        ]

    def _choose(self) -> None:
        if (chosen := self.box.currentData()) is not None:
            self.copy_chosen.emit(chosen)

    def _open(self) -> None:
        self.open_requested.emit(self.box.currentData())
        self.accept()

    def _apply(self) -> None:
        self.accept()
        self.apply_requested.emit()

    def _lay_out(self) -> None:
        self.box.setAccessibleName(self.tr("Copy to compare with"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(30)
        self.box.setToolTip(self.tr("Next copy: Alt+Down, previous: Alt+Up"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._count)
        head.addWidget(self.box, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.open_button, self.separate_button, self.apply_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self.close_button.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addWidget(self.view, 1)
        whole.addLayout(foot)
        self.resize(*_SIZE)
        self.view.old_view.setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self) -> None:
        self.box.currentIndexChanged.connect(self._choose)
        self.open_button.clicked.connect(self._open)
        self.separate_button.clicked.connect(lambda: self.separate_requested.emit(self.box.currentData()))
        self.apply_button.clicked.connect(self._apply)
        self.close_button.clicked.connect(self.accept)
        for keys, by in (("Alt+Down", 1), ("Alt+Up", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self.step(by))
