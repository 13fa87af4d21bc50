"""The passages behind a number."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotator.operations.statistics import CountedPassage
from annotator.ui.statistics.passages_model import PassagesModel
from tests.formats.records import minister


def test_a_passage_stands_with_its_article(qapp: object) -> None:
    model = PassagesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    passage = CountedPassage(minister().annotations[0], "Kata Menteri", "Harga\nturun")
    model.show([passage])
    index = model.index(0)
    assert model.data(index) == "Harga turun  —  Kata Menteri"
    assert model.data(index, PassagesModel.PassageRole) is passage
    assert model.data(index, int(Qt.ItemDataRole.FontRole)) is None
