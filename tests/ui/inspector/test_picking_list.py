"""Rows are picked by key and by mouse; a plain click still goes there."""

import pytest
from PySide6.QtCore import QModelIndex, QStringListModel, Qt, SignalInstance
from pytestqt.qtbot import QtBot

from annotator.ui.inspector.picking_list import PickingList

CONTROL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def rows(qtbot: QtBot) -> PickingList:
    rows = PickingList(QStringListModel(["one", "two", "three"]))
    qtbot.addWidget(rows)
    rows.resize(200, 200)
    rows.show()
    rows.setCurrentIndex(rows.model().index(1, 0))
    return rows


@pytest.mark.parametrize(("modifier", "name"), [(NONE, "chosen"), (CONTROL, "picked"), (SHIFT, "picked_up_to")])
def test_clicks(rows: PickingList, qtbot: QtBot, modifier: Qt.KeyboardModifier, name: str) -> None:
    told: list[tuple[str, int]] = []
    for signal in ("chosen", "picked", "picked_up_to"):
        of_rows: SignalInstance = getattr(rows, signal)
        of_rows.connect(lambda index, signal=signal: told.append((signal, index.row())))
    place = rows.visualRect(rows.model().index(2, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    assert told == [(name, 2)]
    assert rows.currentIndex().row() == 2


@pytest.mark.parametrize(("modifier", "name"), [(NONE, "picked"), (SHIFT, "picked_up_to")])
def test_space(rows: PickingList, qtbot: QtBot, modifier: Qt.KeyboardModifier, name: str) -> None:
    with qtbot.waitSignal(getattr(rows, name)) as told:
        qtbot.keyClick(rows, Qt.Key.Key_Space, modifier)
    index: QModelIndex = told.args[0]
    assert index.row() == 1


def test_escape_leaves(rows: PickingList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.left):
        qtbot.keyClick(rows, Qt.Key.Key_Escape)
