"""The bar under the text while a person chooses what to link: the kind, what is offered, and a search elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.ui.inspector.passage import Passage
from annotator.ui.keys import in_words
from annotator.ui.links.rows import Row, RowDelegate, RowModel
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.steady_list import SteadyList

_PAUSE = 120  # milliseconds without a key after which what is typed is looked for
_ROWS = 4
_SIDE = 16


class LinkBar(QWidget):
    """Hidden until something is to be linked. `field` is where the words of a search are typed.

    Signals:
        taken: link what is offered.
        way_wanted: another kind of link.
        search_wanted: look in other articles.
        asked: the words of a search.
        found_chosen: the Row that was chosen of what was found.
        search_left: back from the search to the text.
        left: no link after all.
    """

    taken = Signal()
    way_wanted = Signal()
    search_wanted = Signal()
    asked = Signal(str)
    found_chosen = Signal(object)
    search_left = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("link_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.way, self.where, self.passage = QLabel(self), QuietLabel("", self), Passage(self)
        self.hint = QuietLabel("", self)
        self.model, self.field = RowModel(self), QLineEdit(self)
        self.found = SteadyList(self.model, self)
        self.link, self.other_way, self.elsewhere, self.back = (QToolButton(self) for _ in range(4))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._dress()
        self._lay_out()
        self._connect()
        self.end_search()
        self.hide()

    @property
    def is_searching(self) -> bool:
        """True while other articles are looked through."""
        return not self.field.isHidden()

    def show_way(self, title: str, can_search: bool, other_ways: bool) -> None:
        """Which kind of link it would be."""
        self.way.setText(title)
        self.other_way.setEnabled(other_ways)
        self.elsewhere.setEnabled(can_search)
        self.show()

    def show_offer(self, row: Row | None, words: str) -> None:
        """What is offered, and beside it which one of how many; with no row the words say why there is none."""
        self.where.setText(words)
        self.passage.setVisible(row is not None and not self.is_searching)
        if row:
            self.passage.set_text(row.passage)
        self.link.setEnabled(row is not None)

    def begin_search(self, typed: str) -> None:
        """Look for annotations of other articles, with these letters typed already."""
        self.field.show()
        self.found.show()
        self.passage.hide()
        self.where.setText(self.tr("in other articles"))
        self._name_buttons()
        self.field.setText(typed)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # by a shortcut it would mark what is typed already
        self._ask()

    def end_search(self) -> None:
        """Back to what is offered in the text."""
        self._pause.stop()
        self.field.hide()
        self.found.hide()
        self.field.clear()
        self._pause.stop()
        self.model.show(())
        self._name_buttons()

    def show_found(self, rows: Sequence[Row], empty: str) -> None:
        """What was found, the first of it marked; `empty` says so when there is nothing."""
        self.found.empty_text = empty
        self.model.show(rows)
        self.found.setCurrentIndex(self.model.index(0) if rows else QModelIndex())
        self.link.setEnabled(bool(rows))
        self.found.scrollToTop()
        self.found.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_in_field(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _key_in_field(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and self.model.rowCount():
            row = min(max(self.found.currentIndex().row() + steps[key], 0), self.model.rowCount() - 1)
            self.found.setCurrentIndex(self.model.index(row))
            self.field.setAccessibleDescription(self.model.index(row).data())
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self._ask()
            else:
                self._take()
            return True
        return False

    def _go_back(self) -> None:
        (self.search_left if self.is_searching else self.left).emit()

    def _take(self) -> None:
        """What Enter does: link what is marked in the list, or what is offered in the text."""
        if not self.is_searching:
            self.taken.emit()
        elif self.found.currentIndex().isValid():
            self._choose(self.found.currentIndex())

    def _name_buttons(self) -> None:
        """Each says its key; in the search there are other ones."""
        searching = self.is_searching
        back = self.tr("Back") if searching else self.tr("Cancel")
        tip = self.tr("Back to this article") if searching else self.tr("No link")
        words = (
            (self.link, self.tr("Link"), "Return", self.tr("Make this link")),
            (self.other_way, self.tr("Other kind"), "Tab", self.tr("Another kind of link")),
            (self.elsewhere, self.tr("Other articles"), "/", self.tr("Look for it in other articles; letters do, too")),
            (self.back, back, "Esc", tip),
        )
        for button, title, key, says in words:
            printed = in_words(QKeySequence(key))
            button.setText(f"{title}  {printed}")
            button.setAccessibleName(title)
            button.setToolTip(f"{says} ({printed})")
        self.other_way.setVisible(not searching)
        self.elsewhere.setVisible(not searching)

    def _ask(self) -> None:
        self._pause.stop()
        self.asked.emit(self.field.text())

    def _choose(self, index: QModelIndex) -> None:
        self.found_chosen.emit(index.data(RowModel.RowRole))

    def _dress(self) -> None:
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        self.way.setFont(strong)
        self.where.setWordWrap(True)
        self.hint.setText(self.tr("↑ ↓ offer another"))
        self.field.setPlaceholderText(self.tr("Words of the passage, or of the article’s title"))
        self.field.setAccessibleName(self.tr("Search in other articles"))
        self.field.installEventFilter(self)
        self.found.setItemDelegate(RowDelegate(self.found))
        self.found.setSelectionMode(SteadyList.SelectionMode.SingleSelection)
        self.found.setAccessibleName(self.tr("Found in other articles"))
        self.found.setFixedHeight(_ROWS * self.found.verticalHeader().defaultSectionSize())
        for button in (self.link, self.other_way, self.elsewhere, self.back):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each has a key, and the text must keep the keyboard
        for widget in (self, self.field, self.found):
            widget.setProperty("linking", True)

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.way)
        head.addWidget(self.where, 1)
        foot.setSpacing(4)
        foot.addWidget(self.hint, 1)
        for button in (self.link, self.other_way, self.elsewhere, self.back):
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_SIDE, 6, 10, 6)
        whole.setSpacing(4)
        whole.addLayout(head)
        for widget in (self.passage, self.field, self.found):
            whole.addWidget(widget)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.link.clicked.connect(self._take)
        self.other_way.clicked.connect(self.way_wanted)
        self.elsewhere.clicked.connect(self.search_wanted)
        self.back.clicked.connect(self._go_back)
        self._pause.timeout.connect(self._ask)
        self.field.textEdited.connect(lambda _typed: self._pause.start())
        self.found.chosen.connect(self._choose)
