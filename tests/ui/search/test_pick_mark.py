"""A picked row has a tick at the side where it begins."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from annotator.ui.search.pick_mark import paint_pick


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("rtl", [False, True])
def test_it_stands_where_the_row_begins(rtl: bool) -> None:
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#204080"))
    painter = QPainter(image)
    paint_pick(painter, QRect(0, 0, 200, 30), palette, rtl=rtl)
    painter.end()
    inked = {x for x in range(200) for y in range(30) if image.pixelColor(x, y) != QColor("white")}
    assert inked
    assert (min(inked) > 180) if rtl else (max(inked) < 16)
