"""The places that may be tagged, as a list whose rows can be chosen; it follows the label and the extent."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.core.found_places import Extent, FoundPlace, Proposal, Standing, proposals
from annotator.ui.finding.words import standing_words
from annotator.ui.lines import isolated, one_line

Index = QModelIndex | QPersistentModelIndex


class PlaceModel(QAbstractTableModel):
    """One row a place. Those that nothing stands in the way of are chosen at first.

    Signals:
        chosen_changed: other rows are chosen, or the rows mean something else now.
    """

    ProposalRole = Qt.ItemDataRole.UserRole + 1
    AboutRole = Qt.ItemDataRole.UserRole + 2

    chosen_changed = Signal()

    def __init__(self, places: Sequence[FoundPlace], extent: Extent, label: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = tuple(places)
        self._by_hand: dict[int, bool] = {}
        self.extent, self.label = extent, label
        self.proposals = proposals(self._places, extent, label)

    def set_plan(self, extent: Extent, label: str) -> None:
        """Tag so much, with this label; what was chosen by hand stays chosen where it can be."""
        if (extent, label) == (self.extent, self.label):
            return
        self.extent, self.label = extent, label
        self.proposals = proposals(self._places, extent, label)
        self._tell(0, len(self.proposals) - 1)

    def chosen(self) -> list[Proposal]:
        """The places that are chosen, in the order of the rows."""
        return [one for row, one in enumerate(self.proposals) if self.is_chosen(row)]

    def is_chosen(self, row: int) -> bool:
        """True for a row that will be tagged."""
        one = self.proposals[row]
        return one.can_be_tagged and self._by_hand.get(row, one.standing is Standing.READY)

    def toggle(self, row: int) -> None:
        """Choose a row, or leave it out."""
        self._by_hand[row] = not self.is_chosen(row)
        self._tell(row, row)

    def choose_all(self, *, on: bool) -> None:
        """Choose all that can be tagged, or none."""
        self._by_hand = dict.fromkeys(range(len(self.proposals)), on)
        self._tell(0, len(self.proposals) - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.proposals):
            return None
        row = index.row()
        one = self.proposals[row]
        if role == self.ProposalRole:
            return one
        if role == self.AboutRole:
            return " · ".join(isolated(part) for part in (standing_words(one), one_line(one.place.title)) if part)
        if role == Qt.ItemDataRole.CheckStateRole and one.can_be_tagged:
            return Qt.CheckState.Checked if self.is_chosen(row) else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None

    def _spoken(self, row: int) -> str:
        one = self.proposals[row]
        parts = [one_line(one.place.shown.text), one_line(one.place.title), standing_words(one)]
        if one.can_be_tagged:
            parts.insert(0, self.tr("chosen") if self.is_chosen(row) else self.tr("not chosen"))
        return ", ".join(part for part in parts if part)

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))
        self.chosen_changed.emit()
