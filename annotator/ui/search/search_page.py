"""The page that searches the project: a field, filters, and what was found as articles or as a concordance.

It asks and is answered by signals and slots; searching itself is done elsewhere (ui/searching.py).
"""

from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.concordance import Order
from annotator.core.search_results import Hit, Line, SearchChoices
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader.accessibility import announce
from annotator.ui.search.ask import Answer, Ask
from annotator.ui.search.filter_row import FilterRow
from annotator.ui.search.found_list import FoundList
from annotator.ui.search.found_model import FoundModel
from annotator.ui.search.hit_delegate import HitDelegate
from annotator.ui.search.line_delegate import LineDelegate
from annotator.ui.search.words import count_words, nothing_words, picked_words

_PAUSE = 150  # milliseconds without a key after which what is typed is looked for


class SearchPage(QWidget):
    """Where one searches. `field` is where the words are typed; `has_articles` whether there is anything to search.

    Signals:
        asked: an Ask, when what is set has changed and a moment has passed.
        chosen: a Hit or a Line that is to be opened.
        tag_requested: what is picked, or all that is shown, is to be tagged.
        left: back to the text.
    """

    asked = Signal(object)
    chosen = Signal(object)
    tag_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field, self.filters = QLineEdit(self), FilterRow(self)
        self.as_hits, self.as_lines = QToolButton(self), QToolButton(self)
        self.order, self.folded = QComboBox(self), QCheckBox(self.tr("Ignore accents"), self)
        self.by_pattern, self.tag = QCheckBox(self.tr("Regular expression"), self), QToolButton(self)
        self.hits, self.lines = FoundList(HitDelegate, self), FoundList(LineDelegate, self)
        self._count = QuietLabel("", self)
        self._lists = QStackedWidget(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.ask_now)
        self._asked: Ask | None = None
        self.has_articles = self._can_tag = True
        self._waits_for = self._words = self._refusal = ""
        self._dress()
        self._lay_out()
        self._connect()
        self._set_words("")

    def ask(self) -> Ask:
        """The search as it is set now."""
        order = Order(self.order.currentData()) if self.as_lines.isChecked() else None
        by_pattern = self.by_pattern.isChecked()
        return Ask(self.field.text(), self.filters.filters(), self.folded.isChecked(), order, by_pattern)

    def set_choices(self, choices: SearchChoices) -> None:
        """Offer the filters there are in the project."""
        self.filters.set_choices(choices)

    def set_can_tag(self, can: bool) -> None:
        """Whether what is found can be tagged in this project."""
        self._can_tag = can
        self._say(self._words)

    def begin(self) -> None:
        """The page has come into view: to the field, with what was typed last selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def forget(self) -> None:
        """Nothing is asked and nothing found any more: another project is open."""
        self._pause.stop()
        self.field.clear()
        self.filters.clear_all()
        self._pause.stop()
        self._asked = None
        self._show(Answer())
        self._set_words("")

    def show_waiting(self, words: str) -> None:
        """Say what the answer waits for; "" when for nothing."""
        self._waits_for = words
        self._say(words or self._words)

    def show_answer(self, ask: Ask, answer: Answer) -> None:
        """Show what was found, and how much that is."""
        self._refusal = ""
        self._show(answer)
        self._set_words(count_words(ask, answer))
        announce(self.field, self._words or self.current_list().empty_text)

    def show_refusal(self, words: str) -> None:
        """Nothing could be looked for, and why."""
        self._refusal = words
        self._show(Answer())
        self._set_words("")  # it stands where the list would be
        announce(self.field, words)

    def current_list(self) -> FoundList:
        """The list that is shown: of articles or of lines."""
        return self.lines if self.as_lines.isChecked() else self.hits

    def picked(self) -> list[Hit | Line]:
        """What is picked in the list that is shown; all of it where nothing is."""
        found = self.current_list().found
        return found.picked() or found.everything()

    def leaves_out(self) -> bool:
        """True when there is more than the list holds, and all of the list is meant."""
        return self.current_list().is_cut and not self.current_list().found.picked()

    def step(self, by: int) -> bool:
        """Choose the article or the line after (1) or before (-1) the one that was opened last; False at the end."""
        view = self.current_list()
        row = view.found.open_row + by
        if not 0 <= row < view.found.rowCount():
            return False
        self._choose(view.found.index(row))
        return True

    def ask_now(self) -> None:
        """Ask what is set now without waiting for a further key."""
        self._pause.stop()
        ask = self.ask()
        if ask == self._asked:
            return
        self._asked = ask
        if ask.is_empty:
            self._refusal = ""
            self._show(Answer())
            self._set_words("")
        self.asked.emit(ask)

    def ask_again(self) -> None:
        """Ask the same again: what there is to find has changed."""
        self._asked = None
        self.ask_now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_in_field(event)
        return super().eventFilter(watched, event)

    def _key_in_field(self, event: QKeyEvent) -> bool:
        rows = self.current_list().found.rowCount()
        if event.key() == Qt.Key.Key_Down and rows:
            self.current_list().enter()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.ask() == self._asked and rows:
                self.current_list().enter()
            else:
                self.ask_now()
            return True
        return False

    def _dress(self) -> None:
        self.field.setPlaceholderText(self.tr("Search texts, titles, sources and notes"))
        self.field.setAccessibleName(self.tr("Search the project"))
        self.field.setToolTip(
            self.tr("All words are looked for. “two words” in marks, beginn*, -without, this OR that, title:word")
        )
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        group = QButtonGroup(self)
        for button, words in ((self.as_hits, self.tr("Articles")), (self.as_lines, self.tr("Concordance"))):
            button.setText(words)
            button.setCheckable(True)
            # A click leaves the keys in the field, from where Down leads to what is found.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            group.addButton(button)
        self.as_hits.setChecked(True)
        self.as_lines.setToolTip(self.tr("Each place with the words on both sides of it"))
        for order, words in (
            (Order.ARTICLE, self.tr("By article")),
            (Order.LEFT, self.tr("By the word before")),
            (Order.RIGHT, self.tr("By the word after")),
        ):
            self.order.addItem(words, order.value)
        self.order.setAccessibleName(self.tr("Order of the lines"))
        self.order.setVisible(False)
        self.folded.setToolTip(self.tr("cafe finds café, and Lodz finds Łódź"))
        self.by_pattern.setToolTip(
            self.tr("Such as \\d+ (?:persen|%): what is typed is matched with every text, whatever its capitals")
        )
        self.tag.setText(self.tr("Tag…"))
        self.tag.setToolTip(self.tr("Tag what is picked with Space, or all that was found"))
        self.tag.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hits.setAccessibleName(self.tr("Articles that were found"))
        self.lines.setAccessibleName(self.tr("Places that were found"))
        for view in (self.hits, self.lines):
            self._lists.addWidget(view)

    def _lay_out(self) -> None:
        # What is found is counted last: words that grow and shrink as one types push nothing about.
        first, second = QHBoxLayout(), FlowLayout(spacing=12)
        first.addWidget(self.field, 1)
        first.addWidget(self.as_hits)
        first.addWidget(self.as_lines)
        for widget in (self.order, self.folded, self.by_pattern, self.tag, self._count):
            second.addWidget(widget)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 6)
        head.setSpacing(6)
        head.addLayout(first)
        head.addWidget(self.filters)
        head.addLayout(second)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._lists, 1)
        way = (
            self.field,
            self.as_hits,
            self.as_lines,
            *self.filters.way(),
            self.order,
            self.folded,
            self.by_pattern,
            self.tag,
        )
        for one, other in pairwise((*way, self.hits, self.lines)):
            self.setTabOrder(one, other)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _: self._pause.start())
        self.filters.changed.connect(self.ask_now)
        self.folded.toggled.connect(lambda _: self.ask_now())
        self.by_pattern.toggled.connect(self._switch_pattern)
        self.tag.clicked.connect(self.tag_requested)
        self.order.currentIndexChanged.connect(lambda _: self.ask_now())
        self.as_lines.toggled.connect(self._switch)
        for view in (self.hits, self.lines):
            view.chosen.connect(self._choose)
            view.left_above.connect(self.field.setFocus)
            view.found.picked_changed.connect(lambda: self._say(self._waits_for or self._words))
        back = QShortcut(Qt.Key.Key_Escape, self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.left)

    def _switch(self, as_lines: bool) -> None:
        self._lists.setCurrentWidget(self.current_list())
        self.order.setVisible(as_lines)
        self.ask_now()

    def _switch_pattern(self, by_pattern: bool) -> None:
        self.folded.setEnabled(not by_pattern)  # an expression says itself which letters it means
        self.ask_now()

    def _choose(self, index: QModelIndex) -> None:
        view = self.current_list()
        view.setCurrentIndex(index)
        view.found.set_open(index.row())
        self.chosen.emit(index.data(FoundModel.FoundRole))

    def _show(self, answer: Answer) -> None:
        self.current_list().show_found(answer.found, answer.labels)
        self.current_list().is_cut = answer.more

    def _set_words(self, words: str) -> None:
        self._words = words
        empty = self.tr("Type words to look for. All of them must be there; “two words” in marks are found together.")
        if not self.has_articles:
            empty = self.tr("There are no articles to search yet.")
        elif self._refusal:
            empty = self._refusal
        elif self._asked and not self._asked.is_empty and not self.current_list().found.rowCount():
            empty = nothing_words(self._asked)
        for view in (self.hits, self.lines):
            view.empty_text = empty
            view.setAccessibleDescription("" if view.found.rowCount() else empty)
            view.viewport().update()
        self._say(self._waits_for or words)

    def _say(self, words: str) -> None:
        found = self.current_list().found
        if picked := len(found.picked()):
            words = picked_words(words, picked)
        self._count.setText(words)
        self.tag.setVisible(self._can_tag and found.rowCount() > 0)
