"""A list with boxes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.label_sets.check_list import CheckList


def test_space_ticks_and_filling_tells_nothing(qtbot: QtBot) -> None:
    boxes, told = CheckList("Labels"), list[tuple[str, ...]]()
    qtbot.addWidget(boxes)
    boxes.chosen.connect(told.append)
    boxes.show_choices([("a", "One"), ("b", "Two"), ("c", "Three")], ["c"])
    assert (boxes.keys(), told) == (("c",), [])
    boxes.show()
    QTest.keyClick(boxes, Qt.Key.Key_Space)
    QTest.keyClick(boxes, Qt.Key.Key_Down)
    QTest.keyClick(boxes, Qt.Key.Key_Space)
    assert told == [("a", "c"), ("a", "b", "c")]
    boxes.tick("a", on=False)
    assert boxes.keys() == ("b", "c")
    assert boxes.accessibleName() == "Labels"
