"""A label's sign beside text: a swatch of its tint, underlined as its passages are, and its title."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.core.schema import Label, Pattern
from annotator.ui.inks import mix, muted

SWATCH = QSize(20, 14)
_LONGEST = 19  # letters of usual width of a title where there is little room
_GAP, _ROUNDING, _PEN = 6, 3.0, 2.0
_TINT = {"light": 0.16, "dark": 0.24, "contrast": 0.0}


def short_title(label: Label, metrics: QFontMetrics) -> str:
    """The label's title, cut where a panel has no room for more; `label_tip` has all of it."""
    return metrics.elidedText(label.title, Qt.TextElideMode.ElideRight, _LONGEST * metrics.averageCharWidth())


def label_tip(label: Label, metrics: QFontMetrics) -> str:
    """What the label is for, under its title where that is cut."""
    is_whole = short_title(label, metrics) == label.title
    return label.description if is_whole else f"{label.title}\n{label.description}".rstrip()


def label_ink(label: Label, theme_name: str) -> QColor:
    """The label's ink in a theme: "light", "dark" or "contrast"."""
    inks = {"dark": label.colours.dark, "contrast": label.colours.contrast}
    return QColor(inks.get(theme_name, label.colours.light))


def paint_swatch(painter: QPainter, rect: QRect, label: Label, theme_name: str, ground: QColor) -> None:
    """Draw the label's tint and underline pattern, centred in `rect`, on this ground."""
    ink = label_ink(label, theme_name)
    box = QRectF(rect.x(), rect.center().y() - SWATCH.height() / 2 + 1, SWATCH.width(), SWATCH.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(ground, ink, _TINT.get(theme_name, _TINT["light"])))
    painter.drawRoundedRect(box, _ROUNDING, _ROUNDING)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(ink, _PEN)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawPath(_underline(label.pattern, box.left() + 2, box.right() - 2, box.bottom() - 4))
    painter.restore()


def label_icon(label: Label, theme_name: str, ground: QColor) -> QIcon:
    """The swatch as an icon for buttons and menus, sharp on dense screens."""
    picture = QPixmap(SWATCH * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_swatch(painter, QRect(0, 0, SWATCH.width(), SWATCH.height()), label, theme_name, ground)
    painter.end()
    return QIcon(picture)


class LabelChip(QWidget):
    """Swatch and title of one label; before them the key that tags with it, after them a count, when asked."""

    def __init__(self, label: Label, theme_name: str, parent: QWidget | None = None, *, with_key: bool = False) -> None:
        super().__init__(parent)
        self._with_key = with_key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_label(label, theme_name)

    def set_label(self, label: Label, theme_name: str, count: str = "") -> None:
        """Show this label, and a count after it unless that is blank."""
        self._label, self._theme_name = label, theme_name
        self._count = count
        spoken = f"{label.title} {count}".rstrip()
        self.setAccessibleName(f"{label.shortcut} {spoken}" if self._with_key else spoken)
        self.setToolTip(label_tip(label, self.fontMetrics()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = self._key_width() + SWATCH.width() + _GAP + metrics.horizontalAdvance(self._words()) + 2
        return QSize(width, max(SWATCH.height(), metrics.height()) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(SWATCH.width(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        key, palette = self._key_width(), self.palette()
        if key:
            painter.setPen(muted(palette))
            self._write(painter, 0, key - _GAP, self._label.shortcut)
        swatch = self._at(key, SWATCH.width())
        paint_swatch(painter, swatch, self._label, self._theme_name, palette.color(QPalette.ColorRole.Window))
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        left = key + SWATCH.width() + _GAP
        self._write(painter, left, self.width() - left, self._words())
        painter.end()

    def _words(self) -> str:
        return f"{short_title(self._label, self.fontMetrics())} {self._count}".rstrip()

    def _key_width(self) -> int:
        if not (self._with_key and self._label.shortcut):
            return 0
        return self.fontMetrics().horizontalAdvance(self._label.shortcut) + _GAP

    def _at(self, left: int, width: int) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - width
        return QRect(left, 0, width, self.height())

    def _write(self, painter: QPainter, left: int, width: int, words: str) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._at(left, width), int(flags), elided)


def _underline(pattern: Pattern, left: float, right: float, at: float) -> QPainterPath:
    """The line of a pattern from `left` to `right`."""
    if pattern is Pattern.WAVY:
        return _wave(left, right, at)
    strokes: dict[Pattern, list[tuple[float, float, float]]] = {
        Pattern.DASHED: [(x, min(x + 5, right), at) for x in _steps(left, right, 7)],
        Pattern.DOTTED: [(x, min(x + 2, right), at) for x in _steps(left, right, 4)],
        Pattern.DOUBLE: [(left, right, at - 3), (left, right, at + 1)],
    }
    path = QPainterPath()
    for start, stop, height in strokes.get(pattern, [(left, right, at)]):
        path.moveTo(start, height)
        path.lineTo(stop, height)
    return path


def _wave(left: float, right: float, at: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, at))
    for x in _steps(left, right, 0.5):
        path.lineTo(x, at - 1.6 * math.sin((x - left) * math.tau / 8))
    return path


def _steps(left: float, right: float, by: float) -> list[float]:
    return [left + step * by for step in range(math.ceil((right - left) / by))]
