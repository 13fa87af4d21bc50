"""Rows as they are painted, and where in them a colour is."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.search_results import Hit, Line
from annotator.ui.inks import mix
from annotator.ui.search.found_model import FoundModel
from annotator.ui.theme import palette, read_theme


def painted(
    delegate: QStyledItemDelegate,
    found: Hit | Line,
    theme: str = "light",
    width: int = 700,
    labels: tuple[str, ...] = (),
) -> QImage:
    """One row, painted on the theme's paper."""
    model = FoundModel()
    model.show((found,), (labels,))  # type: ignore[arg-type]
    option = QStyleOptionViewItem()
    option.palette = palette(read_theme(theme))
    height = delegate.sizeHint(option, model.index(0)).height()
    option.rect = QRect(0, 0, width, height)
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(option.palette.color(QPalette.ColorRole.Base))
    painter = QPainter(picture)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    return picture


def marked(picture: QImage, theme: str = "light") -> QRect:
    """The smallest rectangle around what is marked as found."""
    colours = palette(read_theme(theme))
    ground = mix(colours.color(QPalette.ColorRole.Base), colours.color(QPalette.ColorRole.Highlight), 0.3)
    found = QRect()
    for y in range(picture.height()):
        for x in range(0, picture.width(), 2):
            if QColor(picture.pixel(x, y)) == ground:
                found = found.united(QRect(x, y, 1, 1))
    return found
