"""How figures are drawn."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from annotator.core.agreement.measures import Interval, Why
from annotator.operations.agreement_places import Cell
from annotator.ui.agreement.figure_delegate import FigureDelegate
from annotator.ui.agreement.grid import Grid, Head, Row, Shown
from annotator.ui.agreement.grid_model import GridModel

WIDTH, HEIGHT = 160, 80
ACCENT = QColor("#ff0000")


def drawn(shown: Shown, *, rtl: bool = False) -> QImage:
    model = GridModel()
    model.show(Grid((Head("Label"), Head("Kappa")), (Row("Claim", (shown,)),)))
    option, image = QStyleOptionViewItem(), QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    look: object = option
    option.rect = QRect(0, 0, WIDTH, HEIGHT)  # type: ignore[attr-defined]
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#ffffff"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Highlight, ACCENT)
    option.palette = palette  # type: ignore[attr-defined]
    option.direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight  # type: ignore[attr-defined]
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    FigureDelegate().paint(painter, look, model.index(0, 1))  # type: ignore[arg-type]
    painter.end()
    return image


def bar(image: QImage) -> list[QColor]:
    """The pixels of the thin bar, from one side to the other."""
    return [image.pixelColor(x, HEIGHT - 8) for x in range(8, WIDTH - 8)]


def red(pixels: list[QColor]) -> list[int]:
    return [at for at, colour in enumerate(pixels) if colour.red() > 200 and colour.green() < 160]


def test_the_bar_is_as_long_as_the_figure(qtbot: QtBot) -> None:
    half = red(bar(drawn(Shown(0.5, 100, Cell()))))
    assert half[0] == 0
    assert len(half) == pytest.approx((WIDTH - 16) / 2, abs=2)
    turned = red(bar(drawn(Shown(0.5, 100, Cell()), rtl=True)))
    assert turned[-1] == WIDTH - 17
    assert red(bar(drawn(Shown(-0.3, 100, Cell())))) == []


def test_an_interval_is_the_strong_part_of_it(qtbot: QtBot) -> None:
    pixels = bar(drawn(Shown(0.5, 100, Cell(), interval=Interval(0.25, 0.75))))
    strong = [at for at, colour in enumerate(pixels) if colour == ACCENT]
    assert strong[0] == pytest.approx((WIDTH - 16) / 4, abs=2)
    assert strong[-1] == pytest.approx((WIDTH - 16) * 3 / 4, abs=2)


def test_a_figure_of_few_things_has_no_strong_bar(qtbot: QtBot) -> None:
    assert red(bar(drawn(Shown(0.9, 3, Cell())))) == []


def test_where_there_is_no_figure_there_is_no_bar(qtbot: QtBot) -> None:
    pixels = bar(drawn(Shown(None, 100, Cell(), Why.ONE_VALUE)))
    assert set(map(QColor.name, pixels)) == {"#ffffff"}


def test_a_row_has_room_for_all_of_it(qtbot: QtBot) -> None:
    model = GridModel()
    shown = Shown(None, 100, Cell(), Why.ONE_VALUE)
    model.show(Grid((Head("Label"), Head("Kappa")), (Row("Claim", (shown,)),)))
    option = QStyleOptionViewItem()
    small: QSize = FigureDelegate().sizeHint(option, model.index(0, 0))
    large: QSize = FigureDelegate().sizeHint(option, model.index(0, 1))
    assert small.height() == large.height() > 3 * option.fontMetrics.height()  # type: ignore[attr-defined]
