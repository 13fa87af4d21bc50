"""Words with marks in them, laid out to be drawn: in as many lines as there is room for, in their own direction."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from annotator.core.spans import Span, Utf16Map
from annotator.ui.lines import is_right_to_left


def draw_marked(
    painter: QPainter, rect: QRect, words: str, marks: Sequence[Span], font: QFont, ink: QColor, ground: QColor
) -> None:
    """Draw words that begin at the rectangle's top and end where it does, the marked ones heavier and on a ground."""
    layout = QTextLayout(words, font)
    option = QTextOption()
    rtl = is_right_to_left(words)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(words, marks, ink, ground))
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(rect.width())
        if height and height + line.height() > rect.height() + 1:
            line.setPosition(QPointF(0, rect.height() + line.height()))  # below what is drawn
            break
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(ink)
    layout.draw(painter, QPointF(rect.topLeft()))
    painter.restore()


def _formats(words: str, marks: Sequence[Span], ink: QColor, ground: QColor) -> list[QTextLayout.FormatRange]:
    units = Utf16Map(words)
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setBackground(ground)
    look.setForeground(ink)
    formats = []
    for start, end in marks:
        piece = QTextLayout.FormatRange()
        piece.start = units.to_utf16(start)
        piece.length = units.to_utf16(end) - piece.start
        piece.format = look
        formats.append(piece)
    return formats
