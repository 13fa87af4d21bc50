"""Rows that are only looked at."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.imports.rows_table import RowsTable


def test_words_stand_on_their_own_side_and_can_be_copied(qtbot: QtBot) -> None:
    table = RowsTable("Rows", ("Why", "What"), 1)
    qtbot.addWidget(table)
    table.show_rows([("left\nout", "سعر الأرز"), ("", "rice")])
    cell = table.item(0, 1)
    assert cell is not None
    assert cell.textAlignment() & Qt.AlignmentFlag.AlignRight
    first = table.item(0, 0)
    assert first is not None
    assert first.text() == "left out"
    assert table.as_text() == "left\nout\tسعر الأرز\n\trice"
    table.show_rows([])
    assert table.as_text() == ""
