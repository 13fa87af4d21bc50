"""A table that is read."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from annotator.ui.suggestions.figures_table import FiguresTable


def test_rows_are_shown_replaced_and_read(qtbot: QtBot) -> None:
    table = FiguresTable(["Label", "Shown"], ["", "How many"], "Figures")
    qtbot.addWidget(table)
    table.show_rows([["Quote", "3"], ["Claim", "4"]])
    assert table.words() == [["Quote", "3"], ["Claim", "4"]]
    table.show_rows([["Denial", "1"]])
    assert table.words() == [["Denial", "1"]]
    header = table.horizontalHeaderItem(1)
    assert header is not None
    assert header.toolTip() == "How many"
    assert table.accessibleName() == "Figures"


def test_keys_move_in_it_change_nothing_and_tab_leaves_it(qtbot: QtBot) -> None:
    table = FiguresTable(["Label"], [""], "Figures")
    qtbot.addWidget(table)
    table.show_rows([["Quote"], ["Claim"]])
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClicks(table, "x")
    assert table.currentRow() == 1
    assert table.words() == [["Quote"], ["Claim"]]
    assert table.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    assert not table.tabKeyNavigation()


def test_some_rows_are_seen_however_little_room_there_is(qtbot: QtBot) -> None:
    table = FiguresTable(["Label"], [""], "Figures")
    qtbot.addWidget(table)
    table.show_rows([["Quote"], ["Claim"], ["Denial"]])
    table.resize(300, 10)
    table.show()
    assert table.viewport().height() >= sum(table.rowHeight(row) for row in range(3))
