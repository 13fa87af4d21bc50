"""The annotations of the open article as a list model, in reading order."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.records import AnnotationRecord
from annotator.core.schema import Label, LabelSet
from annotator.ui.lines import one_line

Index = QModelIndex | QPersistentModelIndex
Entry = tuple[AnnotationRecord, str]

_START = 120  # more than any row shows


class AnnotationModel(QAbstractListModel):
    """One row an annotation, `counts` how many there are of each label, `theme_name` the theme of their inks."""

    RecordRole = Qt.ItemDataRole.UserRole + 1
    LabelRole = Qt.ItemDataRole.UserRole + 2
    OpenRole = Qt.ItemDataRole.UserRole + 3
    ChosenRole = Qt.ItemDataRole.UserRole + 4

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.counts: Counter[str] = Counter()
        self.theme_name = "light"
        self._labels: dict[str, Label] = {}
        self._entries: list[Entry] = []
        self._by_id: dict[UUID, AnnotationRecord] = {}
        self._open: UUID | None = None
        self._chosen: frozenset[UUID] = frozenset()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        record, text = self._entries[index.row()]
        if role == self.RecordRole:
            return record
        if role == self.LabelRole:
            return self._labels.get(record.label)
        if role == self.OpenRole:
            return record.id == self._open
        if role == self.ChosenRole:
            return record.id in self._chosen
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return one_line(text, _START if role == Qt.ItemDataRole.DisplayRole else 1200)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            label = self._labels.get(record.label)
            words = f"{label.title if label else record.label}: {one_line(text, _START)}"
            return self.tr("{words}, chosen").format(words=words) if record.id in self._chosen else words
        return None

    def set_labels(self, label_set: LabelSet, theme_name: str) -> None:
        """The labels that rows are drawn with."""
        self._labels = {label.key: label for label in label_set.labels}
        self.theme_name = theme_name
        self._repaint(0, len(self._entries) - 1)

    def set_annotations(self, entries: Iterable[Entry]) -> None:
        """Show these annotations, each with its exact text, instead of the ones before."""
        self.beginResetModel()
        self._entries = sorted(entries, key=_place)
        self._by_id = {record.id: record for record, _ in self._entries}
        self.counts = Counter(record.label for record, _ in self._entries)
        self.endResetModel()

    def put(self, record: AnnotationRecord, text: str) -> None:
        """Add an annotation, or show what became of it."""
        row = self.row_of(record.id)
        if row >= 0 and _place((record, text)) == _place(self._entries[row]):
            self.counts[self._entries[row][0].label] -= 1
            self._entries[row] = (record, text)
        else:
            self.drop(record.id)
            row = bisect_left(self._entries, _place((record, text)), key=_place)
            self.beginInsertRows(QModelIndex(), row, row)
            self._entries.insert(row, (record, text))
            self.endInsertRows()
        self._by_id[record.id] = record
        self.counts[record.label] += 1
        self._repaint(row, row)

    def drop(self, annotation_id: UUID) -> None:
        """Take an annotation out; one that is not there is no error."""
        row = self.row_of(annotation_id)
        if row < 0:
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        record, _ = self._entries.pop(row)
        del self._by_id[annotation_id]
        self.counts[record.label] -= 1
        self.endRemoveRows()

    def set_open(self, annotation_id: UUID | None) -> None:
        """Mark the selected annotation."""
        before, self._open = self._open, annotation_id
        for changed in (before, annotation_id):
            if (row := self.row_of(changed)) >= 0:
                self._repaint(row, row)

    def set_chosen(self, ids: Iterable[UUID]) -> None:
        """Mark the annotations that are edited together."""
        self._chosen = frozenset(ids)
        self._repaint(0, len(self._entries) - 1)

    def records(self, ids: Iterable[UUID]) -> list[AnnotationRecord]:
        """Those of these annotations that there are."""
        return [self._by_id[one] for one in ids if one in self._by_id]

    def row_of(self, annotation_id: UUID | None) -> int:
        """The row of an annotation, -1 when there is none."""
        record = None if annotation_id is None else self._by_id.get(annotation_id)
        return -1 if record is None else bisect_left(self._entries, _place((record, "")), key=_place)

    def _repaint(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))


def _place(entry: Entry) -> tuple[int, int, int]:
    """Reading order; the longer of two that start together comes first."""
    record = entry[0]
    return record.segments[0].start_char, -record.segments[-1].end_char, record.id.int
