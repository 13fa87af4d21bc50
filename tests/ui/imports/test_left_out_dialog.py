"""The list of what was left out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.ui.imports.left_out_dialog import LeftOutDialog


def test_each_thing_stands_with_its_reason_and_can_be_copied(qtbot: QtBot) -> None:
    dialog = LeftOutDialog(None, "1 thing was left out.", [("no label", "Kata", "Beras")])
    qtbot.addWidget(dialog)
    assert dialog.table.rowCount() == 1
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    buttons["Copy list"].click()
    assert QGuiApplication.clipboard().text() == "no label\tKata\tBeras"
    buttons["Close"].click()
    assert dialog.result() == LeftOutDialog.DialogCode.Accepted


def test_the_row_one_is_on_is_told_in_full_below(qtbot: QtBot) -> None:
    why = "The words of this annotation are nowhere in the article as it is here, so it has no place. " * 3
    rows = [(why, "Kata", "Beras"), ("no label", "Harga", "")]
    dialog = LeftOutDialog(None, "2 things were left out.", rows)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    told = dialog.table.whole
    assert told is not None
    assert told.isVisible()
    assert told.text() == f"{why.strip()}\nKata\nBeras"
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert told.text() == "no label\nHarga"
    dialog.table.show_rows([])
    assert not told.isVisible()
