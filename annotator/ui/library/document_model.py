"""The articles of a project as a list model: filtered, sorted, with progress fetched when it is seen."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from annotator.core.records import DocumentSummary, Progress
from annotator.ui.hold_words import hold_words
from annotator.ui.library.document_order import Order, haystacks, matching, ordered
from annotator.ui.library.folding import Family, Fold, families, folds
from annotator.ui.library.reading_states import ReadingStates, StateFilter, StateSource
from annotator.ui.lines import language_name, number, one_line, printed_time
from annotator.ui.people.state_words import library_words

Index = QModelIndex | QPersistentModelIndex
ProgressSource = Callable[[list[UUID]], dict[UUID, Progress]]

# Long enough to gather the rows of one paint, too short to be seen.
_GATHER_MS = 15


class DocumentModel(QAbstractListModel):
    """One row an article, or several that are folded; `shown` are those in view order, `open_id` is in the reader."""

    SummaryRole = Qt.ItemDataRole.UserRole + 1
    ProgressRole = Qt.ItemDataRole.UserRole + 2
    OpenRole = Qt.ItemDataRole.UserRole + 3
    FoldRole = Qt.ItemDataRole.UserRole + 4  # of a row that stands for several: its Fold
    BelowRole = Qt.ItemDataRole.UserRole + 5  # of a row below such a one: the Fold
    FoldWordsRole = Qt.ItemDataRole.UserRole + 6  # "3 copies", "copy", "older version"
    ReadingRole = Qt.ItemDataRole.UserRole + 7  # how far one is oneself: a ReadingRecord, None where that is not known

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: list[DocumentSummary] = []
        self.open_id: UUID | None = None
        self._let_through: Sequence[DocumentSummary] = ()
        self.found = 0  # how many articles the filter lets through, whether they have a row of their own or not
        self._documents: list[DocumentSummary] = []
        self._families: dict[UUID, Family] | None = {}
        self._expanded: set[UUID] = set()
        self._folds: dict[UUID, Fold] = {}  # by the article in the row
        self._below: dict[UUID, UUID] = {}  # article below a row -> article in the row
        self._stacks: list[str] | None = None
        self._rows: dict[UUID, int] | None = None
        self._order = Order.NEWEST
        self._filter = ""
        self._states = ReadingStates()
        self._source: ProgressSource | None = None
        self._progress: dict[UUID, Progress] = {}
        self._stale: set[UUID] = set()
        self._wanted: set[UUID] = set()
        self._tellers: dict[int, Callable[[DocumentSummary], Any]] = {
            self.SummaryRole: lambda document: document,
            self.ProgressRole: lambda document: self._progress_of(document.id),
            self.OpenRole: lambda document: self._stands_for_open(document.id),
            self.FoldRole: lambda document: self._folds.get(document.id),
            self.BelowRole: self._fold_above,
            self.FoldWordsRole: self._fold_words,
            self.ReadingRole: lambda document: self._states.of(document.id),
            Qt.ItemDataRole.DisplayRole: lambda document: one_line(document.title),
            Qt.ItemDataRole.ToolTipRole: self._tool_tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }
        self._gather = QTimer(self, interval=_GATHER_MS, singleShot=True)
        self._gather.timeout.connect(self._fetch)

    def let_through(self) -> Sequence[DocumentSummary]:
        """The articles that the filter lets through, whether they have a row of their own or not."""
        return self._let_through

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
        told = self._tellers.get(role)
        return told(self.shown[index.row()]) if told else None

    def set_documents(self, documents: Sequence[DocumentSummary]) -> None:
        """Show these articles instead of the ones before; filter and order stay."""
        self._documents = ordered(documents, self._order)
        self._stacks = self._families = None
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
            self._announce(self._below.get(changed) if changed else None, self.OpenRole)

    def row_of(self, document_id: UUID | None) -> int:
        """The row that shows this article, -1 when none does."""
        if self._rows is None:
            self._rows = {document.id: row for row, document in enumerate(self.shown)}
        return -1 if document_id is None else self._rows.get(document_id, -1)

    def row_for(self, document_id: UUID | None) -> int:
        """The row that shows this article, or into which it is folded; -1 when there is none."""
        row = self.row_of(document_id)
        return self.row_of(self._below.get(document_id)) if row < 0 and document_id is not None else row

    def set_progress_source(self, source: ProgressSource | None) -> None:
        """Where progress comes from: ids of rows in view in, what is known of them out."""
        self._source = source
        self.refresh_progress(list(self._progress))

    def set_state_source(self, source: StateSource | None) -> None:
        """Where one's own readings come from; asked with the rows in view, or for all where a filter is by state."""
        self._states.set_source(source)
        self.set_state_filter(self._states.wanted)
        self.refresh_progress(list(self._progress))

    def set_state_filter(self, wanted: StateFilter) -> None:
        """Show only the articles that one is so far with."""
        was_all = self._states.wanted is StateFilter.ALL
        self._states.choose(wanted)
        if not (was_all and wanted is StateFilter.ALL):
            self._show()

    def filter_again(self, ids: Sequence[UUID]) -> bool:
        """These may be in another state now. True when the filter shows others because of it."""
        if self._states.wanted is StateFilter.ALL or not self._states.fetch(ids):
            return False
        self._show()
        return True

    def refresh_progress(self, ids: Iterable[UUID]) -> None:
        """Forget what is known of these; rows in view keep the old figure until the new one is there."""
        for document_id in ids:
            self._stale.add(document_id)
            self._announce(document_id, self.ProgressRole)

    def set_expanded(self, document_id: UUID, expanded: bool) -> bool:
        """Show the copies and older versions below the row of this article, or fold them. False when there are none."""
        fold = self._folds.get(document_id)
        if fold is None:
            return False
        if fold.expanded != expanded:
            (self._expanded.add if expanded else self._expanded.discard)(fold.key)
            first = self.row_of(document_id) + 1
            last = first + len(fold.below) - 1
            (self.beginInsertRows if expanded else self.beginRemoveRows)(QModelIndex(), first, last)
            self.shown[first : first if expanded else last + 1] = fold.below if expanded else ()
            self._folds[document_id] = replace(fold, expanded=expanded)
            self._rows = None
            (self.endInsertRows if expanded else self.endRemoveRows)()
            self._announce(document_id, self.FoldRole)
        return True

    def reveal(self, document_id: UUID | None) -> None:
        """Unfold the row that this article is folded into."""
        if document_id in self._below:
            self.set_expanded(self._below[document_id], expanded=True)

    def _show(self) -> None:
        self.beginResetModel()
        documents = self._documents
        if self._filter.strip():
            if self._stacks is None:
                self._stacks = haystacks(documents)
            documents = matching(documents, self._stacks, self._filter)
        if self._states.wanted is not StateFilter.ALL:
            documents = self._states.let_through(documents)
        if self._families is None:
            self._families = families(self._documents)
        self.found, self._let_through = len(documents), documents
        self.shown, self._folds, self._below, self._rows = documents, {}, {}, None
        if self._families:
            self._fold(documents, self._families)
        self.endResetModel()

    def _fold(self, documents: Sequence[DocumentSummary], of: Mapping[UUID, Family]) -> None:
        self.shown = []
        for row in folds(documents, of, self._expanded, at_newest=self._order is Order.NEWEST):
            if isinstance(row, DocumentSummary):
                self.shown.append(row)
                continue
            self._folds[row.head.id] = row
            self._below |= dict.fromkeys((document.id for document in row.below), row.head.id)
            self.shown.append(row.head)
            if row.expanded:
                self.shown.extend(row.below)

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
        if self._states.fetch(list(wanted)) and self._states.wanted is not StateFilter.ALL:
            self._show()  # whoever asks for these again would see no change any more
        self._progress.update(found)
        self._stale -= wanted
        for document_id in found:
            self._announce(document_id, self.ProgressRole)

    def _tool_tip(self, document: DocumentSummary) -> str:
        about = (hold_words(document), _languages(document), document.outlet, printed_time(document.published))
        # Blank lines and direction marks of a title are no reason to garble the tip.
        return f"{one_line(document.title, 2000)}\n{' · '.join(one_line(part) for part in about if part)}".strip()

    def _stands_for_open(self, document_id: UUID) -> bool:
        """True for the row of the article in the reader, or of the one into which that is folded."""
        if self.open_id is None or document_id == self.open_id:
            return document_id == self.open_id
        fold = self._folds.get(document_id)
        return fold is not None and not fold.expanded and self._below.get(self.open_id) == document_id

    def _fold_above(self, document: DocumentSummary) -> Fold | None:
        """The fold that an article is below of."""
        return self._folds.get(self._below[document.id]) if document.id in self._below else None

    def _fold_words(self, document: DocumentSummary) -> str:
        """What a row stands for besides its own article, or what it is below another row; "" when nothing."""
        fold = self._folds.get(document.id)
        if fold is None:
            below = document.id in self._below
            return "" if not below else self.tr("older version") if document.superseded_by else self.tr("copy")
        one, many = self.tr("1 copy"), self.tr("{count} copies")
        parts = [one if len(fold.copies) == 1 else many.format(count=number(len(fold.copies)))] if fold.copies else []
        if fold.older:
            one, many = self.tr("1 older version"), self.tr("{count} older versions")
            parts.append(one if len(fold.older) == 1 else many.format(count=number(len(fold.older))))
        return self.tr(", ").join(parts)

    def _spoken(self, document: DocumentSummary) -> str:
        parts = [one_line(document.title), hold_words(document), _languages(document), one_line(document.outlet)]
        parts.append(self._fold_words(document))
        if document.id in self._folds:
            parts.append(self.tr("shown below") if self._folds[document.id].expanded else self.tr("folded"))
        if words := library_words(self._states.of(document.id)):
            parts.append(words)
        progress = self._progress.get(document.id)
        if progress is not None and progress.sentences:
            done, total = number(progress.decided), number(progress.sentences)
            parts.append(self.tr("{done} of {total} sentences read").format(done=done, total=total))
        if self._stands_for_open(document.id):
            parts.append(self.tr("open"))
        return ", ".join(part for part in parts if part)


def _languages(document: DocumentSummary) -> str:
    return ", ".join(map(language_name, (document.language, *document.also_in)))
