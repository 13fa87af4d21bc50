"""Asks which other entry is the same source, and says what merging does."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.ui.lines import isolated, one_line
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.sources.source_delegate import SourceDelegate
from annotator.ui.sources.source_model import SourceModel, SourceRow
from annotator.ui.steady_list import SteadyList

_SIZE = (460, 440)
Find = Callable[[str], Sequence[SourceRow]]


class MergeDialog(QDialog):
    """Use `ask`. `field` is where one types, `rows` what is found; the source that is kept is not in it."""

    def __init__(self, parent: QWidget | None, kept: SourceRow, find: Find, like: SourceModel | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge sources"))
        self._kept, self._find = kept, find
        self.field, self.model = QLineEdit(self), SourceModel(self)
        if like:  # a list that has the signs of the labels
            self.model.labels, self.model.theme_name = like.labels, like.theme_name
        self.rows = SteadyList(self.model, self)
        self.rows.setItemDelegate(SourceDelegate(self.rows))
        self._says = QuietLabel("", self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.merge = self._buttons.addButton(self.tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._chosen: SourceRow | None = None
        self._dress()
        self._lay_out()
        self._look()

    @classmethod
    def ask(cls, parent: QWidget | None, kept: SourceRow, find: Find, like: SourceModel | None = None) -> UUID | None:
        """The source to merge with the one that is kept, or None when the person thought better of it."""
        dialog = cls(parent, kept, find, like)
        try:
            return dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def chosen(self) -> UUID | None:
        """The other source, as chosen at the moment."""
        return self._chosen.source.id if self._chosen else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if Qt.Key(event.key()) in steps:
                self._step(steps[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        self.field.setPlaceholderText(self.tr("Another name of the same source"))
        self.field.setAccessibleName(self.tr("Find the other source"))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._look)
        self.rows.setAccessibleName(self.tr("Sources"))
        self.rows.empty_text = self.tr("No other source is called so.")
        self.rows.selectionModel().currentChanged.connect(self._choose)
        self.rows.chosen.connect(self._choose)
        self._says.setWordWrap(True)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self.merge.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(12)
        heading = QLabel(self.tr("Which is the same as “{name}”?").format(name=self._name(self._kept)), self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        for widget in (heading, self.field):
            whole.addWidget(widget)
        whole.addWidget(self.rows, 1)
        whole.addWidget(self._says)
        whole.addWidget(self._buttons)
        self.resize(*_SIZE)

    def _look(self) -> None:
        self.model.show([row for row in self._find(self.field.text()) if row.source.id != self._kept.source.id])
        if self.model.rowCount() and self.field.text():
            self.rows.setCurrentIndex(self.model.index(0))
        self._choose(self.rows.currentIndex())

    def _step(self, by: int) -> None:
        row = min(self.model.rowCount() - 1, max(0, self.rows.currentIndex().row() + by))
        self.rows.setCurrentIndex(self.model.index(row))

    def _choose(self, index: QModelIndex, _former: QModelIndex | None = None) -> None:
        self._chosen = index.data(SourceModel.RowRole) if index.isValid() else None
        self.model.set_open(self.chosen())
        self.merge.setEnabled(self._chosen is not None)
        self._says.setText(self._words(self._chosen) if self._chosen else " ")

    def _words(self, other: SourceRow) -> str:
        words = self.tr(
            "Everything that names “{other}” will name “{kept}”, and “{other}” becomes an alias. Ctrl+Z takes it back."
        )
        words = words.format(other=self._name(other), kept=self._name(self._kept))
        if other.source.protected and not self._kept.source.protected:
            words += " " + self.tr("“{kept}” becomes protected, too.").format(kept=self._name(self._kept))
        return words

    def _name(self, row: SourceRow) -> str:
        return isolated(one_line(row.name, 80))
