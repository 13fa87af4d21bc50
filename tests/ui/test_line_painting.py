"""Words stand where their script begins, or where they are told to, and end in dots where they have no room."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from annotator.ui.line_painting import draw_line

WIDTH = 300


def inked(words: str, width: int = WIDTH, at_right: bool | None = None) -> list[int]:
    """The columns in which something is drawn."""
    image = QImage(WIDTH, 24, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_line(painter, QRect(0, 0, width, 24), words, at_right=at_right)
    painter.end()
    white = QColor("white")
    return [x for x in range(WIDTH) if any(image.pixelColor(x, y) != white for y in range(24))]


@pytest.mark.parametrize(("words", "begins_right"), [("Rina", False), ("منى", True), ("“منى” said", True), ("", False)])
def test_each_script_begins_at_its_own_side(qtbot: QtBot, words: str, begins_right: bool) -> None:
    columns = inked(words)
    assert bool(columns) is bool(words)
    if columns:
        assert (min(columns) > WIDTH / 2) is begins_right
        assert (max(columns) < WIDTH / 2) is not begins_right


def test_a_side_can_be_given(qtbot: QtBot) -> None:
    assert min(inked("Rina", at_right=True)) > WIDTH / 2
    assert max(inked("منى", at_right=False)) < WIDTH / 2


def test_what_has_no_room_is_left_out(qtbot: QtBot) -> None:
    columns = inked("The ministry of harbours, tides and gates", width=120)
    assert 80 < max(columns) < 120
