"""The places behind a figure, one a row."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.operations.agreement_places import SeenPlace
from annotator.ui.agreement.words import agreed_words, answers_words
from annotator.ui.lines import one_line

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PlaceModel(QAbstractListModel):
    """Each place with what its readers say."""

    PlaceRole = int(Qt.ItemDataRole.UserRole)
    AnswersRole = int(Qt.ItemDataRole.UserRole) + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: Sequence[SeenPlace] = ()
        self._titles: Mapping[str, str] = {}

    def show(self, places: Sequence[SeenPlace], titles: Mapping[str, str]) -> None:
        """Show these; `titles` are those of the labels."""
        self.beginResetModel()
        self._places, self._titles = places, titles
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._places[index.row()]
        if role == self.PlaceRole:
            return place
        if role == self.AnswersRole:
            return answers_words(place, self._titles)
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(place.words)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{one_line(place.title, 200)}\n{one_line(place.words, 600)}\n{answers_words(place, self._titles)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (agreed_words(place.agreed), one_line(place.words), answers_words(place, self._titles))
            return "; ".join((*told, one_line(place.title, 80)))
        return None
