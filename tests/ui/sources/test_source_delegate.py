"""A source is drawn with its counts, in both directions and every theme."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.ui.sources.source_delegate import SourceDelegate
from annotator.ui.sources.source_model import SourceModel, SourceRow
from annotator.ui.theme import THEMES, palette, read_theme
from tests.ui.sources.rows import LABELS, row


def painted(shown: SourceRow, theme: str, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> QImage:
    model = SourceModel()
    model.labels, model.theme_name = LABELS, theme
    model.show([shown])
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 320, SourceDelegate().sizeHint(option, model.index(0)).height())
    option.palette, option.direction = palette(read_theme(theme)), direction
    picture = QImage(QSize(option.rect.size()), QImage.Format.Format_RGB32)
    picture.fill(QColor(read_theme(theme).paper))
    painter = QPainter(picture)
    SourceDelegate().paint(painter, option, model.index(0))
    painter.end()
    return picture


def inked(picture: QImage) -> float:
    """Where the middle of all that is drawn lies, 0 the left, 1 the right."""
    ground = picture.pixel(0, 0)
    places = [x for x in range(picture.width()) for y in range(picture.height()) if picture.pixel(x, y) != ground]
    return sum(places) / len(places) / picture.width()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", THEMES)
def test_counts_are_drawn_beside_their_labels(theme: str) -> None:
    with_counts = painted(row("Tira", counts={"claim": 3, "quote": 12}, kind="person"), theme)
    assert with_counts != painted(row("Tira", kind="person"), theme)


@pytest.mark.usefixtures("qapp")
def test_names_begin_where_they_are_read_from() -> None:
    assert inked(painted(row("Tira"), "light")) < 0.4
    assert inked(painted(row("تيرا"), "light")) > 0.6
    counts = {"claim": 3}
    ltr = inked(painted(row(" ", counts=counts), "light"))
    rtl = inked(painted(row(" ", counts=counts), "light", Qt.LayoutDirection.RightToLeft))
    assert ltr > 0.6
    assert rtl < 0.4


@pytest.mark.usefixtures("qapp")
def test_many_counts_leave_room_for_words() -> None:
    many = dict.fromkeys((*LABELS, "a", "b", "c"), 1000000)
    assert not painted(row("x" * 500, alias="y" * 500, counts=many), "light").isNull()
