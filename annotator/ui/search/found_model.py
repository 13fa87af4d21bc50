"""What was found, as a list model: articles with snippets, or lines of a concordance."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.search_query import Field
from annotator.core.search_results import Hit, Line
from annotator.ui.lines import number, one_line


class FoundModel(QAbstractListModel):
    """Hits or lines, in the order they were given. `FoundRole` gives the record itself, `OpenRole` if it is open."""

    FoundRole = Qt.ItemDataRole.UserRole + 1
    OpenRole = Qt.ItemDataRole.UserRole + 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Hit, ...] | tuple[Line, ...] = ()
        self._open = -1

    def show(self, found: tuple[Hit, ...] | tuple[Line, ...]) -> None:
        """Take what was found in place of what was there."""
        self.beginResetModel()
        self._found, self._open = found, -1
        self.endResetModel()

    def set_open(self, row: int) -> None:
        """Mark the row that was opened last; -1 for none."""
        former, self._open = self._open, row
        for changed in (former, row):
            if changed >= 0:
                self.dataChanged.emit(self.index(changed), self.index(changed), [self.OpenRole])

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
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(found.document.title if isinstance(found, Hit) else found.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._hit_words(found) if isinstance(found, Hit) else self._line_words(found)
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

    def _hit_words(self, hit: Hit) -> str:
        return f"{one_line(hit.document.title)}. {self.where_words(hit)}: {one_line(hit.snippet.text)}"

    def _line_words(self, line: Line) -> str:
        context = line.context
        return f"{one_line(context.left + context.word + context.right)} – {one_line(line.title)}"
