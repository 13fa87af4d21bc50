"""A text to read on a page of the window: typeset like the article, with the spans of one person or several.

It shows, and lets a stretch be selected word by word where that is asked for; it changes nothing. All positions are
code points.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QTextCharFormat
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.core.spans import Span
from annotator.ui import fonts
from annotator.ui.lines import one_line
from annotator.ui.passages.shown_span import Drawn, ShownSpan, drawn_on, extra_lanes
from annotator.ui.passages.span_painting import Look, SpanPainter
from annotator.ui.reader.accessibility import announce
from annotator.ui.reader.blocks import Block, cut_blocks, strong_direction_is_rtl
from annotator.ui.reader.flow import Flow
from annotator.ui.reader.scroller import Scroller
from annotator.ui.reader.selection import Selection
from annotator.ui.reader.typography import LIGHT, ReaderTheme, Typography
from annotator.ui.reader.visible_marks import marks_in

_MARGIN, _NARROW_MARGIN, _NARROW = 3.4, 2.2, 26  # sizes of a letter


class ReadingPane(Scroller):
    """Shows a text, spans on it, which of them is meant, and what is selected while something is selected.

    Signals:
        span_chosen: the key of a span on which somebody clicked.
        selection_changed: another stretch is selected; see `selection`.
    """

    span_chosen = Signal(UUID)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fonts.load_fonts()
        self.theme = LIGHT
        self._text = ""
        self._sentences: Sequence[Span] = ()
        self._furniture: Sequence[Span] = ()
        self._spans: dict[UUID, ShownSpan] = {}
        self._on_block: dict[int, list[ShownSpan]] = {}
        self._drawn: dict[int, Drawn] = {}
        self._focused: ShownSpan | Span | None = None
        self._selecting: Selection | None = None
        self._pressed = -1
        self.setAccessibleName(self.tr("Article"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_theme(LIGHT)

    @property
    def column_width(self) -> float:
        """Width of the column: beside it there is room for the initials of two people, in a narrow view of one."""
        size, width = self.typography.size, self.viewport().width()
        room = width - 2 * size * (_MARGIN if width >= _NARROW * size else _NARROW_MARGIN)
        return max(4.0 * size, min(self.typography.column, room))

    @property
    def spans(self) -> Sequence[ShownSpan]:
        """The spans that are shown, in the order in which they were given."""
        return tuple(self._spans.values())

    @property
    def focused(self) -> ShownSpan | Span | None:
        """What is framed."""
        return self._focused

    @property
    def text(self) -> str:
        """The text that is shown."""
        return self._text

    @property
    def zoom(self) -> int:
        """The text's size in per cent."""
        return self.typography.zoom

    def show_text(
        self,
        text: str,
        spans: Sequence[ShownSpan] = (),
        language: str = "",
        *,
        title: str = "",
        byline: str = "",
        sentences: Sequence[Span] = (),
        furniture: Sequence[Span] = (),
    ) -> None:
        """Show a text from its top, with these spans. `title` is set as its headline; furniture is greyed."""
        fonts.load_fonts_for(text)
        if language != self.typography.language:
            self.typography = Typography(self.zoom, language)
        self._text, self._sentences, self._furniture, self._byline = text, sentences, furniture, byline
        self._focused, self._selecting = None, None
        self._spans = {span.id: span for span in spans}
        blocks = cut_blocks(text, title, sentences)
        flow = Flow(text, title, blocks, self._formats, self._extra_lanes)
        self._place(flow)
        self._show_flow(flow)

    def set_spans(self, spans: Sequence[ShownSpan]) -> None:
        """Show other spans on the same text; what is in view stays there."""
        self._spans = {span.id: span for span in spans}
        if isinstance(self._focused, ShownSpan):
            self._focused = self._spans.get(self._focused.id)
        if self._flow is not None:
            self._place(self._flow)
            self.set_type()

    def focus(self, span: UUID | Span | None, *, aloud: bool = True) -> None:
        """Frame a span (by its key) or a stretch, and bring it into view; None: no frame. Told `aloud`, too."""
        self._focused = self._spans.get(span) if isinstance(span, UUID) else span
        stretches = self._framed()
        if stretches:
            self.reveal(Span(stretches[0].start_char, stretches[-1].end_char))
            words = " … ".join(one_line(self._text[start:end]) for start, end in stretches)
            self.setAccessibleDescription(words)
            if aloud:
                announce(self, words)
        self.viewport().update()

    def set_theme(self, theme: ReaderTheme) -> None:
        """Draw in the colours of a theme."""
        self.theme = theme
        palette = self.viewport().palette()
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, QColor(theme.background))
        self.viewport().setPalette(palette)
        if self._flow is not None:
            self._flow.forget_formats()
        self.viewport().update()

    def set_zoom(self, percent: int) -> None:
        """Set the text larger or smaller; what is read stays in view."""
        if percent != self.zoom:
            self.typography = Typography(percent, self.typography.language)
            self.set_type()

    # Selecting a stretch

    def begin_selecting(self, span: Span) -> None:
        """Let a stretch be selected, this one first: by `move_end` and `move_start`, or by dragging."""
        self._selecting = Selection(self._text, self._sentences or [Span(0, len(self._text))])
        self._selecting.span = span
        self._select(lambda _selection: None)

    def end_selecting(self) -> None:
        """Nothing is selected any more."""
        self._selecting = None
        self.viewport().update()

    def selection(self) -> Span | None:
        """The stretch that is selected; None while nothing is to be selected."""
        return self._selecting.span if self._selecting else None

    def move_end(self, rightwards: bool) -> None:
        """Move the selection's end one word to the right or left as it is seen: left grows Arabic."""
        grows = rightwards != self._is_rtl()
        self._select(Selection.grow_end if grows else Selection.shrink_end)

    def move_start(self, rightwards: bool) -> None:
        """Move the selection's start one word to the right or left as it is seen."""
        shrinks = rightwards != self._is_rtl()
        self._select(Selection.shrink_start if shrinks else Selection.grow_start)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._selecting is not None:
            self._pressed = self.position_at(place)
        elif hit := self._spans_at(place):
            self.span_chosen.emit(hit[0].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._drag(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag(event)
        self._pressed = -1

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            tips = [_tip(span) for span in self._spans_at(QPointF(event.pos()))]
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, tips)), self.viewport())
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.theme.background))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = Look(
            self.theme,
            self.typography,
            self.column_left,
            self._set_width,
            () if self._selecting else self._framed(),
            self._focused if isinstance(self._focused, ShownSpan) else None,
            self.selection(),
            self._byline,
        )
        clip, beyond = QRectF(event.rect()), self.typography.overhang
        for laid, top in self._in_view():
            bottom = top + (self._flow.heights[laid.index] if self._flow else 0)
            if bottom + beyond > clip.top() and top - beyond < clip.bottom():
                drawn = self._drawn.get(laid.index)
                if drawn is None:
                    there = self._on_block.get(laid.index, [])
                    drawn = self._drawn[laid.index] = drawn_on(laid.layout, laid.span, there)
                SpanPainter(look, painter, laid, top + laid.above, drawn).paint()
        painter.end()

    def set_type(self) -> None:
        """Set the text for the present face and width; what is at the top of the view stays there."""
        self._drawn.clear()
        super().set_type()

    def _place(self, flow: Flow) -> None:
        """Which spans are on which block."""
        on_block: dict[int, list[ShownSpan]] = defaultdict(list)
        for span in sorted(self._spans.values(), key=lambda one: (one.extent.start_char, -one.extent.end_char)):
            for index in sorted({block for segment in span.segments for block in flow.blocks_on(segment)}):
                block = flow.blocks[index] if index < len(flow.blocks) else None
                if block and any(segment.overlaps(Span(*block[:2])) for segment in span.segments):
                    on_block[index].append(span)
        self._on_block = dict(on_block)
        self._drawn.clear()

    def _framed(self) -> Sequence[Span]:
        if isinstance(self._focused, ShownSpan):
            return self._focused.segments
        return (self._focused,) if self._focused else ()

    def _select(self, change: Callable[[Selection], object]) -> None:
        if self._selecting is None:
            return
        change(self._selecting)
        if span := self._selecting.span:
            self.reveal(span)
            announce(self, one_line(self._text[span.start_char : span.end_char]))
        self.viewport().update()
        self.selection_changed.emit()

    def _drag(self, event: QMouseEvent) -> None:
        at = self.position_at(event.position())
        if self._selecting is not None and self._pressed >= 0 and at != self._pressed:
            self._selecting.select(self._pressed, at)
            self.viewport().update()
            self.selection_changed.emit()

    def _spans_at(self, place: QPointF) -> list[ShownSpan]:
        """The spans under a place of the view, the narrowest first."""
        at = self.character_at(place)
        if at < 0:
            return []
        there = [span for span in self._spans.values() if any(start <= at < end for start, end in span.segments)]
        return sorted(there, key=lambda span: span.extent.end_char - span.extent.start_char)

    def _is_rtl(self) -> bool:
        span = self.selection()
        if span is None or self._flow is None or not self._flow.blocks:
            return False
        block = self._flow.blocks[self._flow.block_at(span.end_char - 1)]
        return strong_direction_is_rtl(self._text[block.start_char : block.end_char])

    def _extra_lanes(self, block: Block) -> int:
        span = Span(block.start_char, block.end_char)
        if self._flow is None or span.start_char == span.end_char:
            return 0
        return extra_lanes(span, self._on_block.get(self._flow.block_at(block.start_char), ()))

    def _formats(self, block: Block) -> list[tuple[int, int, QTextCharFormat]]:
        """Letters that are not in body ink: furniture greyed, marks for hidden characters."""
        start, end = block.start_char, block.end_char
        ranges: list[tuple[int, int, QTextCharFormat]] = []
        for piece in self._furniture:
            first, last = max(start, piece.start_char), min(end, piece.end_char)
            if first < last:
                ranges.append((first - start, last - start, _ink(self.theme.muted)))
        ranges.extend((at, at + 1, _ink(self.theme.mark)) for at in marks_in(self._text[start:end]))
        return ranges


def _tip(span: ShownSpan) -> str:
    return span.tip or (span.label.title if span.label else "")


def _ink(colour: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setForeground(QColor(colour))
    return style
