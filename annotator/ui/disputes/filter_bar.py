"""The filters of the page of disputes: label, type, between whom, state."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.disputes import DisputeKind
from annotator.core.schema import LabelSet
from annotator.ui.disputes.filters import DisputeFilter, pairs_of
from annotator.ui.disputes.words import kind_words
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.search.filter_row import FilterButton


class DisputeFilterBar(QWidget):
    """A button a kind.

    Signals:
        changed: other disputes are wanted now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels, self.kinds = FilterButton(self.tr("Label"), self), FilterButton(self.tr("Type"), self)
        self.pairs, self.states = FilterButton(self.tr("Between"), self), FilterButton(self.tr("State"), self)
        self.kinds.set_choices((kind, kind_words(kind)) for kind in DisputeKind)
        self.states.set_choices([(True, self.tr("open")), (False, self.tr("settled"))])
        self.pairs.hide()
        row = FlowLayout(self, spacing=4)
        for button in (self.labels, self.kinds, self.pairs, self.states):
            row.addWidget(button)
            button.changed.connect(self.changed)

    def wanted(self) -> DisputeFilter:
        """The filter as it is set."""
        labels, kinds = self.labels.chosen(), self.kinds.chosen()
        return DisputeFilter(labels, kinds, self.pairs.chosen(), self.states.chosen())

    def set_labels(self, label_set: LabelSet) -> None:
        """The labels that there can be disputes about."""
        self.labels.set_choices((label.key, label.title) for label in label_set.labels if not label.helper)

    def set_readers(self, names: Mapping[UUID, str]) -> None:
        """Who has read: with two of them there is nothing to choose."""
        self.pairs.set_choices((pair, f"{names[pair[0]]} – {names[pair[1]]}") for pair in pairs_of(names))
        self.pairs.setVisible(len(names) > 2)
