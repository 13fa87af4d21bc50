"""The tick at the head of a row that was picked to be tagged."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPolygonF

_SIZE, _INSET = 10, 1
_CORNER = 2.0
_TICK = (QPointF(-2.5, 0), QPointF(-0.5, 2), QPointF(2.5, -2))


def paint_pick(painter: QPainter, row: QRect, palette: QPalette, *, rtl: bool) -> None:
    """Draw it in the margin where the row begins."""
    left = row.right() - _INSET - _SIZE if rtl else row.left() + _INSET
    box = QRectF(left, row.center().y() - _SIZE / 2, _SIZE, _SIZE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
    painter.drawRoundedRect(box, _CORNER, _CORNER)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), 1.6))
    painter.drawPolyline(QPolygonF([box.center() + corner for corner in _TICK]))
    painter.restore()
