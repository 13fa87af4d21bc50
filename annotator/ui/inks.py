"""Quiet inks, taken from a widget's palette so that every theme keeps its contrast.

A palette has no role for secondary text that is still easy to read, nor for a calm mark behind
the row that is open; both are mixed here from the roles it has.
"""

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

# WCAG AA asks 4.5 : 1; the rest is room for how thin small letters are drawn.
_QUIET_CONTRAST = 5.0
# In high contrast nothing is quiet by being faint.
_STRONG_CONTRAST = 14.0
_HIGHEST = 20.0
_ROUNDING = 4.0


def mix(ground: QColor, ink: QColor, share: float) -> QColor:
    """`share` (0..1) of the ink on the ground, opaque."""
    return QColor(
        round(ground.red() + (ink.red() - ground.red()) * share),
        round(ground.green() + (ink.green() - ground.green()) * share),
        round(ground.blue() + (ink.blue() - ground.blue()) * share),
    )


def contrast(one: QColor, other: QColor) -> float:
    """The WCAG 2 contrast of two colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def quiet(ink: QColor, ground: QColor, paper: QColor | None = None) -> QColor:
    """The ink for secondary text: as near to the ground as reads well; `paper` where the ground is tinted."""
    return QColor(_quiet(ink.rgb(), ground.rgb(), (paper or ground).rgb()))


def muted(palette: QPalette, ground: QPalette.ColorRole = QPalette.ColorRole.Window) -> QColor:
    """The ink for secondary text on a role of this palette."""
    return quiet(palette.color(QPalette.ColorRole.WindowText), palette.color(ground))


def row_ground(palette: QPalette, chosen: bool) -> QColor:
    """What lies behind a row of a list: the list's own ground, tinted when the row is the open one."""
    ground = palette.color(QPalette.ColorRole.Base)
    return mix(ground, palette.color(QPalette.ColorRole.Highlight), 0.14) if chosen else ground


def paint_row(painter: QPainter, rect: QRect, palette: QPalette, *, chosen: bool, focused: bool, rtl: bool) -> None:
    """The mark behind a row: a tint and a bar for the open one, a ring for the one with the keyboard."""
    accent = palette.color(QPalette.ColorRole.Highlight)
    if chosen:
        painter.fillRect(rect, row_ground(palette, chosen=True))
        left = rect.right() - 2 if rtl else rect.left()
        painter.fillRect(QRect(left, rect.top(), 3, rect.height()), accent)
    if focused:
        painter.setPen(QPen(accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), _ROUNDING, _ROUNDING)


@lru_cache(maxsize=64)
def _quiet(ink: int, ground: int, paper: int) -> int:
    strong, under = QColor(ink), QColor(ground)
    wanted = _STRONG_CONTRAST if contrast(strong, QColor(paper)) > _HIGHEST else _QUIET_CONTRAST
    for share in range(50, 100, 2):
        softer = mix(under, strong, share / 100)
        if contrast(softer, under) >= wanted:
            return softer.rgb()
    return ink


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
