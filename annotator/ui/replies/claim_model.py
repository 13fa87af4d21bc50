"""Claims that accuse somebody as a list model, of which a filter shows some."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.replies import ReplyClaim, ReplyFilter
from annotator.core.schema import Label, LabelSet
from annotator.ui.replies.words import spoken

Index = QModelIndex | QPersistentModelIndex


class ClaimModel(QAbstractListModel):
    """Claims in the order they were given. `ClaimRole` gives the record, `LabelRole` its label.

    `now` tells which deadlines have passed; `theme_name` is that of the labels' inks.
    """

    ClaimRole = Qt.ItemDataRole.UserRole + 1
    LabelRole = Qt.ItemDataRole.UserRole + 2

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        super().__init__(parent)
        self.theme_name = "light"
        self.now = clock()
        self._clock = clock
        self._labels: dict[str, Label] = {}
        self._all: tuple[ReplyClaim, ...] = ()
        self._shown: list[ReplyClaim] = []
        self._filter = ReplyFilter()

    @property
    def claims(self) -> tuple[ReplyClaim, ...]:
        """All claims there are."""
        return self._all

    @property
    def shown(self) -> Sequence[ReplyClaim]:
        """Those that the filter lets through."""
        return self._shown

    def set_labels(self, label_set: LabelSet, theme_name: str) -> None:
        """The labels that rows are drawn with."""
        self._labels = {label.key: label for label in label_set.labels}
        self.theme_name = theme_name
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def set_claims(self, claims: Sequence[ReplyClaim]) -> None:
        """Take these claims in place of those before."""
        self._all = tuple(claims)
        self._show()

    def set_filter(self, wanted: ReplyFilter) -> None:
        """Show the claims that are wanted."""
        if wanted != self._filter:
            self._filter = wanted
            self._show()

    def row_of(self, annotation_id: UUID | None) -> int:
        """The row of a claim, -1 where it is not shown."""
        return next((row for row, one in enumerate(self._shown) if one.annotation.id == annotation_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        claim = self._shown[index.row()]
        if role == self.ClaimRole:
            return claim
        if role == self.LabelRole:
            return self._labels.get(claim.annotation.label)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(claim, self.now)
        return None

    def _show(self) -> None:
        self.beginResetModel()
        self.now = self._clock()
        self._shown = [one for one in self._all if self._filter.fits(one, self.now)]
        self.endResetModel()
