"""Icons in the theme's ink: line drawings from resources/icons, coloured when they are painted."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator import resources

# Plain and doubled for fine screens; each more costs a start a millisecond or two.
_SIZES = (18, 36)


@lru_cache(maxsize=256)
def icon(name: str, ink: str, faint: str = "") -> QIcon:
    """The icon resources/icons/<name>.svg in an ink (`#rrggbb`), in `faint` where it is disabled.

    Raises FileNotFoundError when there is none.
    """
    made = QIcon()
    _add(made, name, ink, QIcon.Mode.Normal)
    _add(made, name, faint or ink, QIcon.Mode.Disabled)
    return made


def _add(made: QIcon, name: str, ink: str, mode: QIcon.Mode) -> None:
    source = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = QSvgRenderer(QByteArray(source.replace("currentColor", ink).encode()))
    for size in _SIZES:
        made.addPixmap(_drawn(drawing, size), mode)


def _drawn(drawing: QSvgRenderer, size: int) -> QPixmap:
    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter)
    painter.end()
    return picture
