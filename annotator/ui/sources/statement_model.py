"""What a source has said, as a list model; the sentences are fetched a screenful at a time, as rows are looked at."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.schema import Label
from annotator.core.source_statements import Statement
from annotator.core.spans import Span
from annotator.ui.lines import isolated, one_line, printed_time

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_AT_A_TIME = 24

Sentence = tuple[str, tuple[Span, ...]]
Sentences = Callable[[Sequence[Statement]], Mapping[UUID, Sentence]]


class StatementModel(QAbstractListModel):
    """One row a statement. `StatementRole` gives it, `SentenceRole` the sentence with the places that are tagged.

    `kinds` are the words for attributes that do not say whose words they are (“Said to”), by their key.
    """

    StatementRole = int(Qt.ItemDataRole.UserRole) + 1
    SentenceRole = int(Qt.ItemDataRole.UserRole) + 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.labels: Mapping[str, Label] = {}
        self.kinds: Mapping[str, str] = {}
        self.theme_name = "light"
        self._statements: Sequence[Statement] = ()
        self._source: Sentences | None = None
        self._sentences: dict[UUID, Sentence] = {}

    def set_sentence_source(self, source: Sentences | None) -> None:
        """Whom to ask for sentences; None: nobody, all stay blank."""
        self._source = source

    def show(self, statements: Sequence[Statement]) -> bool:
        """Show these. False when they are there already; then only their sentences are fetched anew."""
        if list(statements) == list(self._statements):
            self.forget_sentences()
            return False
        self.beginResetModel()
        self._statements, self._sentences = statements, {}
        self.endResetModel()
        return True

    def forget_sentences(self) -> None:
        """Fetch the sentences anew: other names are hidden in them now."""
        self._sentences = {}
        if self._statements:
            self.dataChanged.emit(self.index(0), self.index(len(self._statements) - 1))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._statements)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._statements):
            return None
        statement = self._statements[index.row()]
        if role == self.StatementRole:
            return statement
        if role == self.SentenceRole:
            return self._sentence(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._sentence(index.row())[0])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.about(statement)}. {one_line(self._sentence(index.row())[0])}"
        return None

    def title_of(self, statement: Statement) -> str:
        """The title of its label."""
        label = self.labels.get(statement.label)
        return label.title if label else statement.label

    def about(self, statement: Statement) -> str:
        """Label, day, outlet and the article's title, on one line."""
        day = statement.day or printed_time(statement.published)
        parts = (
            self.title_of(statement),
            self.kinds.get(statement.kind, ""),
            day,
            isolated(one_line(statement.outlet, 60)),
            isolated(one_line(statement.title, 120)),
        )
        return " · ".join(part for part in parts if part)

    def _sentence(self, row: int) -> Sentence:
        key = self._statements[row].annotation_id
        if key not in self._sentences:
            around = self._statements[max(0, row - _AT_A_TIME // 4) : row + _AT_A_TIME]
            wanted = [one for one in around if one.annotation_id not in self._sentences]
            found = self._source(wanted) if self._source else {}
            self._sentences |= {one.annotation_id: found.get(one.annotation_id, ("", ())) for one in wanted}
        return self._sentences[key]
