"""One text of two that are compared: what is different in it, and what is said of its stretches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from annotator.core.schema import Label
from annotator.core.spans import Span, Utf16Map
from annotator.ui import fonts
from annotator.ui.inks import mix
from annotator.ui.inspector.label_chip import label_ink
from annotator.ui.lines import is_right_to_left
from annotator.ui.reader.decorations import draw_pattern

_TINT = 0.16
_STROKE = 2.0
_RING = 3.0
# What a Qt document takes for its own; a line break of two characters would be one to it.
_NOT_SHOWN = {0xFDD0: "\ufffd", 0xFDD1: "\ufffd", 0x2029: "\n"}


@dataclass(frozen=True, slots=True)
class Mark:
    """What an annotation says of a stretch of a text."""

    span: Span
    label: Label
    theme_name: str = "light"


class DiffPane(QPlainTextEdit):
    """A text to read and to select in. All positions are code points.

    What is `out` (not in the other text) is struck through, else it is underlined; both are tinted, so that
    neither colour nor line is the only sign.

    Signals:
        selected: another stretch is selected; see `selection`.
    """

    selected = Signal()

    def __init__(self, parent: QWidget | None = None, *, out: bool) -> None:
        super().__init__(parent)
        self._out = out
        self._map = Utf16Map("")
        self._changed: Sequence[Span] = ()
        self._marks: Sequence[Mark] = ()
        self._ring: Span | None = None
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        font = QFont(self.font())
        font.setFamilies([*fonts.READING, *font.families()])
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.setFont(font)
        self.selectionChanged.connect(self.selected)

    def show_text(self, text: str, changed: Sequence[Span]) -> None:
        """Show a text and where it differs."""
        fonts.load_fonts_for(text)
        self._map = Utf16Map(text)
        self._changed, self._marks, self._ring = changed, (), None
        option = self.document().defaultTextOption()
        rtl = is_right_to_left(text)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        self.document().setDefaultTextOption(option)
        self.setPlainText(text.replace("\r\n", " \n").translate(_NOT_SHOWN))
        self._tint()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show what is said of stretches, instead of what was said before."""
        self._marks = sorted(marks, key=lambda mark: mark.span)
        self._tint()

    def ring(self, span: Span | None) -> None:
        """Draw a ring around a stretch, and bring it into view."""
        self._ring = span
        if span is not None:
            cursor = self._cursor(Span(span.start_char, span.start_char))
            self.setTextCursor(cursor)
            self.centerCursor()
        self.viewport().update()

    def selection(self) -> Span | None:
        """The selected stretch, None when nothing is."""
        cursor = self.textCursor()
        start, end = (self._map.to_points(unit) for unit in (cursor.selectionStart(), cursor.selectionEnd()))
        return Span(start, end) if start < end else None

    def first_in_view(self) -> int:
        """Where the first line that is seen begins."""
        return self._map.to_points(self.cursorForPosition(self.viewport().rect().topLeft()).position())

    def scroll_to(self, position: int) -> None:
        """Let the line that holds a position be the first that is seen."""
        block = self.document().findBlock(self._map.to_utf16(position))
        inside = self._map.to_utf16(position) - block.position()
        line = block.layout().lineForTextPosition(inside).lineNumber() if block.layout().lineCount() else 0
        self.verticalScrollBar().setValue(block.firstLineNumber() + max(0, line))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = self._map.to_points(self.cursorForPosition(event.pos()).position())
            titles = [mark.label.title for mark in self._marks if mark.span.start_char <= at < mark.span.end_char]
            QToolTip.showText(event.globalPos(), ", ".join(titles), self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        in_view = list(self._blocks_in_view())
        marks = self._marks_between(in_view[0][0], in_view[-1][0]) if in_view and self._marks else []
        for block, top in in_view:
            for mark in marks:
                for box in self._boxes(block, top, mark.span):
                    line = QRectF(box.left(), box.bottom() - 1, box.width(), 0)
                    draw_pattern(painter, mark.label.pattern, label_ink(mark.label, mark.theme_name), line, _STROKE)
            if self._ring is not None:
                painter.setPen(QPen(accent, 2))
                for box in self._boxes(block, top, self._ring):
                    painter.drawRoundedRect(box.adjusted(-2, -1, 2, 2), _RING, _RING)
        painter.end()

    def _blocks_in_view(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > self.viewport().height():
                return
            yield block, box.topLeft()
            block = block.next()

    def _marks_between(self, first: QTextBlock, last: QTextBlock) -> list[Mark]:
        start, end = (self._map.to_points(unit) for unit in (first.position(), last.position() + last.length()))
        return [mark for mark in self._marks if mark.span.start_char < end and mark.span.end_char > start]

    def _boxes(self, block: QTextBlock, top: QPointF, span: Span) -> Iterator[QRectF]:
        """Where a stretch lies in a block, one box a line."""
        start = self._map.to_utf16(span.start_char) - block.position()
        end = self._map.to_utf16(span.end_char) - block.position()
        if end <= 0 or start >= block.length():
            return
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = sorted(float(_x(line.cursorToX(at))) for at in (first, last))
                yield QRectF(top.x() + left, top.y() + line.y(), max(2.0, right - left), line.height())

    def _tint(self) -> None:
        """Give the text its formats: labels first, what is different over them."""
        whole = QTextCursor(self.document())
        whole.beginEditBlock()
        whole.select(QTextCursor.SelectionType.Document)
        whole.setCharFormat(QTextCharFormat())
        base = self.palette().color(QPalette.ColorRole.Base)
        for mark in self._marks:
            ground = mix(base, label_ink(mark.label, mark.theme_name), _TINT)
            self._cursor(mark.span).mergeCharFormat(_tinted(ground))
        different = self._different(base)
        for span in self._changed:
            self._cursor(span).mergeCharFormat(different)
        whole.endEditBlock()
        self.viewport().update()

    def _different(self, base: QColor) -> QTextCharFormat:
        role = QPalette.ColorRole.BrightText if self._out else QPalette.ColorRole.Highlight
        made = _tinted(mix(base, self.palette().color(role), _TINT + 0.04))
        made.setFontStrikeOut(self._out)
        made.setFontUnderline(not self._out)
        return made

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._map.to_utf16(span.start_char))
        cursor.setPosition(self._map.to_utf16(span.end_char), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _tinted(ground: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(ground)
    return made


def _x(found: object) -> float:
    """What `cursorToX` tells: the bindings give the place alone, or with the position."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
