"""How passages with the same cue were decided earlier: label, who and when, the sentence, the note that says why."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.core.schema import LabelSet
from annotator.errors import InvalidLabelSet
from annotator.operations.cases import DecidedCase
from annotator.ui.inspector.label_chip import SWATCH, label_icon
from annotator.ui.lines import isolated, local_time, one_line
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.style_sheet import ring

_CASE = Qt.ItemDataRole.UserRole
_LONGEST = 240


class CaseList(QWidget):
    """A few cases, or in words that there are none.

    Signals:
        chosen: article and annotation of the case that shall be opened.
    """

    chosen = Signal(UUID, UUID)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QuietLabel("", self)
        self.words.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setStyleSheet(ring("QListView"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setIconSize(SWATCH)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Decided earlier"))
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 8, 12, 8)
        whole.addWidget(self.words)
        whole.addWidget(self.list, 1)
        whole.addStretch(0)
        self.clear()

    def clear(self) -> None:
        """Nothing is asked: nothing is shown."""
        self.list.clear()
        self.hide()

    def show_cases(self, cases: Sequence[DecidedCase], labels: LabelSet, theme_name: str) -> None:
        """Show these, the most helpful first."""
        self.list.clear()
        for case in cases:
            entry = QListWidgetItem(self._case_words(case, labels), self.list)
            entry.setData(_CASE, case)
            entry.setToolTip(case.title)
            try:
                label = labels.label(case.annotation.label)
                entry.setIcon(label_icon(label, theme_name, self.list.palette().base().color()))
            except InvalidLabelSet:
                pass  # what was imported with a label that the set never had has no sign
        shared = "”, “".join(dict.fromkeys(word for case in cases for word in case.words))
        found = self.tr("Decided earlier, with “{words}”").format(words=one_line(shared, 80))
        self.words.setText(found if cases else self.tr("Nothing like it has been decided in other articles yet."))
        self.list.setVisible(bool(cases))
        self.show()

    def _case_words(self, case: DecidedCase, labels: LabelSet) -> str:
        record = case.annotation
        titles = {label.key: label.title for label in labels.labels}
        head = " · ".join((titles.get(record.label, record.label), record.annotator, local_time(record.created_at)))
        lines = [head, isolated(one_line(case.sentence, _LONGEST))]
        if record.note:
            lines.append(self.tr("Note: {note}").format(note=one_line(record.note, _LONGEST)))
        elif case.is_borderline:
            lines.append(self.tr("Decided as unsure"))
        return "\n".join(lines)

    def _open(self, entry: QListWidgetItem) -> None:
        record = entry.data(_CASE).annotation
        self.chosen.emit(record.document_id, record.id)
