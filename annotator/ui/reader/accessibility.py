"""What a screen reader is told about the reader: an article is a list of sentences.

Each sentence is an item of the list: its text is the item's name; its state, labels and number are
the description. A move of the focus is a focus event of the item, so that every screen reader speaks
it as it speaks any list; what an edit has done is announced.

A text interface over the whole article would be the other way. It cannot be had from Python: PySide
leaves `selection`, `attributes` and `textAtOffset` out, so that selections and attributes come back
as whatever was in memory, and every word asked for has Qt search the whole text for boundaries.
"""

from typing import TYPE_CHECKING, Final, cast

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

if TYPE_CHECKING:
    from annotator.ui.reader.article_view import ArticleView

# The class whose objects are articles; Qt asks by name.
_ARTICLE: Final = "ArticleView"
# Items kept for those who listen; an article has fewer sentences, a very long document asks for them anew.
_KEPT: Final = 4000
# Qt owns what `_make` gives it and forgets it with the widget; Python must not let go of it before.
_articles: dict[int, "ArticleItems"] = {}


def install() -> None:
    """Have Qt ask here for what an article says; once in a process is enough, twice does no harm."""
    QAccessible.installFactory(_make)


def is_heard() -> bool:
    """True when somebody listens; what is only for them need not be worked out before."""
    return QAccessible.isActive()


def announce(widget: QWidget, words: str) -> None:
    """Have words spoken now. Costs nothing where nobody listens."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def tell_focus(view: "ArticleView") -> None:
    """Tell that another sentence has the focus, when the keyboard is in the article."""
    if QAccessible.isActive() and view.hasFocus() and view.focused_sentence() >= 0:
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(view.focused_sentence())
        QAccessible.updateAccessibility(event)


def tell_change(view: "ArticleView", index: int) -> None:
    """Tell that what is said of a sentence has changed."""
    if QAccessible.isActive():
        event = QAccessibleEvent(view, QAccessible.Event.DescriptionChanged)
        event.setChild(index)
        QAccessible.updateAccessibility(event)


def tell_other_sentences(view: "ArticleView") -> None:
    """Tell that the article, or the way it is split into sentences, is another one."""
    items = _articles.get(_key(view))
    if items:
        items.forget()
        QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.ObjectReorder))


class ArticleItems(QAccessibleWidget):
    """The article as a list. After the sentences come the widgets in it: scroll bar and coverage strip."""

    def __init__(self, view: "ArticleView") -> None:
        super().__init__(view, QAccessible.Role.List)
        self._items: dict[int, SentenceItem] = {}

    @property
    def view(self) -> "ArticleView":
        """The widget."""
        return cast("ArticleView", self.widget())

    def text(self, kind: QAccessible.Text) -> str:
        return self.view.speech.coverage() if kind == QAccessible.Text.Description else super().text(kind)

    def childCount(self) -> int:
        return self.view.speech.count() + super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        count = self.view.speech.count()
        return self.item(index) if 0 <= index < count else super().child(index - count)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, SentenceItem):
            return child.index
        found = super().indexOfChild(child)
        return found + self.view.speech.count() if found >= 0 else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        index = self.view.speech.under(QPoint(x, y))
        return self.item(index) if index >= 0 else super().childAt(x, y)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        focus = self.view.focused_sentence()
        return self.item(focus) if focus >= 0 and self.view.hasFocus() else super().focusChild()

    def item(self, index: int) -> "SentenceItem":
        """The item of a sentence, made when it is first asked for."""
        found = self._items.get(index)
        if found is None:
            while len(self._items) >= _KEPT:
                _let_go(self._items.pop(next(iter(self._items))))
            found = self._items[index] = SentenceItem(self, index)
            QAccessible.registerAccessibleInterface(found)
        return found

    def forget(self) -> None:
        """Drop all items: they are of other sentences."""
        while self._items:
            _let_go(self._items.popitem()[1])


class SentenceItem(QAccessibleInterface):
    """One sentence of the list."""

    def __init__(self, article: ArticleItems, index: int) -> None:
        super().__init__()
        self._article = article
        self.index = index

    def isValid(self) -> bool:
        return shiboken6.isValid(self._article) and self.index < self._article.view.speech.count()

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow:
        return self._article.window()

    def parent(self) -> QAccessibleInterface:
        return self._article

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        return self._article.view.speech.place(self.index) if self.isValid() else QRect()

    def setText(self, kind: QAccessible.Text, words: str) -> None:
        """The text of an article never changes."""

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if kind == QAccessible.Text.Name:
            return self._article.view.speech.text(self.index)
        return self._article.view.speech.description(self.index) if kind == QAccessible.Text.Description else ""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        view = self._article.view
        state.focusable = state.selectable = state.readOnly = True
        state.focused = view.hasFocus() and view.focused_sentence() == self.index
        state.selected = view.speech.is_selected(self.index)
        state.offscreen = self.rect().isEmpty()
        return state


def _make(name: str, widget: QObject) -> QAccessibleInterface | None:
    """Qt's question for an object, asked for its class and then for each class above it."""
    if name != _ARTICLE:
        return None
    view = cast("ArticleView", widget)
    key = _key(view)
    items = _articles[key] = ArticleItems(view)
    view.destroyed.connect(lambda: _close(key))
    return items


def _close(key: int) -> None:
    items = _articles.pop(key, None)
    if items:
        items.forget()


def _let_go(item: SentenceItem) -> None:
    if shiboken6.isValid(item):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))


def _key(widget: QObject) -> int:
    return int(shiboken6.getCppPointer(widget)[0])
