"""A corrected version before it is loaded: what differs, what becomes of each annotation, and what is to be decided."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.core.anchoring import Fate
from annotator.core.schema import Label
from annotator.core.spans import Span, snap_to_words
from annotator.operations.versions import Carried, VersionPlan
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader.accessibility import announce
from annotator.ui.versions.diff_pane import Mark
from annotator.ui.versions.diff_view import DiffView
from annotator.ui.versions.fate_list import FateList
from annotator.ui.versions.fate_model import FateModel, Segments
from annotator.ui.versions.words import count_words, detail_words, left_words

_SIZE = (980, 660)


class VersionDialog(QDialog):
    """Use `ask`. `list_view` are the annotations, `view` shows the ringed one in the old and the new text."""

    def __init__(self, parent: QWidget | None, plan: VersionPlan, labels: Mapping[str, Label], theme_name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Load a corrected version"))
        self._plan, self._labels, self._theme_name = plan, labels, theme_name
        self.model = FateModel(plan, labels, self)
        self.list_view = FateList(self.model, theme_name, self)
        self.view = DiffView(self)
        self.take_button = QPushButton(self.tr("&Take it there"), self)
        self.adjust_button = QPushButton(self.tr("Take the &selected words"), self)
        self.leave_button = QPushButton(self.tr("Leave it &behind"), self)
        self.take_all_button = QPushButton(self.tr("Take all &reworded"), self)
        self.leave_all_button = QPushButton(self.tr("Leave all that is &gone"), self)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        accept = QDialogButtonBox.ButtonRole.AcceptRole
        self.load_button = self._buttons.addButton(self.tr("Load as new version"), accept)
        self._lay_out()
        self._connect()
        self._begin()

    @classmethod
    def ask(
        cls, parent: QWidget | None, plan: VersionPlan, labels: Mapping[str, Label], theme_name: str
    ) -> dict[UUID, Segments] | None:
        """What is decided on each annotation, None when the person thought better of it."""
        dialog = cls(parent, plan, labels, theme_name)
        try:
            return dialog.model.decisions if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def accept(self) -> None:
        """Load, when all is decided; else go to what is not."""
        left = self.model.undecided()
        if left:
            self._go_to(left[0])
            announce(self, left_words(len(left)))
        else:
            super().accept()

    def _begin(self) -> None:
        old, new = self._plan.document.text, self._plan.article.record.text
        titles = (self.tr("Until now"), self.tr("Corrected"))
        self.view.show_texts(old, new, self._plan.pieces, titles)
        self._tell()
        if self.model.rowCount():
            self._go_to(0)
        else:
            for widget in (self._upper, self.take_all_button, self.leave_all_button):
                widget.hide()
            self.view.next_difference()
        (self.list_view if self.model.rowCount() else self.view.new_view).setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to(self, row: int) -> None:
        self.list_view.setCurrentIndex(self.model.index(row, 0))

    def _row(self) -> int:
        return self.list_view.currentIndex().row()

    def _show(self) -> None:
        """Show the current annotation in both texts."""
        row = self._row()
        if row < 0:
            return
        one, segments = self.model.rows[row], self.model.segments(row)
        self.view.show_marks(*(self._marks(one, places) for places in (one.annotation.segments, segments)))
        self.view.reveal(_extent(one.annotation.segments), _extent(segments))
        self.take_button.setEnabled(bool(one.anchored.segments))
        self.leave_button.setEnabled(True)
        self._selection_changed()

    def _marks(self, one: Carried, segments: Sequence[Span]) -> list[Mark]:
        label = self._labels.get(one.annotation.label)
        return [Mark(segment, label, self._theme_name) for segment in segments] if label else []

    def _decide(self, segments: Segments | None) -> None:
        """Decide on the current annotation, then go to the next that is not decided."""
        row = self._row()
        if row < 0 or (segments is None and not self.model.rows[row].anchored.segments):
            return
        self.model.decide([row], segments)
        left = self.model.undecided()
        following = next((one for one in left if one > row), left[0] if left else row)
        if following == row:
            self._show()
        else:
            self._go_to(following)

    def _adjust(self) -> None:
        selected = self.view.new_selection()
        if selected is None:
            return
        span = snap_to_words(self._plan.article.record.text, selected)
        if span.start_char < span.end_char:
            self._decide((span,))

    def _selection_changed(self) -> None:
        self.adjust_button.setEnabled(self._row() >= 0 and self.view.new_selection() is not None)

    def _tell(self) -> None:
        left = self.model.undecided()
        self.count.setText(left_words(len(left)) if self.model.rowCount() else "")
        self.load_button.setEnabled(not left)
        self.take_all_button.setEnabled(bool(self.model.rows_of(Fate.REWORDED)))
        self.leave_all_button.setEnabled(bool(self.model.rows_of(Fate.GONE)))

    def _all(self, fate: Fate) -> None:
        self.model.decide(self.model.rows_of(fate), None)
        self._show()

    def _lay_out(self) -> None:
        explanation = _explanation(self) if self._plan.carried else count_words(())
        told = " ".join(part for part in (detail_words(self._plan.details), explanation) if part)
        hint = QuietLabel(told, self)
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setWordWrap(True)
        counts = QLabel(count_words(self._plan.carried), self)
        self._upper = QWidget(self)
        above = QVBoxLayout(self._upper)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(counts)
        above.addWidget(self.list_view, 1)
        above.addLayout(_row_of(self.take_button, self.adjust_button, self.leave_button))
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self._upper)
        parts.addWidget(self.view)
        parts.setStretchFactor(0, 2)
        parts.setStretchFactor(1, 3)
        parts.setChildrenCollapsible(False)
        parts.setSizes([_SIZE[1] // 2, _SIZE[1] // 2])
        foot = QHBoxLayout()
        foot.addWidget(self.take_all_button)
        foot.addWidget(self.leave_all_button)
        foot.addWidget(self.count, 1)
        foot.addWidget(self._buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(10)
        whole.addWidget(hint)
        whole.addWidget(parts, 1)
        whole.addLayout(foot)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self.list_view.selectionModel().currentChanged.connect(lambda _now, _before: self._show())
        self.list_view.taken.connect(lambda _row: self._decide(None))
        self.list_view.left_behind.connect(lambda _row: self._decide(()))
        self.list_view.confirmed.connect(self.accept)
        self.model.decided.connect(self._tell)
        self.view.new_selection_changed.connect(self._selection_changed)
        self.take_button.clicked.connect(lambda: self._decide(None))
        self.adjust_button.clicked.connect(self._adjust)
        self.leave_button.clicked.connect(lambda: self._decide(()))
        self.take_all_button.clicked.connect(lambda: self._all(Fate.REWORDED))
        self.leave_all_button.clicked.connect(lambda: self._all(Fate.GONE))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.load_button.setDefault(True)
        for button in (self.take_button, self.adjust_button, self.leave_button):
            button.setEnabled(False)


def _explanation(dialog: VersionDialog) -> str:
    return dialog.tr(
        "The older version stays as it is, with its annotations. Where words are others or gone, decide what becomes "
        "of the annotation; to give it another place, select words in the corrected text."
    )


def _row_of(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def _extent(segments: Sequence[Span]) -> Span | None:
    return Span(segments[0].start_char, segments[-1].end_char) if segments else None
