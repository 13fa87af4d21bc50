"""The readings of a reviewer's queue as a list model, of which a filter shows some."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.people import Person
from annotator.core.review_queue import QueueEntry, QueueFilter
from annotator.operations.under_review import ReviewedReading
from annotator.ui.review.words import spoken_entry

Index = QModelIndex | QPersistentModelIndex
ReadingKey = tuple[UUID, UUID]
"""Article and annotator."""


class QueueModel(QAbstractListModel):
    """Readings in the order they were given. `EntryRole` gives the record, `PersonRole` whose it is.

    `opened` is the reading that is under review; `theme_name` that of people's colours.
    """

    EntryRole = Qt.ItemDataRole.UserRole + 1
    PersonRole = Qt.ItemDataRole.UserRole + 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme_name = "light"
        self.opened: ReadingKey | None = None
        self._people: dict[UUID, Person] = {}
        self._all: tuple[QueueEntry, ...] = ()
        self._shown: list[QueueEntry] = []
        self._filter = QueueFilter()

    @property
    def entries(self) -> tuple[QueueEntry, ...]:
        """All there are."""
        return self._all

    @property
    def shown(self) -> Sequence[QueueEntry]:
        """Those that the filter lets through."""
        return self._shown

    def set_people(self, people: Sequence[Person], theme_name: str) -> None:
        """Who is who, and the theme of their colours."""
        self._people = {one.id: one for one in people}
        self.theme_name = theme_name

    def set_entries(self, entries: Sequence[QueueEntry]) -> None:
        """Take these in place of those before."""
        self._all = tuple(entries)
        self._show()

    def set_filter(self, wanted: QueueFilter) -> None:
        """Show those that are wanted."""
        if wanted != self._filter:
            self._filter = wanted
            self._show()

    def set_opened(self, key: ReadingKey | None) -> None:
        """Mark the reading that is under review."""
        if key != self.opened:
            self.opened = key
            if self._shown:
                self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def tell_judged(self, key: ReadingKey, judged: int, returned: int) -> None:
        """So many annotations of a reading have a verdict by now, and so many of them were returned."""
        row = self.row_of(key)
        if row >= 0:
            former = self._shown[row]
            self._shown[row] = now = replace(former, judged=judged, returned=returned)
            self._all = tuple(now if one is former else one for one in self._all)
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, key: ReadingKey | None) -> int:
        """The row of a reading, -1 where it is not shown."""
        return next((row for row, one in enumerate(self._shown) if (one.document_id, one.annotator_id) == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        entry = self._shown[index.row()]
        if role == self.EntryRole:
            return entry
        if role == self.PersonRole:
            return self._people.get(entry.annotator_id)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken_entry(entry)
        return None

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = [one for one in self._all if self._filter.fits(one)]
        self.endResetModel()


def key_of(reading: ReviewedReading) -> ReadingKey:
    """The key of a reading that is under review."""
    return reading.document.id, reading.reading.annotator_id
