"""Sources as a list: one is open, and each says what it is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from annotator.ui.sources.source_model import SourceModel
from tests.ui.sources.rows import LABELS, row


def test_each_row_says_what_it_is(qapp: object) -> None:
    model = SourceModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.labels = LABELS
    model.show([row("Tira", "Protected source 1", counts={"claim": 2}, kind="person", protected=True)])
    index = model.index(0)
    assert model.data(index) == "Protected source 1"
    spoken = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Protected source 1. Person · Protected. 2 Claim"
    assert "Tira" not in spoken
    assert model.data(index, int(Qt.ItemDataRole.FontRole)) is None


def test_one_is_open(qtbot: QtBot) -> None:
    model, rows = SourceModel(), [row("A"), row("B")]
    model.show(rows)
    with qtbot.waitSignal(model.dataChanged):
        model.set_open(rows[1].source.id)
    assert [model.data(model.index(at), SourceModel.OpenRole) for at in (0, 1)] == [False, True]
    model.set_open(None)
    assert model.row_of(rows[1].source.id) == 1
    assert model.row_of(row("C").source.id) == model.row_of(None) == -1
