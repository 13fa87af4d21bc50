"""What was found, as a list model: articles with snippets, or lines of a concordance."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.core.search_query import Field
from annotator.core.search_results import Hit, Line
from annotator.ui.lines import number, one_line


class FoundModel(QAbstractListModel):
    """Hits or lines, in the order they were given. `FoundRole` gives the record itself, `OpenRole` if it is open.

    Some may be picked, to be tagged (`PickedRole`). `LabelsRole`: the titles of the labels that a line's place has now.

    Signals:
        picked_changed: other rows are picked.
    """

    FoundRole = Qt.ItemDataRole.UserRole + 1
    OpenRole = Qt.ItemDataRole.UserRole + 2
    PickedRole = Qt.ItemDataRole.UserRole + 3
    LabelsRole = Qt.ItemDataRole.UserRole + 4

    picked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Hit, ...] | tuple[Line, ...] = ()
        self._open = -1
        self._picked: set[int] = set()
        self._labels: Sequence[tuple[str, ...]] = ()

    def show(self, found: tuple[Hit, ...] | tuple[Line, ...], labels: Sequence[tuple[str, ...]] = ()) -> None:
        """Take what was found in place of what was there, of lines with the labels they have."""
        self.beginResetModel()
        self._found, self._open, self._picked, self._labels = found, -1, set(), labels
        self.endResetModel()
        self.picked_changed.emit()

    def set_labels(self, labels: Sequence[tuple[str, ...]]) -> None:
        """The labels that each of the lines has now."""
        if list(labels) != list(self._labels) and self._found:
            self._labels = labels
            self.dataChanged.emit(self.index(0), self.index(len(self._found) - 1), [self.LabelsRole])

    def set_open(self, row: int) -> None:
        """Mark the row that was opened last; -1 for none."""
        former, self._open = self._open, row
        for changed in (former, row):
            if changed >= 0:
                self.dataChanged.emit(self.index(changed), self.index(changed), [self.OpenRole])

    def picked(self) -> list[Hit | Line]:
        """What is picked, in the order of the rows."""
        return [self._found[row] for row in sorted(self._picked)]

    def everything(self) -> list[Hit | Line]:
        """All that is here, in order."""
        return list(self._found)

    def is_picked(self, row: int) -> bool:
        """True for a row that is picked."""
        return row in self._picked

    def pick(self, rows: Iterable[int], *, on: bool) -> None:
        """Pick these rows, or no longer."""
        there = {row for row in rows if 0 <= row < len(self._found)}
        changed = there - self._picked if on else there & self._picked
        if changed:
            self._picked ^= changed
            self.dataChanged.emit(self.index(min(changed)), self.index(max(changed)), [self.PickedRole])
            self.picked_changed.emit()

    @property
    def open_row(self) -> int:
        """The row that was opened last; -1 for none."""
        return self._open

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._found):
            return None
        found = self._found[index.row()]
        if role == self.FoundRole:
            return found
        if role == self.OpenRole:
            return index.row() == self._open
        if role == self.LabelsRole:
            return self._labels_of(index.row())
        if role == self.PickedRole:
            return index.row() in self._picked
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(found.document.title if isinstance(found, Hit) else found.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(found, index.row())
        return None

    def where_words(self, hit: Hit) -> str:
        """What a snippet is from when it is not from the text; of a text how often it has what was found."""
        if hit.where is Field.NOTE:
            return self.tr("in a note")
        if hit.where is Field.SOURCE:
            return self.tr("in the source")
        if hit.where is Field.TITLE:
            return self.tr("in the title")
        return self.tr("1 place") if hit.count == 1 else self.tr("{count} places").format(count=number(hit.count))

    def _labels_of(self, row: int) -> tuple[str, ...]:
        return self._labels[row] if row < len(self._labels) else ()

    def _spoken(self, found: Hit | Line, row: int) -> str:
        words = self._hit_words(found) if isinstance(found, Hit) else self._line_words(found)
        if labels := self._labels_of(row):
            words = self.tr("{words}, tagged: {labels}").format(words=words, labels=", ".join(labels))
        return self.tr("{words}, picked").format(words=words) if row in self._picked else words

    def _hit_words(self, hit: Hit) -> str:
        return f"{one_line(hit.document.title)}. {self.where_words(hit)}: {one_line(hit.snippet.text)}"

    def _line_words(self, line: Line) -> str:
        context = line.context
        return f"{one_line(context.left + context.word + context.right)} – {one_line(line.title)}"
