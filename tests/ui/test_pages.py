"""The middle of the window: pages by name, and the way home."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.pages import ARTICLE, WELCOME, Pages


class _Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)

    def begin(self) -> None:
        self.field.setFocus()


@pytest.fixture
def pages(qtbot: QtBot) -> Pages:
    pages = Pages()
    qtbot.addWidget(pages)
    for name in (WELCOME, ARTICLE):
        pages.put(name, QLabel(name))
    pages.show()
    return pages


def test_it_begins_at_home(pages: Pages) -> None:
    assert pages.name == WELCOME
    assert pages.is_home


def test_a_page_is_made_once_and_left_for_home(pages: Pages) -> None:
    made = pages.page("sources", _Page)
    assert pages.page("sources", _Page) is made
    pages.open("sources")
    assert not pages.is_home
    pages.set_home(ARTICLE)
    assert pages.name == "sources"
    pages.go_home()
    assert pages.name == ARTICLE


def test_a_page_says_where_one_begins(pages: Pages) -> None:
    page = pages.page("sources", _Page)
    pages.open("sources")
    pages.begin()
    assert pages.focusWidget() is page.field
