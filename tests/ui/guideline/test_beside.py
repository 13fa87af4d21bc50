"""A panel at the side of the text where there is room, else below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.guideline.beside import Beside


def shown(qtbot: QtBot, width: int) -> tuple[Beside, QWidget]:
    beside, panel = Beside(QWidget()), QWidget()
    qtbot.addWidget(beside)
    panel.setMinimumWidth(200)
    beside.put(panel)
    beside.resize(width, 600)
    beside.show()
    return beside, panel


def test_the_panel_is_hidden_until_it_is_wanted(qtbot: QtBot) -> None:
    beside, panel = shown(qtbot, 1000)
    qtbot.waitUntil(lambda: beside.sizes()[0] == 1000)
    assert not panel.isVisible()
    beside.open()
    assert panel.isVisible()
    assert panel.width() == 320
    panel.hide()
    qtbot.waitUntil(lambda: beside.sizes()[0] == 1000)


def test_where_it_is_narrow_the_panel_lies_below(qtbot: QtBot) -> None:
    beside, panel = shown(qtbot, 560)
    beside.open()
    assert beside.orientation() == Qt.Orientation.Vertical
    assert panel.width() == 560
    beside.resize(1100, 600)
    assert beside.orientation() == Qt.Orientation.Horizontal
    assert panel.width() == 320


def test_in_a_tall_window_the_text_gets_the_height_and_not_the_bar_over_it(qtbot: QtBot) -> None:
    whole, bar, beside = QWidget(), QWidget(), Beside(QWidget())
    qtbot.addWidget(whole)
    QVBoxLayout(bar).addWidget(QLabel("Sentence 1 of 7"))
    column = QVBoxLayout(whole)
    column.addWidget(bar)
    column.addWidget(beside)
    for orientation in Qt.Orientation:
        beside.setOrientation(orientation)
        whole.resize(600, 1000)
        whole.show()
        assert bar.height() == bar.sizeHint().height()
