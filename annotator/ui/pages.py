"""The middle of the window: one page at a time, and the way back from each.

At home is the text, or the welcome page where there is none. Every other page stands in its place until it is left.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

_Page = TypeVar("_Page", bound=QWidget)

WELCOME, ARTICLE, SEARCH = "welcome", "article", "search"


class Pages(QStackedWidget):
    """Pages by name. Seldom used ones are made when they are first asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._home = WELCOME

    @property
    def name(self) -> str:
        """The page that is shown."""
        return self._names[self.currentIndex()] if self._names else ""

    @property
    def is_home(self) -> bool:
        """True while the text or the welcome page is shown."""
        return self.name == self._home

    def put(self, name: str, page: QWidget) -> None:
        """One more page."""
        self._names.append(name)
        self.addWidget(page)

    def page(self, name: str, make: Callable[[], _Page]) -> _Page:
        """The page of this name, made now where there is none yet; always with the same `make`."""
        if name not in self._names:
            self.put(name, make())
        found: _Page = self.widget(self._names.index(name))  # type: ignore[assignment]
        return found

    def open(self, name: str) -> None:
        """Show a page in place of what is there."""
        self.setCurrentIndex(self._names.index(name))

    def begin(self) -> None:
        """Give the keyboard to the page that is shown: to where one begins on it."""
        page = self.currentWidget()
        begin = getattr(page, "begin", page.setFocus if page else None)
        if begin:
            begin()

    def go_home(self) -> None:
        """Back to the text, or to the welcome page."""
        self.open(self._home)

    def set_home(self, name: str) -> None:
        """What `go_home` leads to from now on; nothing is shown by this."""
        self._home = name
