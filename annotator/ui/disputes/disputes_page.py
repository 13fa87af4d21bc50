"""The page on which disputes are settled: articles, texts, the dispute in focus. One key rules, one goes on.

It asks and is answered by signals and slots; reading and writing are done elsewhere (ui/ruling.py).
"""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.core.people import Person
from annotator.core.rulings import Dispute, RulingVerdict
from annotator.core.schema import LabelSet
from annotator.operations.disputed_articles import DisputedArticle
from annotator.ui.disputes.answering import Answering
from annotator.ui.disputes.article_list import ArticleLine
from annotator.ui.disputes.frame import DisputesFrame
from annotator.ui.lines import number, one_line
from annotator.ui.reader.accessibility import announce
from annotator.ui.theme import Theme

_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LETTERS = ("B", "N", "E", "G")


class Overview(NamedTuple):
    """One article with disputes: what it is called, who has read it, and what they dispute."""

    id: UUID
    title: str
    readers: tuple[UUID, ...]
    disputes: tuple[Dispute, ...]


class DisputesPage(DisputesFrame):
    """Articles, texts and the dispute in focus.

    Signals:
        article_chosen: the article whose disputes are to be shown.
        place_chosen: an article and an annotation, to be opened in the reader.
        undo_wanted: take the last ruling back.
        left: back to the text.
    """

    article_chosen = Signal(UUID)
    place_chosen = Signal(UUID, UUID)
    undo_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answering = Answering(self.line, self.steps, self.texts.pane, self)
        self._people: dict[UUID, Person] = {}
        self._articles: Sequence[Overview] = ()
        self._article: DisputedArticle | None = None
        self._label_set: LabelSet | None = None
        self._theme: Theme | None = None
        self._writable = False
        self._at: UUID | None = None
        self._from_the_end = False  # the article that is chosen next is entered at its last dispute
        self._connect()

    def begin(self) -> None:
        """The page has come into view: to the text, where the keys are."""
        self.texts.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def article(self) -> DisputedArticle | None:
        """The article that is shown."""
        return self._article

    @property
    def dispute(self) -> Dispute | None:
        """The dispute in focus."""
        return next((one for one in self._shown() if one.id == self._at), None)

    def set_look(
        self, label_set: LabelSet, theme: Theme, zoom: int, people: Sequence[Person], *, writable: bool
    ) -> None:
        """The project's labels and people, the window's theme and zoom, and whether anything can be changed."""
        self._label_set, self._theme, self._writable = label_set, theme, writable
        self._people = {person.id: person for person in people}
        self.texts.set_look(theme, zoom)
        self.filters.set_labels(label_set)

    def show_articles(self, articles: Sequence[Overview]) -> None:
        """The articles there are; the one that was shown stays so."""
        self._articles = articles
        readers = sorted({key for one in articles for key in one.readers})
        self.filters.set_readers({key: self._name(key) for key in readers})
        self._list()

    def show_article(self, article: DisputedArticle | None) -> None:
        """Show an article's disputes: where it is the same one, the dispute that was in focus stays so."""
        is_other = article is None or self._article is None or article.record.id != self._article.record.id
        self._article = article
        self.model.current = article.record.id if article else None
        self.list_view.setCurrentIndex(self.model.index(self.model.row_of(self.model.current)))
        self.list_view.viewport().update()
        if is_other:
            self._at = None
        if article is None:
            self.texts.forget()
        if article and self._label_set and self._theme:
            self.texts.show_article(article, self._label_set, self._theme.name)
            if self.dispute is None:
                self._at = self._first()
        self._show_dispute()

    def go(self, by: int) -> None:
        """The next (1) or previous (-1) dispute; after the last one that of the next article."""
        shown, at = self._shown(), self._place()
        if 0 <= at + by < len(shown):
            self._turn_to(shown[at + by])
        elif 0 <= (row := self.model.row_of(self.model.current) + by) < len(self.model.lines):
            self._from_the_end = by < 0
            self.article_chosen.emit(self.model.lines[row].id)

    def go_to(self, dispute_id: UUID) -> None:
        """To a dispute of the article that is shown, where it is among those that are gone through."""
        if one := next((one for one in self._shown() if one.id == dispute_id), None):
            self._turn_to(one)

    def go_open(self) -> None:
        """The next dispute that nobody has ruled on: in this article, else in the next one with any."""
        shown, at = self._shown(), self._place()
        following = next((one for one in (*shown[at + 1 :], *shown[: at + 1]) if one.is_open), None)
        rows = [row for row, line in enumerate(self.model.lines) if line.open and line.id != self.model.current]
        if following:
            self._turn_to(following)
        elif rows:
            here = self.model.row_of(self.model.current)
            self.article_chosen.emit(self.model.lines[next((row for row in rows if row > here), rows[0])].id)
        else:
            announce(self.count, self.tr("Every dispute is settled."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            of_list = watched is self.list_view and event.key() in _LIST_KEYS
            return not of_list and self._take_key(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    # Keys

    def _take_key(self, event: QKeyEvent) -> bool:
        """A key anywhere on the page but in its line. True when it meant something."""
        if self.answering.take_key(event):
            return True
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return False
        key, letter = Qt.Key(event.key()), event.text().upper()
        steps = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}
        if key in steps:
            self.go(steps[key])
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._rule_for(int(key) - int(Qt.Key.Key_1))
        elif key == Qt.Key.Key_V:
            self.side_by_side.toggle()
        elif key == Qt.Key.Key_Z:
            self.undo_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_place()
        elif letter in _LETTERS:
            self._take_letter(letter)
        else:
            return False
        return True

    def _take_letter(self, letter: str) -> None:
        if not self._writable or self.dispute is None:
            return
        if letter == "E":
            self.side_by_side.setChecked(False)
            self.answering.begin_new()
        elif letter == "G":
            self.answering.make_case()
        else:
            self.answering.choose(RulingVerdict.BOTH if letter == "B" else RulingVerdict.NEITHER)

    def _rule_for(self, place: int) -> None:
        dispute = self.dispute
        if self._writable and dispute and place < len(dispute.group.sides):
            self.answering.choose(RulingVerdict.ONE, dispute.group.sides[place].annotator_id)

    def _open_place(self) -> None:
        if dispute := self.dispute:
            self.place_chosen.emit(dispute.group.document_id, dispute.id)

    # What is shown

    def _shown(self) -> Sequence[Dispute]:
        """The disputes of the article that are gone through."""
        wanted = self.filters.wanted()
        return [one for one in self._article.disputes.disputes if wanted.fits(one)] if self._article else ()

    def _place(self) -> int:
        return next((place for place, one in enumerate(self._shown()) if one.id == self._at), -1)

    def _first(self) -> UUID | None:
        shown, from_the_end = self._shown(), self._from_the_end
        self._from_the_end = False
        if not shown:
            return None
        return shown[-1].id if from_the_end else next((one.id for one in shown if one.is_open), shown[0].id)

    def _turn_to(self, dispute: Dispute) -> None:
        self._at = dispute.id
        self._show_dispute()

    def _show_dispute(self) -> None:
        dispute, article = self.dispute, self._article
        self.answering.turn_to(dispute, article, self._label_set)
        self.beside.setVisible(dispute is not None)
        self.texts.focus(dispute.group.extent if dispute else None)
        if dispute and article and self._label_set and self._theme:
            at = self._place() + 1, len(self._shown())
            self.card.show_dispute(dispute, article, self._label_set, self._theme.name, at)
            self.card.set_writable(self._writable)
            announce(self.card, self.card.accessibleDescription())

    def _choose_span(self, key: UUID) -> None:
        """A click on a span turns to the dispute that it is in."""
        for one in self._shown():
            if key in one.group.ids or (one.ruling and one.ruling.id == key):
                self._turn_to(one)

    def _filter_again(self) -> None:
        self._list()
        if self._article and self.dispute is None:
            self._at = self._first()
        self._show_dispute()

    def _list(self) -> None:
        """The articles that the filters let through, those with something open first."""
        wanted = self.filters.wanted()
        listed = [one for one in self._articles if wanted.lists(one.disputes)]
        lines = [self._line_of(one, [each for each in one.disputes if wanted.fits(each)]) for one in listed]
        lines.sort(key=lambda line: not line.open)
        self.model.show_lines(lines, self._article.record.id if self._article else None)
        self.list_view.setCurrentIndex(self.model.index(self.model.row_of(self.model.current)))
        self.count.setText(self._count_words(lines))
        self.show_empty("" if lines else self._nothing_words())

    def _count_words(self, lines: Sequence[ArticleLine]) -> str:
        if not lines:
            return ""
        where = self.tr("1 article") if len(lines) == 1 else self.tr("{count} articles")
        return self.tr("{open} open of {total} · {articles}").format(
            open=number(sum(line.open for line in lines)),
            total=number(sum(line.total for line in lines)),
            articles=where.format(count=number(len(lines))),
        )

    def _nothing_words(self) -> str:
        if self._articles:
            return self.tr("No dispute is as the filters ask. Take something out of them.")
        return self.tr(
            "There is nothing to settle. Disputes come up where two people have read the same article, have both "
            "handed it in, and do not say the same of it. Assign an article to a second reader to begin."
        )

    def _line_of(self, one: Overview, disputes: Sequence[Dispute]) -> ArticleLine:
        names = ", ".join(self._name(key) for key in one.readers)
        return ArticleLine(
            one.id, one_line(one.title, 160), names, sum(each.is_open for each in disputes), len(disputes)
        )

    def _name(self, annotator_id: UUID) -> str:
        person = self._people.get(annotator_id)
        return one_line(person.name, 24) if person else ""

    def _connect(self) -> None:
        self.list_view.chosen.connect(lambda index: self.article_chosen.emit(self.model.lines[index.row()].id))
        self.texts.span_chosen.connect(self._choose_span)
        self.filters.changed.connect(self._filter_again)
        self.back.clicked.connect(self.left)
        self.side_by_side.toggled.connect(self._turn_view)
        self.card.side_chosen.connect(partial(self.answering.choose, RulingVerdict.ONE))
        self.card.key_chosen.connect(self._take_letter)
        self.answering.ended.connect(self.begin)
        for widget in (self.list_view, self.texts.pane, self.texts.columns):
            widget.installEventFilter(self)

    def _turn_view(self, side_by_side: bool) -> None:
        had_keyboard = self.texts.view.hasFocus()
        self.texts.set_side_by_side(side_by_side)
        if self.dispute:
            self.texts.focus(self.dispute.group.extent)
        if had_keyboard:
            self.begin()
