"""The page is used by keys alone, and says what to do where nothing waits."""

from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.core.people import Person
from annotator.core.todo import Duty, Todo
from annotator.ui.my_work.work_page import WorkPage

TODOS = [Todo(Duty.MENTION, UUID(int=n), f"Article {n}") for n in range(3)]


def page_of(qtbot: QtBot) -> WorkPage:
    page = WorkPage()
    qtbot.addWidget(page)
    page.show()
    page.show_work(Person(UUID(int=9), "Ana", "A"), TODOS, "light")
    page.begin()
    return page


def test_down_and_enter(qtbot: QtBot) -> None:
    page, told = page_of(qtbot), list[Todo]()
    page.chosen.connect(told.append)
    for key in (Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_K, Qt.Key.Key_Return):
        qtbot.keyClick(page.list_view, key)
    assert told == [TODOS[1]]


def test_the_ring_stays_about_where_it_was(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    qtbot.keyClick(page.list_view, Qt.Key.Key_End)
    page.show_work(None, TODOS[:2], "light")
    assert page.list_view.currentIndex().row() == 1


def test_escape_leads_back(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.list_view, Qt.Key.Key_Escape)


def test_where_nothing_waits_it_says_what_would_stand_here(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    page.show_work(None, [], "light")
    assert "Nothing waits for you" in page.list_view.empty_text
    assert page.list_view.accessibleDescription() == page.list_view.empty_text
