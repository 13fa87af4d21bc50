"""A chart is painted as wide as it may be: bars in proportion, hatched and coloured, from either side."""

import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from annotator.core.figures import Figures, Row, Subject
from annotator.ui.statistics.chart import MOST_BARS, Chart, drawn, picture_height
from annotator.ui.theme import palette, read_theme
from tests.ui.inspector.passages import newsroom

LABELS = {label.key: label for label in newsroom().labels}
TABLE = Figures(Subject.OUTLETS, ("claim", "denial", "quote"), (Row("A", "A", (8, 0, 0)), Row("B", "صحيفة", (0, 2, 2))))


def painted(theme: str, *, rtl: bool = False, figures: Figures = TABLE) -> tuple[QImage, Chart]:
    font = QFont(QApplication.font())
    chart = Chart(figures, LABELS, theme, palette(read_theme(theme)))
    size = QSize(600, picture_height(chart, font, 600))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    painter = QPainter(image)
    chart.paint(painter, QSizeF(size), font, rtl=rtl)
    painter.end()
    return image, chart


def ink_columns(image: QImage, row: int, ground: QColor) -> list[int]:
    return [x for x in range(image.width()) if image.pixelColor(x, row) != ground]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_largest_bar_is_longest_and_starts_where_reading_does(theme: str) -> None:
    ground = QColor(read_theme(theme).paper)
    image, _ = painted(theme)
    turned, _ = painted(theme, rtl=True)
    widths = [len(ink_columns(image, row, ground)) for row in range(image.height())]
    assert max(widths) > 350
    row = widths.index(max(widths))
    assert ink_columns(image, row, ground)[-1] > 400
    assert ink_columns(turned, row, ground)[0] < 200


@pytest.mark.usefixtures("qapp")
def test_labels_differ_by_more_than_colour() -> None:
    image, _ = painted("light")
    grey = {image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())}
    assert len(grey) > 8


@pytest.mark.usefixtures("qapp")
def test_nothing_is_left_unpainted_and_the_height_fits() -> None:
    image, chart = painted("dark")
    assert image.pixelColor(0, image.height() - 1) == QColor(read_theme("dark").paper)
    many = drawn(
        Figures(Subject.OUTLETS, ("claim",), tuple(Row(str(at), str(at), (at,)) for at in range(1, 90))), "all others"
    )
    assert len(many.rows) == MOST_BARS
    taller = Chart(many, LABELS, "dark", palette(read_theme("dark")))
    assert taller.height(QFont(), 600) > chart.height(QFont(), 600)
