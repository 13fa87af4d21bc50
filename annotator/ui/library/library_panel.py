"""The library: the project's articles, with a field to filter them by."""

from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from annotator.core.records import DocumentSummary
from annotator.ui.library.document_list import DocumentList
from annotator.ui.library.document_model import DocumentModel, ProgressSource
from annotator.ui.library.document_order import Order
from annotator.ui.library.reading_states import StateFilter, StateSource
from annotator.ui.library.state_menu import StateMenu, filter_words
from annotator.ui.lines import number
from annotator.ui.quiet_label import QuietLabel, small
from annotator.ui.reader.accessibility import announce
from annotator.ui.steady_menu import SteadyMenu

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class LibraryPanel(QWidget):
    """Articles to choose from. It is given summaries and tells what a person wants of them.

    `filter_field` is where a filter is typed, `list_view` the list.

    Signals:
        document_chosen: open this article (click, Enter, `step`).
        remove_requested: take this article out of the project (Delete); nothing is removed here.
    """

    document_chosen = Signal(UUID)
    remove_requested = Signal(UUID)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = DocumentModel(self)
        self.filter_field = QLineEdit(self)
        self.list_view = DocumentList(self._model, self)
        self._count = QuietLabel("", self)
        self._sort = QToolButton(self)
        self.states = StateMenu(self)
        self._dress_field()
        self._dress_sort()
        self._lay_out()
        self._connect()
        self._tell_count()

    def set_documents(self, documents: Sequence[DocumentSummary]) -> None:
        """Show these articles. Filter, order, the open article and the place in the list stay."""
        place = self._place()
        was_seen = self._model.row_of(self.current()) >= 0
        self._model.set_documents(documents)
        if was_seen:  # folded by hand it stays so
            self._model.reveal(self.current())
        self._return_to(place)
        self._tell_count()

    def languages(self) -> list[str]:
        """The languages of the articles, whatever is filtered, the commonest first."""
        return [code for code, _ in Counter(self._model.languages()).most_common()]

    def found_ids(self) -> list[UUID]:
        """The articles that the filter lets through, without older versions."""
        return [document.id for document in self._model.let_through() if document.superseded_by is None]

    def set_progress_source(self, source: ProgressSource | None) -> None:
        """Where progress comes from; called with the rows in view only, all at once, and remembered."""
        self._model.set_progress_source(source)

    def set_state_source(self, source: StateSource | None) -> None:
        """Where one's own readings come from; the filter by state is for who works with others, or reads for them."""
        self._model.set_state_source(source)
        self._tell_count()

    def refresh_progress(self, ids: Iterable[UUID]) -> None:
        """These articles were worked on: ask for their progress again when they are in view."""
        worked_on = list(ids)
        self._model.refresh_progress(worked_on)
        place = self._place()
        if worked_on and self._model.filter_again(worked_on):
            self._return_to(place)
            self._tell_count()

    def refresh_all(self) -> None:
        """Ask for all progress again: somebody else looks."""
        self._model.refresh_progress([document.id for document in self._model.shown])

    def set_current(self, document_id: UUID | None) -> None:
        """Mark the article that is open in the reader, and bring it into view."""
        self._model.reveal(document_id)
        self._model.set_open(document_id)
        self._ring_current()

    def current(self) -> UUID | None:
        """The article that is open in the reader."""
        return self._model.open_id

    def step(self, by: int) -> None:
        """Choose the next (+1) or previous (-1) article in the order shown; at the end nothing happens."""
        row = self._model.row_for(self.current())
        target = row + by if row >= 0 else (0 if by > 0 else self._model.rowCount() - 1)
        if 0 <= target < self._model.rowCount():
            self._choose(self._model.index(target))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter_field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_in_field(event)
        return super().eventFilter(watched, event)

    def _dress_field(self) -> None:
        self.filter_field.setPlaceholderText(self.tr("Filter articles"))
        self.filter_field.setAccessibleName(self.tr("Filter articles by title, outlet or language"))
        self.filter_field.setClearButtonEnabled(True)
        self.filter_field.installEventFilter(self)

    def _dress_sort(self) -> None:
        titles = {
            Order.NEWEST: self.tr("Newest"),
            Order.TITLE: self.tr("Title"),
            Order.LANGUAGE: self.tr("Language"),
            Order.PUBLISHED: self.tr("Published"),
        }
        menu, group = SteadyMenu(self._sort), QActionGroup(self)
        for order, title in titles.items():
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(order is Order.NEWEST)
            action.setData(order.value)
            group.addAction(action)
        group.triggered.connect(self._sort_by)
        self._sort.setMenu(menu)
        self._sort.setText(f"{titles[Order.NEWEST]} ▾")
        self._sort.setFont(small(self.font()))
        self._sort.setAutoRaise(True)
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._sort.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sort.setToolTip(self.tr("Sort the articles"))
        self._sort.setAccessibleName(self.tr("Sort by {order}").format(order=titles[Order.NEWEST]))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(4, 0, 0, 0)
        line.addWidget(self._count, 1)
        line.addWidget(self._sort)
        head = QVBoxLayout()
        head.setContentsMargins(8, 8, 8, 4)
        head.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.filter_field, 1)
        top.addWidget(self.states)
        head.addLayout(top)
        head.addLayout(line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.list_view, 1)
        self.setTabOrder(self.filter_field, self.states)
        self.setTabOrder(self.states, self._sort)
        self.setTabOrder(self._sort, self.list_view)

    def _connect(self) -> None:
        self.filter_field.textChanged.connect(self._filter)
        self.states.chosen.connect(self._filter_states)
        self.list_view.chosen.connect(self._choose)
        self.list_view.remove_asked.connect(self._ask_removal)
        self.list_view.left_above.connect(self.filter_field.setFocus)
        self.list_view.fold_asked.connect(self._fold)

    def _key_in_field(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self.filter_field.text():
            self.filter_field.clear()
            return True
        if event.key() == Qt.Key.Key_Down and self._model.rowCount():
            self._enter_list()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._model.rowCount():
            self._choose(self._model.index(max(0, self._model.row_for(self.current()))))
            return True
        return False

    def _enter_list(self) -> None:
        if not self.list_view.currentIndex().isValid():
            self.list_view.setCurrentIndex(self._model.index(0))
        self.list_view.setFocus(Qt.FocusReason.TabFocusReason)

    def _filter(self, text: str) -> None:
        self._model.set_filter(text)
        self._ring_current()
        self._tell_count()

    def _filter_states(self, wanted: StateFilter) -> None:
        self._model.set_state_filter(wanted)
        self._ring_current()
        self._tell_count()

    def _sort_by(self, action: QAction) -> None:
        self._sort.setText(f"{action.text()} ▾")
        self._sort.setAccessibleName(self.tr("Sort by {order}").format(order=action.text()))
        self._model.set_order(Order(action.data()))
        self._ring_current()

    def _ring_current(self) -> None:
        """Put the keyboard's ring on the row of the open article."""
        row = self._model.row_for(self.current())
        if row >= 0:
            self.list_view.setCurrentIndex(self._model.index(row))

    def _choose(self, index: QModelIndex) -> None:
        document: DocumentSummary = index.data(DocumentModel.SummaryRole)
        self.set_current(document.id)
        self.document_chosen.emit(document.id)

    def _fold(self, index: QModelIndex, unfold: bool) -> None:
        document: DocumentSummary = index.data(DocumentModel.SummaryRole)
        if index.data(DocumentModel.FoldRole).expanded == unfold:
            return
        ring, below = self._id_at(self.list_view.currentIndex()), index.data(DocumentModel.FoldRole).below
        self._model.set_expanded(document.id, unfold)
        if not unfold and ring in {one.id for one in below}:
            self.list_view.setCurrentIndex(self._model.index(self._model.row_of(document.id)))
        announce(self.list_view, self._model.index(self._model.row_of(document.id)).data(_SPOKEN))

    def _ask_removal(self, index: QModelIndex) -> None:
        self.remove_requested.emit(index.data(DocumentModel.SummaryRole).id)

    def _tell_count(self) -> None:
        shown, total = self._model.found, self._model.total
        if shown < total:
            words = self.tr("{shown} of {total} articles").format(shown=number(shown), total=number(total))
        else:
            words = self.tr("1 article") if total == 1 else self.tr("{total} articles").format(total=number(total))
        self._count.setText(words)
        empty = self.tr("No article matches. Escape clears the filter.")
        if self.states.wanted is not StateFilter.ALL and not self.filter_field.text().strip():
            empty = self.tr("No article is “{state}”. Choose “All” above to see the others.")
            empty = empty.format(state=filter_words(self.states.wanted))
        if not total:
            empty = self.tr("No articles yet. Drop files or a folder here, or paste an article.")
        self.list_view.empty_text = empty
        self.list_view.setAccessibleDescription("" if shown else empty)

    def _place(self) -> tuple[UUID | None, UUID | None, int]:
        """The article with the keyboard's ring, the one at the top edge, and how far it is scrolled off."""
        ring = self.list_view.currentIndex()
        top = self.list_view.indexAt(self.list_view.viewport().rect().topLeft())
        if not self.list_view.verticalScrollBar().value() or not top.isValid():
            return self._id_at(ring), None, 0
        return self._id_at(ring), self._id_at(top), self.list_view.visualRect(top).top()

    def _id_at(self, index: QModelIndex) -> UUID | None:
        return index.data(DocumentModel.SummaryRole).id if index.isValid() else None

    def _return_to(self, place: tuple[UUID | None, UUID | None, int]) -> None:
        ring, top, offset = place
        view = self.list_view
        if (row := self._model.row_of(ring)) >= 0:
            # Setting the current index alone would scroll to it.
            view.setAutoScroll(False)
            view.selectionModel().setCurrentIndex(self._model.index(row), view.selectionModel().SelectionFlag.NoUpdate)
            view.setAutoScroll(True)
        if (row := self._model.row_of(top)) >= 0:
            view.scrollTo(self._model.index(row), view.ScrollHint.PositionAtTop)
            view.verticalScrollBar().setValue(view.verticalScrollBar().value() - offset)
