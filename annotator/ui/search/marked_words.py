"""Words with marks in them, laid out to be drawn: in as many lines as there is room for, in their own direction."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from annotator.core.spans import Span, Utf16Map
from annotator.ui.lines import is_right_to_left

_LONGEST_WORD = 30  # letters: what is longer is a script without spaces


def draw_marked(
    painter: QPainter, rect: QRect, words: str, marks: Sequence[Span], font: QFont, ink: QColor, ground: QColor
) -> None:
    """Draw words that begin at the rectangle's top, the marked ones heavier and on a ground; dots end what is cut."""
    layout, end = _laid_out(rect, words, marks, font, ink, ground)
    if end < len(words):
        shorter = shortened(words[:end])
        # What was found is never left out for dots; of what is longer than there is room for the end is gone anyway.
        if all(mark.end_char < len(shorter) or mark.end_char > end or mark.start_char >= end for mark in marks):
            kept = [Span(start, min(mark_end, len(shorter))) for start, mark_end in marks if start < len(shorter)]
            layout, _ = _laid_out(rect, shorter, kept, font, ink, ground)
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(ink)
    layout.draw(painter, QPointF(rect.topLeft()))
    painter.restore()


def shortened(words: str) -> str:
    """Words that are cut off here, with dots in place of the last one; without spaces, of the last two letters."""
    kept, _, last = words.rstrip().rpartition(" ")
    return f"{kept} …" if kept and len(last) <= _LONGEST_WORD else f"{words.rstrip()[:-2]}…"


def _laid_out(
    rect: QRect, words: str, marks: Sequence[Span], font: QFont, ink: QColor, ground: QColor
) -> tuple[QTextLayout, int]:
    """The lines there is room for, and how many characters of the words are in them."""
    layout = QTextLayout(words, font)
    end = len(words)
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
            end = len(words.encode("utf-16-le")[: 2 * line.textStart()].decode("utf-16-le", "ignore"))
            break
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, end


def _formats(words: str, marks: Sequence[Span], ink: QColor, ground: QColor) -> list[QTextLayout.FormatRange]:
    units = Utf16Map(words)
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setBackground(ground)
    look.setForeground(ink)
    formats = []
    for start, end in (mark for mark in marks if mark.end_char <= len(words)):
        piece = QTextLayout.FormatRange()
        piece.start = units.to_utf16(start)
        piece.length = units.to_utf16(end) - piece.start
        piece.format = look
        formats.append(piece)
    return formats
