"""An entry of the trail takes two lines and draws both."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from annotator.operations.trail import Trail
from annotator.ui.audit.trail_delegate import TrailDelegate
from annotator.ui.audit.trail_model import TrailModel
from tests.ui.audit.test_trail_model import entry


@pytest.mark.parametrize("article", ["Prices rise", "نفى الوزير الخبر", "long " * 80])
def test_both_lines_are_drawn(qtbot: object, article: str) -> None:
    view, model = QListView(), TrailModel()
    qtbot.addWidget(view)  # type: ignore[attr-defined]
    model.show(Trail((entry(1, article=article),), None))
    delegate, option = TrailDelegate(view), QStyleOptionViewItem()
    option.font, option.palette = view.font(), view.palette()  # type: ignore[attr-defined]
    size = delegate.sizeHint(option, model.index(0))
    assert size.height() > 2 * view.fontMetrics().height()
    option.rect = QRect(0, 0, 300, size.height())  # type: ignore[attr-defined]
    image = QImage(300, size.height(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    middle = size.height() // 2
    drawn = [any(image.pixel(x, y) & 0xFFFFFF != 0xFFFFFF for x in range(300)) for y in range(size.height())]
    assert any(drawn[:middle])
    assert any(drawn[middle:])
