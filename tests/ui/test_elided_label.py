"""Long words are cut off with dots, and pushed aside is nobody."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from annotator.ui.elided_label import ElidedLabel

LONG = "The ministry of harbours, tides, gates and everything that floats <b>between</b> them"


def label(qtbot: QtBot, words: str, width: int) -> ElidedLabel:
    made = ElidedLabel()
    qtbot.addWidget(made)
    made.setText(words)
    made.resize(width, 24)
    made.show()
    return made


def inked(made: ElidedLabel) -> list[int]:
    """The columns in which something is drawn."""
    image = made.grab().toImage()
    paper = QColor(image.pixelColor(0, 0))
    return [x for x in range(image.width()) if any(image.pixelColor(x, y) != paper for y in range(image.height()))]


def test_words_that_have_no_room_end_in_dots_and_are_whole_in_the_tip(qtbot: QtBot) -> None:
    made = label(qtbot, LONG, 160)
    assert made.text() == LONG
    assert "&lt;b&gt;between" in made.toolTip()
    assert 100 < max(inked(made)) < 160
    made.resize(2000, 24)
    assert max(inked(made)) > 160


def test_it_asks_for_no_width(qtbot: QtBot) -> None:
    assert label(qtbot, LONG, 160).minimumSizeHint().width() <= 1
    assert label(qtbot, "", 160).toolTip() == ""


def test_each_script_begins_at_its_own_side(qtbot: QtBot) -> None:
    assert min(inked(label(qtbot, "Rina", 300))) < 30
    assert max(inked(label(qtbot, "منى الخطيب", 300))) > 270
    made = label(qtbot, "Rina", 300)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert min(inked(made)) < 30
