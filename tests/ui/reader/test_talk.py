"""The signs in the margin where something is said."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from annotator.core.spans import Span
from annotator.ui.reader.talk import Talk, draw_bubble


def test_how_many_begin_in_a_stretch() -> None:
    talk = Talk({0: 2, 10: 1, 30: 4})
    assert talk.on(Span(0, 10)) == {0: 2}
    assert talk.number_on(Span(5, 31)) == 5
    assert talk.number_on(Span(11, 30)) == 0
    assert Talk().number_on(Span(0, 100)) == 0


def test_a_bubble_is_drawn_with_its_number(qtbot: QtBot) -> None:
    def drawn(number: int, rtl: bool) -> QImage:
        picture = QImage(40, 40, QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        draw_bubble(painter, QColor("black"), QRectF(4, 4, 28, 28), number, rtl=rtl)
        painter.end()
        return picture

    assert drawn(1, False) != drawn(3, False)
    assert drawn(1, False) != drawn(1, True)
    assert drawn(10, False) == drawn(99, False)
