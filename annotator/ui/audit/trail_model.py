"""The audit trail as a list that grows while one scrolls."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.operations.trail import Trail, TrailEntry
from annotator.ui.audit.words import heading
from annotator.ui.lines import local_time, one_line

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TITLE = 60


class TrailModel(QAbstractListModel):
    """Each entry in two lines: who did what; when, and in which article.

    Signals:
        more_wanted: the entries before this number, as the end of the list is in view.
    """

    EntryRole = int(Qt.ItemDataRole.UserRole)

    more_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[TrailEntry] = []
        self._before: int | None = None
        self._waits = False
        self.names_articles = True

    @property
    def entries(self) -> Sequence[TrailEntry]:
        """What is listed, the newest first."""
        return self._entries

    def show(self, trail: Trail) -> None:
        """List these alone."""
        self.beginResetModel()
        self._entries, self._before, self._waits = list(trail.entries), trail.before, False
        self.endResetModel()

    def add(self, trail: Trail) -> None:
        """List older ones after those that are there."""
        first = len(self._entries)
        if trail.entries:
            self.beginInsertRows(_NOWHERE, first, first + len(trail.entries) - 1)
            self._entries.extend(trail.entries)
            self.endInsertRows()
        self._before, self._waits = trail.before, False
        if not trail.entries and self._before is not None:
            self.fetchMore()  # nothing of what is asked for was among those; the list does not ask by itself

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def canFetchMore(self, parent: _Index = _NOWHERE) -> bool:
        return not parent.isValid() and self._before is not None and not self._waits

    def fetchMore(self, _parent: _Index = _NOWHERE) -> None:
        if self._before is not None and not self._waits:
            self._waits = True
            self.more_wanted.emit(self._before)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(self._lines(entry))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(self._lines(entry))
        return entry if role == self.EntryRole else None

    def _lines(self, entry: TrailEntry) -> tuple[str, str]:
        who = one_line(entry.annotator) or self.tr("The program")
        first = self.tr("{who} · {what}").format(who=who, what=heading(entry))
        second = [local_time(entry.at)]
        if entry.article and self.names_articles:
            second.append(one_line(entry.article, _TITLE))
        if entry.received:
            second.append(self.tr("in another copy"))
        return first, "   ".join(second)
