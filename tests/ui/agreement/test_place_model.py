"""The places behind a figure in a list."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from annotator.core.identity import new_id
from annotator.core.spans import Span
from annotator.operations.agreement_places import SeenAnswer, SeenPlace
from annotator.ui.agreement.place_model import PlaceModel

ANSWERS = (SeenAnswer("Ana", ("quote",), ("the mayor\nsaid",)), SeenAnswer("Ben", (), ()))
PLACE = SeenPlace(new_id(), "A title", Span(4, 30), "“I was there,” the mayor\nsaid.", (Span(15, 28),), ANSWERS, False)


def test_a_row_says_what_everybody_says(qtbot: QtBot) -> None:
    model = PlaceModel()
    QAbstractItemModelTester(model)
    model.show([PLACE], {"quote": "Quote"})
    index = model.index(0)
    assert index.data() == "“I was there,” the mayor said."
    assert index.data(PlaceModel.AnswersRole) == "Ana: Quote “the mayor said”   ·   Ben: nothing"
    assert index.data(PlaceModel.PlaceRole) is PLACE
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("in dispute; “I was there,”")
    assert "A title" in index.data(Qt.ItemDataRole.ToolTipRole)
