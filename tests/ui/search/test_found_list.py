"""The list of what was found goes back to the field above its first row."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.search.found_list import FoundList
from annotator.ui.search.hit_delegate import HitDelegate
from tests.ui.search.found import hit


def test_the_keyboard_goes_in_at_the_first_row_and_out_above_it(qtbot: QtBot) -> None:
    view = FoundList(HitDelegate)
    qtbot.addWidget(view)
    view.show()
    view.show_found(tuple(hit("rice" * number, (0, 4)) for number in range(1, 4)))
    left: list[int] = []
    view.left_above.connect(lambda: left.append(view.currentIndex().row()))
    view.enter()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert left == []
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert left == [0]
    QTest.keyClick(view, Qt.Key.Key_End)
    view.enter()
    assert view.currentIndex().row() == 2
