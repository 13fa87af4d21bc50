"""The page of statistics by itself: what it asks, and where the keyboard goes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.figures import Subject
from annotator.ui.statistics.page import StatisticsPage
from tests.ui.statistics.test_chart import LABELS, TABLE


@pytest.fixture
def page(qtbot: QtBot) -> StatisticsPage:
    page = StatisticsPage()
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


def test_choosing_a_subject_asks_for_it(page: StatisticsPage, qtbot: QtBot) -> None:
    page.begin()
    with qtbot.waitSignal(page.asked) as asked:
        QTest.keyClick(page.subjects, Qt.Key.Key_Down)
    assert asked.args == [Subject.SOURCES]


def test_enter_on_a_number_asks_for_its_passages(page: StatisticsPage, qtbot: QtBot) -> None:
    page.show_figures(TABLE, LABELS, "light", "as it is", "nothing")
    page.table.setCurrentIndex(page.figures.index(0, 1))
    with qtbot.waitSignal(page.number_chosen) as chosen:
        page.table.activated.emit(page.figures.index(0, 1))
    assert chosen.args == [Subject.OUTLETS, "A", "claim"]
    page.table.activated.emit(page.figures.index(2, 1))  # the sum has none of its own


def test_where_there_is_nothing_that_is_said(page: StatisticsPage) -> None:
    page.show_figures(TABLE.__class__(Subject.LABELS, (), ()), LABELS, "light", "", "nothing yet")
    assert not page.table.isVisible()
    assert not page.png.isVisible()


def test_the_table_goes_to_the_clipboard_and_escape_leaves(page: StatisticsPage, qtbot: QtBot) -> None:
    page.show_figures(TABLE, LABELS, "light", "as it is", "nothing")
    QTest.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().splitlines()[1] == "A\t8\t0\t0\t8"
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.subjects, Qt.Key.Key_Escape)


def test_long_titles_leave_the_names_and_the_sum_in_view(page: StatisticsPage) -> None:
    title = "Statement of fact by an official spokesperson of a ministry"
    labels = {key: replace(LABELS["claim"], key=key, title=f"{title} {key}") for key in TABLE.columns}
    page.show_figures(TABLE, labels, "light", "as it is", "nothing")
    assert page.table.horizontalScrollBar().maximum() == 0
    assert page.table.horizontalHeader().textElideMode() == Qt.TextElideMode.ElideRight
    told = page.figures.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert told == f"{title} claim"


def test_the_ring_around_what_has_the_keyboard_lies_beside_the_rows(page: StatisticsPage) -> None:
    page.subjects.ensurePolished()
    for view in (page.subjects, page.passages):
        assert view.viewport().geometry().topLeft() == QPoint(1, 1)
