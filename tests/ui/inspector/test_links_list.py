"""The links of an annotation in the inspector, by keyboard."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.inspector.links_list import LinksList
from tests.ui.links.test_rows import row


def link(number: int) -> object:
    return row(f"passage {number}", before="denies", relation_id=UUID(int=number))


@pytest.fixture
def links(qtbot: QtBot) -> LinksList:
    made = LinksList()
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_links_there_is_nothing_to_see(links: LinksList) -> None:
    links.set_links([link(1)])  # type: ignore[list-item]
    assert links.isVisible()
    links.set_links(())
    assert not links.isVisible()


def test_del_removes_and_enter_follows(links: LinksList, qtbot: QtBot) -> None:
    links.set_links([link(1), link(2)])  # type: ignore[list-item]
    links.enter()
    QTest.keyClick(links.list_view, Qt.Key.Key_Down)
    with qtbot.waitSignal(links.removed) as removed:
        QTest.keyClick(links.list_view, Qt.Key.Key_Delete)
    assert removed.args == [UUID(int=2)]
    with qtbot.waitSignal(links.followed) as followed:
        QTest.keyClick(links.list_view, Qt.Key.Key_Return)
    assert followed.args == [UUID(int=1), UUID(int=2)]


def test_what_is_frozen_is_not_removed(links: LinksList, qtbot: QtBot) -> None:
    links.set_links([link(1)])  # type: ignore[list-item]
    links.set_changeable(False)
    links.enter()
    with qtbot.assertNotEmitted(links.removed):
        QTest.keyClick(links.list_view, Qt.Key.Key_Delete)


def test_the_keyboard_stays_in_the_list_when_a_link_has_gone(links: LinksList) -> None:
    links.set_links([link(1), link(2)])  # type: ignore[list-item]
    links.enter()
    links.list_view.setCurrentIndex(links.model.index(1))
    links.set_links([link(1)])  # type: ignore[list-item]
    assert links.list_view.currentIndex().row() == 0


def test_the_list_is_as_high_as_its_rows_and_no_higher_than_four(links: LinksList) -> None:
    heights = []
    for count in (1, 4, 9):
        links.set_links([link(number) for number in range(count)])  # type: ignore[misc]
        heights.append(links.list_view.height())
    assert heights[0] < heights[1] == heights[2]
