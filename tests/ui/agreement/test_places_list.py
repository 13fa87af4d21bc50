"""The list of places under the figures."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.operations.agreement_places import SeenPlaces
from annotator.ui.agreement.places_list import PlacesList
from tests.ui.agreement.test_place_model import PLACE


def test_enter_opens_a_place(qtbot: QtBot) -> None:
    places = PlacesList()
    qtbot.addWidget(places)
    assert places.isHidden()
    places.show_places("Claim, Kappa", SeenPlaces((PLACE, PLACE), 5, 7), {})
    assert places.counted.text().startswith("Claim, Kappa: 5 in dispute, 7 agreed.")
    assert "first 2" in places.counted.text()
    with qtbot.waitExposed(places):
        places.show()
    with qtbot.waitSignal(places.chosen) as chosen:
        QTest.keyClick(places.list, Qt.Key.Key_Return)
    assert chosen.args == [PLACE]
    places.clear()
    assert places.isHidden()


def test_where_nobody_says_anything_that_is_said(qtbot: QtBot) -> None:
    places = PlacesList()
    qtbot.addWidget(places)
    places.show_places("Denial, Kappa", SeenPlaces((), 0, 0), {})
    assert places.counted.text() == "Denial, Kappa: nobody says anything anywhere here."
