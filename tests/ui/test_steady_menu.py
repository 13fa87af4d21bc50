"""A menu of a button keeps its figures from the text beneath it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import annotator.ui
from annotator.ui.steady_menu import SteadyMenu


def test_a_figure_is_the_menus_and_no_key_of_the_text(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label, chosen, tagged = QAction(window), [], []
    label.setShortcut("1")
    label.triggered.connect(lambda: tagged.append("claim"))
    window.addAction(label)
    with qtbot.waitActive(window):
        window.show()
    qtbot.keyClick(window, Qt.Key.Key_1)
    assert tagged == ["claim"]
    menu = SteadyMenu(window)
    menu.addAction("&1  Ana", lambda: chosen.append("Ana"))
    menu.addAction("&2  Ben", lambda: chosen.append("Ben"))
    menu.popup(window.pos())
    qtbot.keyClick(menu, Qt.Key.Key_1)
    assert (chosen, tagged) == (["Ana"], ["claim"])


def test_no_button_has_another_kind_of_menu() -> None:
    made = Path(annotator.ui.__path__[0]).rglob("*.py")
    assert [path.name for path in made if " QMenu(" in path.read_text(encoding="utf-8")] == []
