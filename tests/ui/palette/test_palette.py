"""The keyboard stays in the field while the arrows move in the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from annotator.ui.palette.entries import Entry, Group
from annotator.ui.palette.palette import Palette

ENTRIES = tuple(Entry(Group.ARTICLE, number, f"Article {number}") for number in range(30))


@pytest.fixture
def palette(qtbot: QtBot) -> Palette:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    palette = Palette(window)
    palette.open_with(ENTRIES)
    qtbot.waitUntil(palette.isActiveWindow)
    return palette


def row(palette: Palette) -> int:
    return palette.view.currentIndex().row()


def test_arrows_and_pages_move_and_stop_at_the_ends(palette: Palette) -> None:
    assert palette.focusWidget() is palette.field
    for key, at in (
        (Qt.Key.Key_Down, 1), (Qt.Key.Key_PageDown, 11), (Qt.Key.Key_Up, 10), (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_Up, 0), (Qt.Key.Key_PageDown, 10), (Qt.Key.Key_PageDown, 20), (Qt.Key.Key_PageDown, 29),
    ):  # fmt: skip
        QTest.keyClick(palette.field, key)
        assert row(palette) == at
    assert palette.field.accessibleDescription() == "Article 29, Articles"


def test_typing_is_told_and_begins_at_the_first_row(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.typed) as typed:
        QTest.keyClicks(palette.field, "a")
    assert typed.args == ["a"]
    palette.show_entries(ENTRIES[:3])
    assert row(palette) == 0
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    palette.show_entries(ENTRIES, keep_row=True)
    assert row(palette) == 1
    palette.show_entries(())
    assert palette.field.accessibleDescription().startswith("Nothing fits")


def test_enter_chooses_and_closes(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.args == [ENTRIES[1]]
    assert not palette.isVisible()


def test_a_click_chooses_and_escape_goes_back(palette: Palette, qtbot: QtBot) -> None:
    place = palette.view.visualRect(palette.entries.index(2, 0)).center()
    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.mouseClick(palette.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [ENTRIES[2]]
    palette.open_with(ENTRIES)
    with qtbot.assertNotEmitted(palette.chosen):
        QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_nothing_is_chosen_where_nothing_fits(palette: Palette, qtbot: QtBot) -> None:
    palette.show_entries(())
    with qtbot.assertNotEmitted(palette.chosen):
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_it_fits_into_a_small_window(palette: Palette) -> None:
    palette.hide()
    palette._window.resize(720, 480)
    palette.open_with(ENTRIES)
    assert palette.width() <= 680
    assert palette.height() <= 480 - 72
