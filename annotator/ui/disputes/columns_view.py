"""The readings of an article side by side: a column each, one row a sentence, so that what answers stands beside it.

Only the rows in view are laid out; a sentence is as high in every column, since every column has the same words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from annotator.core.people import Person
from annotator.core.spans import Span, trim
from annotator.ui import fonts
from annotator.ui.inks import mix
from annotator.ui.passages.shown_span import ShownSpan, drawn_on, extra_lanes
from annotator.ui.passages.span_painting import Look, SpanPainter
from annotator.ui.people.chip import badge_size, paint_badge
from annotator.ui.reader.blocks import Block, Kind
from annotator.ui.reader.flow import Laid
from annotator.ui.reader.layout import BlockLayout, Setting
from annotator.ui.reader.typography import LIGHT, ReaderTheme, Typography

_ZOOM = 80  # per cent of the reader's letters: two or three columns have to fit
_SIDE, _ABOVE, _GAP = 12, 7, 6
_KEPT = 120  # rows that stay laid out


@dataclass(frozen=True, slots=True)
class Column:
    """One reader and what they say."""

    person: Person
    spans: Sequence[ShownSpan]


@dataclass(slots=True)
class _Row:
    """A sentence. `lanes` are the underlines that it needs more than usual, in whichever column it needs most."""

    block: Block
    lanes: int
    there: list[list[ShownSpan]]

    @property
    def span(self) -> Span:
        return Span(self.block.start_char, self.block.end_char)


class ColumnsView(QAbstractScrollArea):
    """Columns under the names of their readers.

    Signals:
        span_chosen: the key of a span on which somebody clicked.
    """

    span_chosen = Signal(UUID)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self._typography = Typography(_ZOOM)
        self._text = ""
        self._columns: Sequence[Column] = ()
        self._rows: list[_Row] = []
        self._tops: list[float] = [0.0]
        self._laid: dict[int, BlockLayout] = {}
        self._focused: Span | None = None
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Readings side by side"))

    @property
    def columns(self) -> Sequence[Column]:
        """The readings that are shown."""
        return self._columns

    def show_text(self, text: str, sentences: Sequence[Span], columns: Sequence[Column], language: str) -> None:
        """Show these readings of a text, from its top."""
        fonts.load_fonts_for(text)
        self._text, self._columns, self._focused = text, columns, None
        self._typography = Typography(self._typography.zoom, language)
        extents = (trim(text, sentence) for sentence in sentences)
        blocks = [Block(start, end, Kind.PARAGRAPH) for start, end in extents if start < end]
        self._rows = [_row(block, columns) for block in blocks]
        self._set()
        self.verticalScrollBar().setValue(0)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other spans on the same text; what is in view stays there."""
        former, self._columns = self._rows, columns
        self._rows = [_row(row.block, columns) for row in former]
        if any(row.lanes != old.lanes for row, old in zip(self._rows, former, strict=True)):
            self._set_anew()
        self.viewport().update()

    def focus(self, span: Span | None) -> None:
        """Frame a stretch in every column, and bring it into view."""
        self._focused = span
        if span:
            rows = [number for number, row in enumerate(self._rows) if row.span.overlaps(span)]
            if rows:
                self._reveal(rows[0], rows[-1])
        self.viewport().update()

    def set_zoom(self, percent: int) -> None:
        """Set the text larger or smaller, beside the reader's; what is read stays in view."""
        zoom = round(percent * _ZOOM / 100)
        if zoom != self._typography.zoom:
            self._typography = Typography(zoom, self._typography.language)
            self._set_anew()
            self.viewport().update()

    def set_theme(self, theme: ReaderTheme) -> None:
        """Draw in the colours of a theme."""
        self.theme = theme
        palette = self.viewport().palette()
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, QColor(theme.background))
        self.viewport().setPalette(palette)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_anew()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._spans_at(event.position())
        if found:
            self.span_chosen.emit(found[0].id)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self.theme.background))
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        number = self._row_at(top)
        while number < len(self._rows) and self._tops[number] - top + self._head() < height:
            self._paint_row(painter, number, self._tops[number] - top + self._head())
            number += 1
        self._paint_head(painter)
        painter.end()

    # Where everything stands

    def _head(self) -> int:
        """The height of the readers' names."""
        return self.fontMetrics().height() + 2 * _ABOVE

    def _cell(self, number: int) -> tuple[float, float]:
        """Left edge and width of a column's text."""
        whole = self.viewport().width() / max(1, len(self._columns))
        at = number
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            at = len(self._columns) - 1 - number
        return at * whole + _SIDE, max(4.0 * self._typography.size, whole - 2 * _SIDE)

    def _set(self) -> None:
        """Lay everything out anew for the present width: heights are estimated until a row comes into view."""
        self._laid.clear()
        self._tops = [0.0]
        width = self._cell(0)[1]
        letters = max(1.0, width / self._typography.advance)
        for row in self._rows:
            lines = -(-(row.block.end_char - row.block.start_char) // max(1, int(letters)))
            self._tops.append(self._tops[-1] + lines * self._line(row.lanes) + 2 * _ABOVE)
        self._range()

    def _set_anew(self) -> None:
        """Set everything again; the row at the top of the view stays there."""
        first = self._row_at(self.verticalScrollBar().value())
        self._set()
        if self._rows:
            self.verticalScrollBar().setValue(int(self._tops[first]))

    def _range(self) -> None:
        view = max(0, self.viewport().height() - self._head())
        self.verticalScrollBar().setPageStep(view)
        self.verticalScrollBar().setSingleStep(int(self._typography.line_height))
        self.verticalScrollBar().setRange(0, max(0, round(self._tops[-1]) - view))

    def _line(self, lanes: int) -> float:
        return self._typography.line_height + lanes * self._typography.lane_step

    def _lay_out(self, number: int) -> BlockLayout:
        """A row, laid out now if it is not yet; those below it move to where they truly are."""
        found = self._laid.pop(number, None)
        if found is None:
            row = self._rows[number]
            words = self._text[row.block.start_char : row.block.end_char].replace("\n", " ")
            below = row.lanes * self._typography.lane_step
            setting = Setting(self._typography.body, self._cell(0)[1], self._typography.line_height, below)
            found = BlockLayout(words, setting)
            moved = found.height + 2 * _ABOVE - (self._tops[number + 1] - self._tops[number])
            if moved:
                self._tops[number + 1 :] = [top + moved for top in self._tops[number + 1 :]]
                self._range()
            while len(self._laid) >= _KEPT:
                del self._laid[next(iter(self._laid))]
        self._laid[number] = found
        return found

    def _row_at(self, y: float) -> int:
        low, high = 0, max(0, len(self._rows) - 1)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._tops[middle] <= y else (low, middle - 1)
        return low

    def _reveal(self, first: int, last: int) -> None:
        for number in range(max(0, first - 12), min(len(self._rows), last + 12)):
            self._lay_out(number)
        bar, view = self.verticalScrollBar(), self.viewport().height() - self._head()
        top, bottom = self._tops[first], self._tops[last + 1]
        if top < bar.value() or bottom > bar.value() + view:
            bar.setValue(round(top - max(0.0, (view - (bottom - top)) * 0.3)))

    def _spans_at(self, place: QPointF) -> list[ShownSpan]:
        """The spans under a place of the view, the narrowest first."""
        y = place.y() - self._head() + self.verticalScrollBar().value()
        if place.y() < self._head() or not self._rows or not self._columns:
            return []
        number = self._row_at(y)
        row, layout = self._rows[number], self._lay_out(number)
        for column in range(len(self._columns)):
            left, width = self._cell(column)
            if left <= place.x() < left + width:
                local = layout.position_at(place.x() - left, y - self._tops[number] - _ABOVE, between=False)
                at = row.block.start_char + local
                there = [one for one in row.there[column] if any(start <= at < end for start, end in one.segments)]
                return sorted(there, key=lambda one: one.extent.end_char - one.extent.start_char)
        return []

    # Painting

    def _paint_row(self, painter: QPainter, number: int, top: float) -> None:
        row, layout = self._rows[number], self._lay_out(number)
        framed = (self._focused,) if self._focused and self._focused.overlaps(row.span) else ()
        laid = Laid(number, row.block, layout, 0.0, row.lanes)
        for column in range(len(self._columns)):
            left, width = self._cell(column)
            look = Look(self.theme, self._typography, left, width, framed)
            drawn = drawn_on(layout, row.span, row.there[column])
            SpanPainter(look, painter, laid, top + _ABOVE, drawn).paint()
        line = mix(QColor(self.theme.background), QColor(self.theme.text), 0.12)
        bottom = round(top + layout.height + 2 * _ABOVE)
        painter.fillRect(QRect(0, bottom - 1, self.viewport().width(), 1), line)

    def _paint_head(self, painter: QPainter) -> None:
        height, paper = self._head(), QColor(self.theme.strip_background)
        painter.fillRect(QRect(0, 0, self.viewport().width(), height), paper)
        painter.setFont(self.font())
        for number, column in enumerate(self._columns):
            left, width = self._cell(number)
            badge = badge_size(column.person, painter.font())
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            at = left + width - badge.width() if rtl else left
            paint_badge(painter, QRect(round(at), 0, badge.width(), height), column.person, self.theme.name, paper)
            room = width - badge.width() - _GAP
            name = painter.fontMetrics().elidedText(column.person.name, Qt.TextElideMode.ElideRight, int(room))
            painter.setPen(QColor(self.theme.text))
            side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            place = QRectF(left if rtl else left + badge.width() + _GAP, 0, room, height)
            painter.drawText(place, int(flags), name)


def _row(block: Block, columns: Sequence[Column]) -> _Row:
    span = Span(block.start_char, block.end_char)
    there = [[one for one in column.spans if any(part.overlaps(span) for part in one.segments)] for column in columns]
    return _Row(block, max((extra_lanes(span, spans) for spans in there), default=0), there)
