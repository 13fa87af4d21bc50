"""The base of the reader: a column that scrolls, of which only what is in view exists.

Knows how the column lies in the view, keeps the scroll bar and the anchored flow in step, and finds
positions and places. It knows nothing of sentences, labels or keys.
"""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from annotator.core.spans import Span
from annotator.ui.reader.blocks import Block, Kind
from annotator.ui.reader.flow import Flow, Laid
from annotator.ui.reader.page import byline_height
from annotator.ui.reader.typography import Typography

# A move of the scroll bar by more views than this is a jump to somewhere, not a way through the text.
_WALKED_VIEWS = 3
_COMFORT = 0.22


class Scroller(QAbstractScrollArea):
    """Scrolls a flow.

    Signals: `document_scrolled()`, when other text is in view than before.
    """

    document_scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typography = Typography()
        self._flow: Flow | None = None
        self._byline = ""
        self._syncing = False
        self._set_width = 0.0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Fixed, so that a text that grows by a line does not narrow the column and set it all anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    @property
    def column_width(self) -> float:
        """Width of the column in the present view."""
        room = self.viewport().width() - 2 * self.typography.margin
        return max(4.0 * self.typography.size, min(self.typography.column, room))

    @property
    def column_left(self) -> float:
        """Left edge of the column in the view."""
        return round((self.viewport().width() - self.column_width) / 2)

    def position_at(self, place: QPointF, between: bool = True) -> int:
        """The position of the text nearest to a place in the view; with `between` False, the character there."""
        laid, top = self._block_under(place.y())
        if laid is None:
            return 0
        x, y = place.x() - self.column_left, place.y() - top - laid.above
        return laid.block.start_char + self._within(laid, laid.layout.position_at(x, y, between))

    def character_at(self, place: QPointF) -> int:
        """The character drawn at a place of the view; -1 where there is none."""
        laid, top = self._block_under(place.y())
        if laid is None:
            return -1
        x, y = place.x() - self.column_left, place.y() - top - laid.above
        for line in laid.layout.lines:
            if line.top <= y < line.bottom and line.left <= x <= line.right:
                found = self._within(laid, laid.layout.position_at(x, y, between=False))
                return laid.block.start_char + found if laid.block.start_char + found < laid.block.end_char else -1
        return -1

    def rect_of(self, position: int) -> QRectF:
        """Where a position of the text is in the view: its line's height, no width. Empty when out of view."""
        for laid, top in self._in_view():
            if laid.block.start_char <= position <= laid.block.end_char and laid.block.end_char > laid.block.start_char:
                local = position - laid.block.start_char
                line = laid.layout.lines[laid.layout.line_of(local)]
                x = self.column_left + laid.layout.x_of(local)
                return QRectF(x, top + laid.above + line.top, 0, line.bottom - line.top)
        return QRectF()

    def reveal(self, span: Span) -> None:
        """Scroll as little as it takes to have a stretch comfortably in view."""
        flow, height = self._flow, self.viewport().height()
        if flow is None or not flow.blocks or not self._set_width:
            return
        comfort = height * _COMFORT
        top, bottom = self.extent_in_view(span)
        if top is None or bottom is None:
            self._show_at(span, height / 3)
        elif top < comfort or bottom - top > height - 2 * comfort:
            self._scroll_by(top - comfort)
        elif bottom > height - comfort:
            self._scroll_by(bottom - (height - comfort))

    def keep_in_view(self, span: Span, former: int) -> None:
        """The view was higher: a stretch that was in it to its end stays so, below whatever has come up."""
        height = self.viewport().height()
        top, bottom = self.extent_in_view(span, former)
        if bottom is not None and height < bottom <= former:
            self._scroll_by(min(bottom - height, bottom if top is None else top))

    def extent_in_view(self, span: Span, height: int = 0) -> tuple[float | None, float | None]:
        """Top of the first and bottom of the last line of a stretch; None for what is not laid out in view.

        `height` is that of a view, 0 for the present one.
        """
        top = bottom = None
        for laid, block_top in self._in_view(height):
            if not (laid.block.start_char < span.end_char and span.start_char < laid.block.end_char):
                continue
            lines = laid.layout.lines
            if span.start_char >= laid.block.start_char:
                line = lines[laid.layout.line_of(span.start_char - laid.block.start_char)]
                top = block_top + laid.above + line.top
            last = lines[
                laid.layout.line_of(max(0, min(span.end_char, laid.block.end_char) - laid.block.start_char - 1))
            ]
            bottom = block_top + laid.above + last.bottom
        return top, bottom

    def boxes_of(self, span: Span) -> list[QRectF]:
        """The boxes around what is in view of a stretch, one a line or more where directions mix."""
        boxes = []
        for laid, top in self._in_view():
            start, end = max(span.start_char, laid.block.start_char), min(span.end_char, laid.block.end_char)
            if start >= end:
                continue
            size = (
                self.typography.size if laid.block.kind is not Kind.HEADLINE else self.typography.headline.pixelSize()
            )
            for part in laid.layout.fragments(start - laid.block.start_char, end - laid.block.start_char):
                base = top + laid.above + laid.layout.lines[part.line].baseline
                boxes.append(
                    QRectF(self.column_left + part.left, base - size * 0.98, part.right - part.left, size * 1.42)
                )
        return boxes

    def is_set_right_to_left(self, position: int) -> bool:
        """True where a position is in view, in a block that is set from right to left."""
        for laid, _ in self._in_view():
            if laid.block.start_char <= position < laid.block.end_char:
                return laid.layout.rtl
        return False

    def blocks_in_view(self) -> list[Block]:
        """The blocks of text in view; a headline that is not in the text is none."""
        return [laid.block for laid, _ in self._in_view() if laid.block.end_char > laid.block.start_char]

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._syncing or self._flow is None:
            return
        if abs(dy) <= _WALKED_VIEWS * self.viewport().height():
            self._flow.walk(-dy)
        else:
            self._flow.jump(self.verticalScrollBar().value())
        if self.verticalScrollBar().value() == 0:
            self._flow.anchor = (0, 0.0)
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.column_width != self._set_width:
            self.set_type()
        else:
            self._settle()

    def set_type(self) -> None:
        """Set the text for the present face and width; what is at the top of the view stays there."""
        self._set_width = self.column_width
        if self._flow is not None:
            self._flow.set(self.typography, self._set_width, byline_height(self.typography, self._byline))
        self._settle()

    def _show_flow(self, flow: Flow | None) -> None:
        """Show another flow from its top."""
        self._flow = flow
        self.set_type()

    def _scroll_by(self, distance: float) -> None:
        if self._flow is not None:
            before = self._flow.anchor
            self._flow.walk(round(distance))
            self._flow.keep_within(self.viewport().height())
            if self._flow.anchor != before:
                self._settle()

    def _show_at(self, span: Span, y: float) -> None:
        """Put a stretch that is far away at a height of the view."""
        if self._flow is not None:
            block = self._flow.block_at(span.start_char)
            laid = self._flow.laid(block)
            line = laid.layout.lines[laid.layout.line_of(max(0, span.start_char - laid.block.start_char))]
            self._flow.anchor = (block, 0.0)
            self._flow.walk(round(laid.above + line.top - y))
            self._settle()

    def _settle(self) -> None:
        """Bring the scroll bar in step with the flow, and paint."""
        flow, height = self._flow, self.viewport().height()
        self._syncing = True
        bar = self.verticalScrollBar()
        if flow is None or not flow.blocks:
            bar.setRange(0, 0)
        else:
            flow.keep_within(height)
            flow.in_view(height)
            bar.setPageStep(height)
            bar.setSingleStep(int(self.typography.line_height))
            bar.setRange(0, max(0, round(flow.heights.total) - height))
            bar.setValue(round(flow.top))
        self._syncing = False
        self.viewport().update()
        self.document_scrolled.emit()

    def _in_view(self, height: int = 0) -> list[tuple[Laid, float]]:
        return self._flow.in_view(height or self.viewport().height()) if self._flow is not None else []

    def _block_under(self, y: float) -> tuple[Laid | None, float]:
        """The block at a height of the view, or the nearest one."""
        found: tuple[Laid | None, float] = (None, 0.0)
        for laid, top in self._in_view():
            if found[0] is not None and top > y:
                break
            found = laid, top
        return found

    @staticmethod
    def _within(laid: Laid, position: int) -> int:
        return min(position, laid.block.end_char - laid.block.start_char)
