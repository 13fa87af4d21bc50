"""The articles of a project as a list model: filtered, sorted, with progress fetched when it is seen."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from annotator.core.records import DocumentSummary, Progress
from annotator.ui.library.document_order import Order, haystacks, matching, ordered
from annotator.ui.lines import language_name, number, one_line

Index = QModelIndex | QPersistentModelIndex
ProgressSource = Callable[[list[UUID]], dict[UUID, Progress]]

# Long enough to gather the rows of one paint, too short to be seen.
_GATHER_MS = 15


class DocumentModel(QAbstractListModel):
    """One row an article; `shown` are those in view order, `open_id` is the one in the reader."""

    SummaryRole = Qt.ItemDataRole.UserRole + 1
    ProgressRole = Qt.ItemDataRole.UserRole + 2
    OpenRole = Qt.ItemDataRole.UserRole + 3

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: list[DocumentSummary] = []
        self.open_id: UUID | None = None
        self._documents: list[DocumentSummary] = []
        self._stacks: list[str] | None = None
        self._rows: dict[UUID, int] | None = None
        self._order = Order.NEWEST
        self._filter = ""
        self._source: ProgressSource | None = None
        self._progress: dict[UUID, Progress] = {}
        self._stale: set[UUID] = set()
        self._wanted: set[UUID] = set()
        self._gather = QTimer(self, interval=_GATHER_MS, singleShot=True)
        self._gather.timeout.connect(self._fetch)

    @property
    def total(self) -> int:
        """How many articles there are, shown or not."""
        return len(self._documents)

    def languages(self) -> Iterable[str]:
        """The language of each article, shown or not."""
        return (document.language for document in self._documents)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        document = self.shown[index.row()]
        if role == self.SummaryRole:
            return document
        if role == self.ProgressRole:
            return self._progress_of(document.id)
        if role == self.OpenRole:
            return document.id == self.open_id
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(document.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(document)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(document)
        return None

    def set_documents(self, documents: Sequence[DocumentSummary]) -> None:
        """Show these articles instead of the ones before; filter and order stay."""
        self._documents = ordered(documents, self._order)
        self._stacks = None
        self._show()

    def set_order(self, order: Order) -> None:
        """Sort by this."""
        self._order = order
        self.set_documents(self._documents)

    def set_filter(self, text: str) -> None:
        """Show only the articles that hold every word of the text; all when it is blank."""
        self._filter = text
        self._show()

    def set_open(self, document_id: UUID | None) -> None:
        """Mark the article that is open in the reader."""
        before, self.open_id = self.open_id, document_id
        for changed in (before, document_id):
            self._announce(changed, self.OpenRole)

    def row_of(self, document_id: UUID | None) -> int:
        """The row that shows this article, -1 when none does."""
        if self._rows is None:
            self._rows = {document.id: row for row, document in enumerate(self.shown)}
        return -1 if document_id is None else self._rows.get(document_id, -1)

    def set_progress_source(self, source: ProgressSource | None) -> None:
        """Where progress comes from: ids of rows in view in, what is known of them out."""
        self._source = source
        self.refresh_progress(list(self._progress))

    def refresh_progress(self, ids: Iterable[UUID]) -> None:
        """Forget what is known of these; rows in view keep the old figure until the new one is there."""
        for document_id in ids:
            self._stale.add(document_id)
            self._announce(document_id, self.ProgressRole)

    def _show(self) -> None:
        self.beginResetModel()
        if self._filter.strip():
            if self._stacks is None:
                self._stacks = haystacks(self._documents)
            self.shown = matching(self._documents, self._stacks, self._filter)
        else:
            self.shown = self._documents
        self._rows = None
        self.endResetModel()

    def _announce(self, document_id: UUID | None, role: int) -> None:
        row = self.row_of(document_id)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row), [role])

    def _progress_of(self, document_id: UUID) -> Progress | None:
        known = self._progress.get(document_id)
        if self._source is not None and (known is None or document_id in self._stale):
            self._wanted.add(document_id)
            if not self._gather.isActive():
                self._gather.start()
        return known

    def _fetch(self) -> None:
        wanted, self._wanted = self._wanted, set()
        if self._source is None or not wanted:
            return
        found = self._source(list(wanted))
        self._progress.update(found)
        self._stale -= wanted
        for document_id in found:
            self._announce(document_id, self.ProgressRole)

    def _tool_tip(self, document: DocumentSummary) -> str:
        about = (_languages(document), document.outlet, document.published)
        # Blank lines and direction marks of a title are no reason to garble the tip.
        return f"{one_line(document.title, 2000)}\n{' · '.join(one_line(part) for part in about if part)}".strip()

    def _spoken(self, document: DocumentSummary) -> str:
        parts = [one_line(document.title), _languages(document), one_line(document.outlet)]
        progress = self._progress.get(document.id)
        if progress is not None and progress.sentences:
            done, total = number(progress.decided), number(progress.sentences)
            parts.append(self.tr("{done} of {total} sentences read").format(done=done, total=total))
        if document.id == self.open_id:
            parts.append(self.tr("open"))
        return ", ".join(part for part in parts if part)


def _languages(document: DocumentSummary) -> str:
    return ", ".join(map(language_name, (document.language, *document.also_in)))
