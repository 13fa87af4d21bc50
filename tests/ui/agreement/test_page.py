"""The page of agreement by itself: what it asks, and where the keyboard goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.agreement.measures import Measure
from annotator.operations.agreement_places import Cell, SeenPlaces
from annotator.ui.agreement.grid import View
from annotator.ui.agreement.page import AgreementPage
from tests.core.agreement.desk import ANA, BEN
from tests.ui.agreement.compared import comparison, three
from tests.ui.agreement.test_place_model import PLACE


@pytest.fixture
def page(qtbot: QtBot) -> AgreementPage:
    page = AgreementPage()
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


def show(page: AgreementPage) -> AgreementPage:
    page.show_comparison(comparison(three()), "1 article", "Left out: 2 that came later.")
    return page


def test_it_asks_when_it_comes_into_view(page: AgreementPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.asked):
        page.begin()


def test_it_begins_on_the_first_figure(page: AgreementPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.begin()
    show(page)
    assert page.table.hasFocus()
    assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (0, 1)


def test_enter_on_a_figure_asks_for_its_places(page: AgreementPage, qtbot: QtBot) -> None:
    show(page)
    page.table.setCurrentIndex(page.figures.index(1, 2))
    page.table.setFocus()
    with qtbot.waitSignal(page.cell_chosen) as chosen:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert chosen.args == [Cell(Measure.KAPPA_SENTENCE, "claim"), "Claim, Kappa (sentence)"]
    page.table.setCurrentIndex(page.figures.index(1, 0))
    with qtbot.assertNotEmitted(page.cell_chosen):
        QTest.keyClick(page.table, Qt.Key.Key_Return)


def test_the_tabs_lead_through_all_views(page: AgreementPage) -> None:
    show(page)
    assert page.view is View.LABELS
    assert page.figures.rowCount() == 4
    page.tabs.setFocus()
    QTest.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page.view is View.PAIRS
    assert page.figures.rowCount() == 3
    assert page.measure.isVisible()
    QTest.keyClick(page.measure, Qt.Key.Key_Down)
    assert page.figures.grid.rows[0].cells[1].asks == Cell(Measure.FLEISS_SENTENCE, "", (ANA, BEN))
    for view in (View.ATTRIBUTES, View.LINKS, None):
        QTest.keyClick(page.tabs, Qt.Key.Key_Right)
        assert page.view is view
    assert page.method.isVisible()
    assert "Krippendorff 2004" in page.method.toPlainText()
    assert not page.table.isVisible()


def test_two_of_three_can_be_looked_at(page: AgreementPage) -> None:
    show(page)
    assert page.between.count() == 4
    page.between.setFocus()
    QTest.keyClick(page.between, Qt.Key.Key_Down)
    assert page.figures.grid.rows[1].cells[0].asks.group == (ANA, BEN)
    assert page.figures.index(1, 7).data() == "1.00"


def test_escape_closes_the_places_and_then_the_page(page: AgreementPage, qtbot: QtBot) -> None:
    show(page)
    page.show_places("Claim", SeenPlaces((PLACE,), 1, 0))
    assert page.shows_places
    QTest.keyClick(page.places.list, Qt.Key.Key_Escape)
    assert not page.shows_places
    assert page.table.hasFocus()
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.table, Qt.Key.Key_Escape)


def test_where_there_is_nothing_the_page_says_what_to_do(page: AgreementPage) -> None:
    page.show_comparison(comparison(), "Assign one.", "")
    assert page.nothing.text() == "Assign one."
    assert page.nothing.isVisible()
    assert not page.table.isVisible()
    assert not page.copy.isVisible()
    assert not page.left_out.isVisible()


def test_the_table_goes_to_the_clipboard(page: AgreementPage) -> None:
    show(page)
    QTest.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().splitlines()[2].startswith("Claim\t100 %\t40\t")


def test_files_and_gamma_are_asked_for(page: AgreementPage, qtbot: QtBot) -> None:
    show(page)
    for button, kind in ((page.csv, "csv"), (page.json, "json")):
        with qtbot.waitSignal(page.file_wanted) as wanted:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert wanted.args == [kind]
    with qtbot.waitSignal(page.gamma_wanted):
        QTest.mouseClick(page.gamma, Qt.MouseButton.LeftButton)


def test_a_closed_project_leaves_nothing(page: AgreementPage) -> None:
    show(page).forget()
    assert page.figures.rowCount() == 0
    assert page.says.text() == ""
