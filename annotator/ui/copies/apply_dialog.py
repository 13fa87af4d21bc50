"""Every place where annotations would go in the copies: looked at one by one, chosen, applied."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
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

from annotator.core.records import DocumentRecord
from annotator.core.schema import Label
from annotator.core.spans import Span
from annotator.core.text_diff import Piece
from annotator.operations.applying import Application
from annotator.ui.copies.application_delegate import ApplicationDelegate
from annotator.ui.copies.application_model import ApplicationModel
from annotator.ui.copies.words import chosen_words, title_words
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.tick_list import TickList
from annotator.ui.versions.diff_pane import Mark
from annotator.ui.versions.diff_view import DiffView

_SIZE = (980, 660)


class Compared(NamedTuple):
    """A copy, and how it differs from the article."""

    copy: DocumentRecord
    pieces: Sequence[Piece]


class ApplyDialog(QDialog):
    """Use `ask`. `list_view` are the places, `view` shows the ringed one in the article and in the copy."""

    def __init__(
        self,
        parent: QWidget | None,
        article: DocumentRecord,
        copies: Mapping[UUID, Compared],
        proposed: Sequence[Application],
        labels: Mapping[str, Label],
        theme_name: str,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Apply to the copies"))
        self._article, self._copies, self._labels, self._theme_name = article, copies, labels, theme_name
        self._shown: UUID | None = None
        texts = {key: compared.copy for key, compared in copies.items()}
        self.model = ApplicationModel(article, texts, proposed, labels, self)
        delegate = ApplicationDelegate(self, theme_name)
        self.list_view = TickList(self.model, delegate, self.model.toggle, self)
        self.list_view.setAccessibleName(self.tr("Where the annotations would go; Space chooses"))
        self.view = DiffView(self)
        self.all_button = QPushButton(self.tr("Choose all"), self)
        self.none_button = QPushButton(self.tr("Choose none"), self)
        self.count = QLabel(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.apply_button = self._buttons.addButton(self.tr("Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._connect()
        self._tell()
        self.list_view.setCurrentIndex(self.model.index(0, 0))
        self.list_view.setFocus(Qt.FocusReason.TabFocusReason)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        article: DocumentRecord,
        copies: Mapping[UUID, Compared],
        proposed: Sequence[Application],
        labels: Mapping[str, Label],
        theme_name: str,
    ) -> list[Application] | None:
        """Which applications to make, None when the person thought better of it. There is at least one."""
        dialog = cls(parent, article, copies, proposed, labels, theme_name)
        try:
            return dialog.model.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def _show(self, index: QModelIndex) -> None:
        """Show a place in the article and in the copy."""
        one: Application | None = index.data(ApplicationModel.ApplicationRole)
        if one is None:
            return
        if self._shown != one.copy_id:
            self._shown = one.copy_id
            copy, pieces = self._copies[one.copy_id]
            self.view.show_texts(self._article.text, copy.text, pieces, (title_words(self._article), title_words(copy)))
        label = self._labels.get(one.annotation.label)
        if label is not None:
            marks = [
                [Mark(segment, label, self._theme_name) for segment in segments]
                for segments in (one.annotation.segments, one.anchored.segments)
            ]
            self.view.show_marks(*marks)
        self.view.reveal(_extent(one.annotation.segments), _extent(one.anchored.segments))

    def _tell(self) -> None:
        chosen = self.model.chosen()
        self.count.setText(chosen_words(chosen, self.model.proposed))
        self.apply_button.setEnabled(bool(chosen))

    def _choose(self, *, on: bool) -> None:
        self.model.choose(range(self.model.rowCount()), on=on)

    def _lay_out(self) -> None:
        words = self.tr(
            "Chosen are the places where the copy has the same words. Look at the others, and choose those that are "
            "meant; what is applied can be undone as one step."
        )
        hint = QuietLabel(words, self)
        hint.setWordWrap(True)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.list_view)
        parts.addWidget(self.view)
        parts.setStretchFactor(0, 2)
        parts.setStretchFactor(1, 3)
        parts.setChildrenCollapsible(False)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for part in (self.all_button, self.none_button):
            part.setAutoDefault(False)
            foot.addWidget(part)
        foot.addWidget(self.count, 1)
        foot.addWidget(self._buttons)
        self.apply_button.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(hint)
        whole.addWidget(parts, 1)
        whole.addLayout(foot)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self.list_view.selectionModel().currentChanged.connect(self._show)
        self.model.chosen_changed.connect(self._tell)
        self.all_button.clicked.connect(lambda: self._choose(on=True))
        self.none_button.clicked.connect(lambda: self._choose(on=False))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)


def _extent(segments: Sequence[Span]) -> Span | None:
    return Span(segments[0].start_char, segments[-1].end_char) if segments else None
