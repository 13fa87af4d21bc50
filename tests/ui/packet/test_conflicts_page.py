"""The page of conflicts and its keys."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.packet.conflicts_page import ConflictsPage
from tests.ui.packet.test_conflict_card import conflict

CONFLICTS = [conflict(what=f"The note of claim {number}") for number in range(4)]


@pytest.fixture
def page(qtbot: QtBot) -> ConflictsPage:
    page = ConflictsPage()
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    page.show_conflicts(CONFLICTS)
    page.begin()
    return page


def here(page: ConflictsPage) -> int:
    assert page.current
    return [one.id for one in CONFLICTS].index(page.current.id)


def test_keys_go_from_card_to_card(page: ConflictsPage) -> None:
    assert here(page) == 0
    for key, place in ((Qt.Key.Key_J, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_J, 3), (Qt.Key.Key_J, 3)):
        QTest.keyClick(page, key)
        assert here(page) == place
    QTest.keyClick(page, Qt.Key.Key_K)
    assert here(page) == 2
    assert [card.property("current") for card in page.cards] == [False, False, True, False]


def test_one_key_settles_the_one_that_is_current(page: ConflictsPage) -> None:
    told: list[tuple[UUID, str]] = []
    page.settled.connect(lambda *given: told.append(given))
    QTest.keyClick(page, Qt.Key.Key_1)
    QTest.keyClick(page, Qt.Key.Key_J)
    QTest.keyClick(page, Qt.Key.Key_2)
    assert told == [(CONFLICTS[0].id, "kept"), (CONFLICTS[1].id, "other")]


def test_the_current_card_can_be_seen(page: ConflictsPage) -> None:
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_J)
    card = page.cards[3]
    assert not card.visibleRegion().isEmpty()
    assert page.area.verticalScrollBar().value() > 0


def test_a_click_makes_a_card_current(page: ConflictsPage) -> None:
    QTest.mouseClick(page.cards[1], Qt.MouseButton.LeftButton)
    assert here(page) == 1


def test_what_is_settled_goes_and_one_stays_in_place(page: ConflictsPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_J)
    page.show_conflicts([CONFLICTS[0], *CONFLICTS[2:]])
    assert here(page) == 2
    page.show_conflicts(CONFLICTS)
    assert here(page) == 2, "an undo brings the card back above, and one stays where one is"
    page.show_conflicts(CONFLICTS[:1])
    assert here(page) == 0


def test_an_empty_page_says_what_it_is_for(page: ConflictsPage) -> None:
    page.show_conflicts(())
    assert page.says.isVisible()
    assert "you choose" in page.says.text()
    assert not page.keys.isVisible()
    for key in (Qt.Key.Key_1, Qt.Key.Key_J, Qt.Key.Key_Return):
        QTest.keyClick(page, key)
    assert page.current is None


def test_enter_opens_the_article_and_escape_leaves(page: ConflictsPage) -> None:
    told: list[object] = []
    page.opened.connect(told.append)
    page.left.connect(lambda: told.append("left"))
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert told == [CONFLICTS[0].document_id, "left"]


def test_in_a_project_that_cannot_be_written_nothing_is_settled(page: ConflictsPage) -> None:
    page.show_conflicts(CONFLICTS, writable=False)
    told: list[object] = []
    page.settled.connect(lambda *given: told.append(given))
    QTest.keyClick(page, Qt.Key.Key_1)
    assert told == []
    assert not page.cards[0].keep.isEnabled()


def test_very_many_come_a_page_at_a_time(page: ConflictsPage) -> None:
    page.show_conflicts([conflict() for _ in range(100)])
    assert len(page.cards) == 60
    assert "100 are open; the first 60 are shown" in page.count.text()
