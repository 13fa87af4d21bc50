"""Words drawn on one line of a list, each in the direction of its own script."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from annotator.ui.lines import is_right_to_left


def draw_line(painter: QPainter, rect: QRect, words: str, *, at_right: bool | None = None) -> None:
    """Draw words in the middle of a box; what has no room is left out for dots. `at_right` None: where they begin."""
    rtl = is_right_to_left(words)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if (rtl if at_right is None else at_right) else Qt.AlignmentFlag.AlignLeft
    elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(rect, flags | Qt.TextFlag.TextSingleLine, elided)
