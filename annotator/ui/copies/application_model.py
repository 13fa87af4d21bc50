"""What is proposed for the copies of an article, as a list whose rows can be chosen."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.core.records import DocumentRecord
from annotator.core.schema import Label
from annotator.operations.applying import Application
from annotator.ui.copies.words import context, kind_words, share_words
from annotator.ui.lines import isolated, one_line

Index = QModelIndex | QPersistentModelIndex


class ApplicationModel(QAbstractTableModel):
    """One row an application. Those that need no second look are chosen at first.

    Signals:
        chosen_changed: other rows are chosen.
    """

    ApplicationRole = Qt.ItemDataRole.UserRole + 1
    LabelRole = Qt.ItemDataRole.UserRole + 2
    ContextRole = Qt.ItemDataRole.UserRole + 3  # before, words, after
    AboutRole = Qt.ItemDataRole.UserRole + 4

    chosen_changed = Signal()

    def __init__(
        self,
        article: DocumentRecord,
        copies: Mapping[UUID, DocumentRecord],
        proposed: Sequence[Application],
        labels: Mapping[str, Label],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.proposed = tuple(proposed)
        self._article, self._copies, self._labels = article, copies, labels
        self._chosen = {
            row for row, one in enumerate(self.proposed) if one.can_be_applied and not one.anchored.needs_a_look
        }

    def chosen(self) -> list[Application]:
        """The applications that are chosen, in the order of the rows."""
        return [self.proposed[row] for row in sorted(self._chosen)]

    def choose(self, rows: Sequence[int], *, on: bool) -> None:
        """Choose these rows, or leave them out; those that cannot be applied stay out."""
        possible = {row for row in rows if self.proposed[row].can_be_applied}
        changed = possible - self._chosen if on else possible & self._chosen
        if changed:
            self._chosen ^= changed
            self.dataChanged.emit(self.index(min(changed), 0), self.index(max(changed), 0))
            self.chosen_changed.emit()

    def toggle(self, row: int) -> None:
        """Choose a row, or leave it out."""
        self.choose([row], on=row not in self._chosen)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.proposed)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.proposed):
            return None
        one = self.proposed[index.row()]
        if role == self.ApplicationRole:
            return one
        if role == self.LabelRole:
            return self._labels.get(one.annotation.label)
        if role == self.ContextRole:
            return context(one, self._article, self._copies[one.copy_id])
        if role in (self.AboutRole, Qt.ItemDataRole.ToolTipRole):
            return self._about(one)
        if role == Qt.ItemDataRole.CheckStateRole and one.can_be_applied:
            return Qt.CheckState.Checked if index.row() in self._chosen else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(index.row())
        return None

    def _about(self, one: Application) -> str:
        kind = kind_words(one)
        if one.can_be_applied and one.anchored.likeness < 1 and not one.anchored.ambiguous:
            kind = f"{kind}, {share_words(one.anchored.likeness)}"
        copy = self._copies[one.copy_id]
        return " · ".join(isolated(one_line(part)) for part in (kind, copy.title, copy.outlet) if part)

    def _spoken(self, row: int) -> str:
        one = self.proposed[row]
        label = self._labels.get(one.annotation.label)
        words = context(one, self._article, self._copies[one.copy_id])[1]
        state = self.tr("chosen") if row in self._chosen else self.tr("not chosen")
        parts = [label.title if label else one.annotation.label, f"“{words}”", self._about(one)]
        return ", ".join([*parts, state] if one.can_be_applied else parts)
