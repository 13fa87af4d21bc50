"""The tree of a set's parts."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core import label_changes
from annotator.ui.label_sets.parts_tree import PartsTree
from tests.ui.label_sets.sets import NEWSROOM


def shown(qtbot: QtBot) -> PartsTree:
    tree = PartsTree()
    qtbot.addWidget(tree)
    tree.show_set(NEWSROOM, "light")
    tree.show()
    return tree


def test_a_part_that_has_the_focus_keeps_it(qtbot: QtBot) -> None:
    tree = shown(qtbot)
    assert tree.chosen() == ("set", "")
    tree.choose("labels", "quote")
    tree.show_set(label_changes.retire(NEWSROOM, "labels", "quote"), "light")
    assert tree.chosen() == ("labels", "quote")
    row = tree.currentItem()
    assert row is not None
    assert row.text(0) == "Quote (retired)"
    tree.choose("labels", "nothing")
    assert tree.chosen() == ("labels", "")


def test_folded_groups_stay_folded(qtbot: QtBot) -> None:
    tree = shown(qtbot)
    heads = [tree.topLevelItem(index) for index in range(5)]
    assert [head.isExpanded() for head in heads if head][1:] == [True, True, False, False]
    fields = tree.topLevelItem(2)
    assert fields is not None
    fields.setExpanded(False)
    tree.show_set(NEWSROOM, "dark")
    again = tree.topLevelItem(2)
    assert again is not None
    assert not again.isExpanded()


def test_keys_move_and_retire(qtbot: QtBot) -> None:
    tree, told = shown(qtbot), list[object]()
    tree.move_requested.connect(told.append)
    tree.retire_requested.connect(lambda: told.append("retire"))
    tree.choose("labels", "quote")
    QTest.keyClick(tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert told == [-1, 1, "retire"]
    QTest.keyClick(tree, Qt.Key.Key_Up)
    assert tree.chosen() == ("labels", "denial")
