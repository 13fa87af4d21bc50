"""The dialog of assignments tells what is chosen and how many that is."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.assigning import Plan
from annotator.core.people import Person
from annotator.ui.assign.assign_dialog import OPEN_ONE, RANDOM, SHARE, UNSURE, AssignDialog

PEOPLE = [Person(UUID(int=number), name, name[0]) for number, name in enumerate(("Ana", "Ben", "ليلى"), 1)]
DOCUMENT = UUID(int=99)


def dialog(qtbot: QtBot, title: str = "") -> AssignDialog:
    made = AssignDialog(None, PEOPLE, "light", title)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(made: AssignDialog, *rows: int) -> None:
    for row in rows:
        QTest.keyClick(list(made.people.values())[row], Qt.Key.Key_Space)


def test_it_tells_what_is_chosen(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    told: list[object] = []
    made.changed.connect(told.append)
    choose(made, 1, 2)
    made.ways[RANDOM].click()
    made.amounts[RANDOM].setValue(7)
    made.handed_in.click()
    made.in_turn.click()
    made.blind.click()
    wish = made.wish()
    assert told[-1] == wish
    assert (wish.way, wish.amount, wish.people) == (RANDOM, 7, (UUID(int=2), UUID(int=3)))
    assert (wish.blind, wish.in_turn, wish.only_handed_in) == (False, True, True)


def test_the_open_article_is_offered_where_there_is_one(qtbot: QtBot) -> None:
    without, with_article = dialog(qtbot), dialog(qtbot, "A title")
    assert without.wish().way == SHARE
    assert not without.ways[OPEN_ONE].isEnabled()
    assert with_article.wish().way == OPEN_ONE


def test_only_what_counts_can_be_changed(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    assert made.amounts[SHARE].isEnabled()
    assert not made.in_turn.isEnabled()
    made.ways[UNSURE].click()
    assert not made.amounts[SHARE].isEnabled()
    assert not made.handed_in.isEnabled()
    assert not made.wish().only_handed_in


def test_it_says_how_many_and_assigns_only_then(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    assert made.count.text() == "Choose who is to read."
    assert not made.assign.isEnabled()
    made.show_plan(Plan(((DOCUMENT, UUID(int=1)),)))
    assert made.count.text() == "1 article will be assigned."
    assert made.assign.isEnabled()
    made.show_plan(Plan(((DOCUMENT, UUID(int=1)), (DOCUMENT, UUID(int=2))), passed_over=3))
    assert made.count.text() == (
        "1 article will be assigned, 2 readings in all. "
        "3 were passed over: who is chosen for them has them already, or has worked on them."
    )
    made.show_plan(Plan((), passed_over=2))
    assert made.count.text().startswith("Nothing is left to assign")
    assert not made.assign.isEnabled()
    made.show_working()
    assert not made.assign.isEnabled()
    made.show_failure("No.")
    assert made.count.text() == "No."


def test_it_fits_a_small_screen(qtbot: QtBot) -> None:
    made = dialog(qtbot, "A title")
    assert made.sizeHint().height() <= 620
    assert made.sizeHint().width() <= 900
