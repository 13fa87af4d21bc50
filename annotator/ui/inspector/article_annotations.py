"""Everything that is tagged in the open article: how many of each label, and where."""

from collections import Counter

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from annotator.core.schema import Label, LabelSet
from annotator.ui.inspector.annotation_delegate import AnnotationDelegate
from annotator.ui.inspector.annotation_model import AnnotationModel
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.inspector.label_chip import LabelChip
from annotator.ui.inspector.picking_list import PickingList
from annotator.ui.lines import number

_SIDE = 16


class ArticleAnnotations(QWidget):
    """Counts and a list.

    Signals:
        row_chosen: a row of the list was clicked, or Enter pressed on it.
        picked: a row was clicked with Ctrl, or Space pressed on it: it is edited together with others, or no longer.
        picked_up_to: a row was clicked with Shift, or Shift+Space pressed on it: all rows up to it are.
        left: Escape: the person wants to go back to the text.
    """

    row_chosen = Signal(QModelIndex)
    picked = Signal(QModelIndex)
    picked_up_to = Signal(QModelIndex)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = AnnotationModel(self)
        self._theme_name = "light"
        self._counters: list[tuple[Label, LabelChip]] = []
        self._told: Counter[str] = Counter()
        self._chips = FlowLayout(spacing=12)
        self.list_view = PickingList(self.model, self)
        self.list_view.setItemDelegate(AnnotationDelegate(self.list_view))
        self.list_view.setAccessibleName(self.tr("Annotations in this article"))
        self.list_view.empty_text = self.tr("Nothing is tagged yet.")
        self.list_view.setMinimumHeight(80)
        self.list_view.chosen.connect(self.row_chosen)
        self.list_view.picked.connect(self.picked)
        self.list_view.picked_up_to.connect(self.picked_up_to)
        self.list_view.left.connect(self.left)
        self._lay_out()

    def set_labels(self, label_set: LabelSet, theme_name: str) -> None:
        """The labels to count and the theme of their signs."""
        self._theme_name = theme_name
        self._chips.clear()
        self._counters = [(label, LabelChip(label, theme_name, self)) for label in label_set.main]
        for _, chip in self._counters:
            self._chips.addWidget(chip)
        self.model.set_labels(label_set, theme_name)
        self._told = Counter()
        self.tell_counts(anew=True)

    def tell_counts(self, *, anew: bool = False) -> None:
        """Show how many annotations of each label there are now."""
        counts = self.model.counts
        for label, chip in self._counters:
            if anew or counts[label.key] != self._told[label.key]:
                chip.set_label(label, self._theme_name, count=number(counts[label.key]))
        self._told = Counter(counts)

    def show_open(self, row: int) -> None:
        """Bring the selected annotation's row into view."""
        if row >= 0:
            self.list_view.setCurrentIndex(self.model.index(row))

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("In this article"), self)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        heading.setBuddy(self.list_view)
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE, 0, _SIDE, 8)
        head.setSpacing(8)
        head.addWidget(heading)
        head.addLayout(self._chips)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.list_view, 1)
