"""One block of text laid out: its lines, and where on them each position lies.

Positions are code points of the block, from 0; UTF-16 units live and die in this file.
"""

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from annotator.core.spans import Utf16Map
from annotator.ui.reader.blocks import has_right_to_left, strong_direction_is_rtl
from annotator.ui.reader.visible_marks import displayed


class Setting(NamedTuple):
    """How a block is set: face, width of the column and distance of the baselines, in pixels.

    `below` is room under each line for more underlines than the leading holds.
    """

    font: QFont
    width: float
    line_height: float
    below: float = 0.0


class LineBox(NamedTuple):
    """One line: its code points, where it stands, how much of its width is written on.

    `deeper` is how much further its letters reach below the baseline than the body's do.
    """

    start: int
    end: int
    top: float
    baseline: float
    bottom: float
    left: float
    right: float
    deeper: float = 0.0


class Fragment(NamedTuple):
    """The part of a range that lies in one piece on one line."""

    line: int
    left: float
    right: float


class BlockLayout:
    """A laid out block. `formats` are (start, end, QTextCharFormat) over the block's code points."""

    def __init__(self, text: str, setting: Setting, formats: Iterable[tuple[int, int, object]] = ()) -> None:
        self.text = text
        self.rtl = strong_direction_is_rtl(text)
        self._pieces = has_right_to_left(text)
        self._map = Utf16Map(text)
        self._layout = QTextLayout(displayed(text), setting.font)
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(self._option())
        self.set_formats(formats)
        self.lines = self._break(setting)
        self.height = self.lines[-1].bottom

    def set_formats(self, formats: Iterable[tuple[int, int, object]]) -> None:
        """Colour ranges of the text. The lines stay where they are, so only colours may differ."""
        ranges = []
        for start, end, style in formats:
            part = QTextLayout.FormatRange()
            part.start = self._map.to_utf16(start)
            part.length = self._map.to_utf16(end) - part.start
            part.format = style  # type: ignore[assignment]
            ranges.append(part)
        self._layout.setFormats(ranges)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw the text with its top left corner at a point."""
        self._layout.draw(painter, at)

    def fragments(self, start: int, end: int) -> Iterator[Fragment]:
        """The pieces of a range, line by line; white space at the end of a line is left out."""
        for number, line in enumerate(self.lines):
            if line.start >= end:
                return
            first, last = max(start, line.start), min(end, line.end)
            if first < last:
                last = first + len(self.text[first:last].rstrip()) if last == line.end else last
                if first < last:
                    yield from self._fragments_of_line(number, first, last)

    def line_of(self, position: int) -> int:
        """The line on which a position lies; a position at a line's end is on the next line."""
        for number, line in enumerate(self.lines):
            if position < line.end:
                return number
        return len(self.lines) - 1

    def position_at(self, x: float, y: float, between: bool = True) -> int:
        """The position nearest to a point; with `between` False, the character under it."""
        number = next((n for n, line in enumerate(self.lines) if y < line.bottom), len(self.lines) - 1)
        way = (
            QTextLine.CursorPosition.CursorBetweenCharacters if between else QTextLine.CursorPosition.CursorOnCharacter
        )
        box = self.lines[number]
        unit = self._layout.lineAt(number).xToCursor(x, way)
        return min(max(self._map.to_points(unit), box.start), box.end)

    def x_of(self, position: int) -> float:
        """Where a position lies across the column."""
        line = self._layout.lineAt(self.line_of(position))
        return _x(line, self._map.to_utf16(position))

    def ink_box(self, start: int, end: int) -> QRectF:
        """The smallest box around what is drawn of some characters of one line; empty where nothing is."""
        line, first = self._layout.lineAt(self.line_of(start)), self._map.to_utf16(start)
        box = QRectF()
        for run in line.glyphRuns(first, self._map.to_utf16(end) - first):
            face = run.rawFont()
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                box |= face.boundingRect(glyph).translated(place)
        return box

    def _option(self) -> QTextOption:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if self.rtl else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if self.rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        return option

    def _break(self, setting: Setting) -> list[LineBox]:
        boxes: list[LineBox] = []
        top = 0.0
        usual = QFontMetricsF(setting.font)
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(setting.width)
            # A face that stands taller than the body's gets that much more room above its baseline.
            taller = math.ceil(max(0.0, line.ascent() - usual.ascent()))
            deeper = max(0.0, line.descent() - usual.descent())
            height = setting.line_height + setting.below + taller + math.ceil(deeper)
            baseline = top + taller + round((setting.line_height - usual.height()) * 0.42 + usual.ascent())
            line.setPosition(QPointF(0, baseline - line.ascent()))
            boxes.append(self._box(line, top, top + height)._replace(deeper=deeper))
            top += height
        self._layout.endLayout()
        return boxes or [LineBox(0, 0, 0, setting.line_height * 0.7, setting.line_height, 0, 0)]

    def _box(self, line: QTextLine, top: float, bottom: float) -> LineBox:
        start = self._map.to_points(line.textStart())
        end = self._map.to_points(line.textStart() + line.textLength())
        written = line.naturalTextRect()
        return LineBox(start, end, top, line.y() + line.ascent(), bottom, written.left(), written.right())

    def _fragments_of_line(self, number: int, start: int, end: int) -> list[Fragment]:
        line = self._layout.lineAt(number)
        if not self._pieces:
            left = _x(line, self._map.to_utf16(start))
            right = _x(line, self._map.to_utf16(end))
            return [Fragment(number, left, right)] if right > left else []
        joined: list[Fragment] = []
        for left, right in self._runs(line, start, end):
            if joined and left <= joined[-1].right + 0.5:
                joined[-1] = Fragment(number, joined[-1].left, max(right, joined[-1].right))
            else:
                joined.append(Fragment(number, left, right))
        return joined

    def _runs(self, line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
        """Left and right of every run of glyphs of a range: in mixed text it lies in several pieces."""
        first = self._map.to_utf16(start)
        runs = line.glyphRuns(first, self._map.to_utf16(end) - first)
        return sorted((rect.left(), rect.right()) for rect in (run.boundingRect() for run in runs) if rect.width() > 0)


def _x(line: QTextLine, unit: int) -> float:
    # Qt gives the position back beside the place, which its type hints leave out.
    place, _ = cast("tuple[float, int]", line.cursorToX(unit))
    return place
