"""The list of what was found goes back to the field above its first row."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.search.found_list import FoundList
from annotator.ui.search.hit_delegate import HitDelegate
from tests.ui.search.found import hit

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def shown(qtbot: QtBot, rows: int) -> FoundList:
    view = FoundList(HitDelegate)
    qtbot.addWidget(view)
    view.resize(400, 600)
    view.show()
    view.show_found(tuple(hit("rice" * number, (0, 4)) for number in range(1, rows + 1)))
    view.enter()
    return view


def picked(view: FoundList) -> list[int]:
    return [row for row in range(view.found.rowCount()) if view.found.is_picked(row)]


def test_rows_are_picked_by_keyboard(qtbot: QtBot) -> None:
    view = shown(qtbot, 5)
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert picked(view) == [0, 1, 2]
    QTest.keyClick(view, Qt.Key.Key_Up, SHIFT)
    assert picked(view) == [0, 1]
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert picked(view) == [0]
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert picked(view) == [0, 1, 2, 3, 4]
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert picked(view) == []
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert picked(view) == [4]


def test_the_mouse_picks_with_a_key_held_and_opens_without(qtbot: QtBot) -> None:
    view = shown(qtbot, 5)
    opened: list[int] = []
    view.chosen.connect(lambda index: opened.append(index.row()))

    def click(row: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        place = view.visualRect(view.found.index(row)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, place)

    click(1)
    click(1, CONTROL)
    click(3, SHIFT)
    click(2, CONTROL)
    assert opened == [1]
    assert picked(view) == [1, 3]


def test_what_is_found_anew_is_not_picked(qtbot: QtBot) -> None:
    view = shown(qtbot, 2)
    view.found.pick([0, 1, 7], on=True)
    assert len(view.found.picked()) == 2
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert view.found.index(0).data(spoken).endswith(", picked")
    view.show_found((hit("rice", (0, 4)),))
    assert view.found.picked() == []
    assert not view.found.index(0).data(spoken).endswith(", picked")


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
