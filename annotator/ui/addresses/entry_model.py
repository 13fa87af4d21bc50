"""The entries of a feed as rows that can be chosen: title, date, whether the project has it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.operations.addresses import Offered
from annotator.ui.lines import one_line

Index = QModelIndex | QPersistentModelIndex
_TITLE_LENGTH = 200


class EntryModel(QAbstractTableModel):
    """One row an entry, in the feed's order. Those with no address of their own cannot be chosen.

    Signals:
        choice_changed: other rows are chosen now.
    """

    choice_changed = Signal()

    def __init__(self, entries: Sequence[Offered], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        self._chosen: set[int] = set()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.tr('chosen') if row in self._chosen else self.tr('not chosen')}, {self._words(row)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return one_line(self._entries[row].url, 4000)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row in self._chosen else Qt.CheckState.Unchecked
        return None

    def toggle(self, index: Index) -> None:
        """Choose a row, or no longer."""
        if index.isValid() and self._entries[index.row()].url:
            self._choose(self._chosen ^ {index.row()})

    def choose_new(self) -> None:
        """Choose all that the project does not have."""
        self._choose({row for row, entry in enumerate(self._entries) if entry.url and entry.known is None})

    def choose_none(self) -> None:
        """Choose nothing."""
        self._choose(set())

    def urls(self) -> tuple[str, ...]:
        """The addresses of what is chosen, each once, in the feed's order."""
        return tuple(dict.fromkeys(self._entries[row].url for row in sorted(self._chosen)))

    def _choose(self, rows: set[int]) -> None:
        if rows == self._chosen:
            return
        self._chosen = rows
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._entries) - 1, 0))
        self.choice_changed.emit()

    def _words(self, row: int) -> str:
        entry = self._entries[row]
        title = one_line(entry.title, _TITLE_LENGTH) or one_line(entry.url) or self.tr("Untitled")
        there = self.tr("in the project already") if entry.known else ""
        without = "" if entry.url else self.tr("has no address of its own")
        when = one_line(entry.published_at[:10] or entry.published, 40)
        # Held apart, so that a title from right to left leaves the rest in its place.
        return " · ".join(part for part in (f"\u2068{title}\u2069", when, there, without) if part)
