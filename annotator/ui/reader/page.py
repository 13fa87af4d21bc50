"""Paints the blocks in view: grounds and tints, the letters, underlines, and what is in the margin."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from annotator.core.records import AnnotationRecord
from annotator.core.schema import Label
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.ui.reader.blocks import Kind
from annotator.ui.reader.decorations import (
    STRIKE_REACH,
    Stroke,
    decorate,
    draw_join,
    draw_pattern,
    draw_ring,
    draw_strike,
    draw_tick,
    faint,
    lane_offset,
)
from annotator.ui.reader.flow import Laid
from annotator.ui.reader.layout import LineBox
from annotator.ui.reader.opened import OpenDocument
from annotator.ui.reader.suggestion_marks import draw_dots, draw_frame, frames_on
from annotator.ui.reader.talk import draw_bubble
from annotator.ui.reader.typography import ReaderTheme, Typography

_BAR = 3.0
_CHIPS_SHOWN = 3
_DEEPEST_DOTS = 2  # lanes below the text: further ones would lie in the next line
# Selected text still shows which label it has.
_SELECTION_OVER_TINT = 0.78


@dataclass(slots=True)
class Page:
    """What a page is painted with. `left` is the column's left edge in the view, `width` its width.

    `hint` is the word beside furniture, `byline` the line under the headline. `has_keyboard`: keys go to the text.
    """

    opened: OpenDocument
    labels: dict[str, Label]
    theme: ReaderTheme
    typography: Typography
    left: float
    width: float
    byline: str
    hint: str
    has_keyboard: bool = True
    _colours: dict[str, tuple[QColor, QColor]] = field(default_factory=dict)

    def colours(self, annotation: AnnotationRecord | Suggestion) -> tuple[QColor, QColor]:
        """Ink and tint of its label: mixed once a page, not once a stroke."""
        found = self._colours.get(annotation.label)
        if found is None:
            label = self.labels.get(annotation.label)
            found = self._colours[annotation.label] = self.theme.ink(label), self.theme.tint(label)
        return found

    def paint(self, painter: QPainter, clip: QRectF, blocks: list[tuple[Laid, float]]) -> None:
        """Paint the blocks that touch the clip; each comes with the top it has in the view."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selection = self.opened.selection
        focus = selection.sentence_span(selection.focus) if selection.focus >= 0 else None
        current = self.opened.current()
        running = self.opened.quotation_in_focus()
        beyond = self.typography.overhang
        for laid, top in blocks:
            bottom = top + self.opened.flow.heights[laid.index]
            if bottom + beyond > clip.top() and top - beyond < clip.bottom():
                _BlockPainter(self, painter, laid, top + laid.above).paint(focus, current, running)


class _BlockPainter:
    """Paints one block with the top of its text at `top`."""

    def __init__(self, page: Page, painter: QPainter, laid: Laid, top: float) -> None:
        self.page = page
        self.painter = painter
        self.laid = laid
        self.top = top
        self.span = laid.span
        if laid.decoration is None:
            annotations = page.opened.index.overlapping(self.span) if self.span.end_char > self.span.start_char else []
            made = decorate(laid.layout, self.span, annotations, page.opened.quoted.doubts_on(self.span))
            suggested = page.opened.suggested.on(self.span, page.opened.index)
            laid.decoration = made._replace(suggested=frames_on(laid.layout, self.span, suggested))
        self.decoration = laid.decoration

    def paint(self, focus: Span | None, current: AnnotationRecord | None, running: Span | None) -> None:
        """Grounds first, then letters, then what is drawn over and beside them."""
        if focus and focus.overlaps(self.span):
            self._paint_focus(focus)
        if running and running.overlaps(self.span):
            self._paint_extent(running)
        self._paint_tints()
        self._paint_selection()
        self._paint_ring_in_focus()
        self.painter.setPen(QColor(self.page.theme.text))
        self.laid.layout.draw(self.painter, QPointF(self.page.left, self.top))
        self._paint_underlines(current)
        self._paint_suggestions()
        self._paint_rings()
        self._paint_chips()
        self._paint_talk()
        self._paint_hints()
        if self.laid.block.kind is Kind.HEADLINE and self.page.byline:
            self._paint_byline()

    def _rect(self, line: LineBox, left: float, right: float) -> QRectF:
        """From above the capitals to below the first underline, the same on every line."""
        size = self._size()
        top = self.top + line.baseline - size * 0.98
        return QRectF(self.page.left + left, top, right - left, size * 1.42)

    def _size(self) -> float:
        headline = self.laid.block.kind is Kind.HEADLINE
        typography = self.page.typography
        return float(typography.headline.pixelSize() if headline else typography.size)

    def _fragments(self, span: Span) -> list[tuple[LineBox, float, float]]:
        start = max(span.start_char, self.span.start_char) - self.span.start_char
        end = min(span.end_char, self.span.end_char) - self.span.start_char
        lines = self.laid.layout.lines
        return [(lines[part.line], part.left, part.right) for part in self.laid.layout.fragments(start, end)]

    def _paint_focus(self, focus: Span) -> None:
        theme, fragments = self.page.theme, self._fragments(focus)
        if not fragments:
            return
        ground = QColor(theme.focus_background)
        for line, left, right in fragments:
            area = QRectF(self.page.left + left - 4, self.top + line.top, right - left + 8, line.bottom - line.top)
            self.painter.fillRect(area, ground)
        top, bottom = fragments[0][0].top, fragments[-1][0].bottom
        gap = self.page.typography.size * 0.75
        x = self.page.left + self.page.width + gap if self.laid.layout.rtl else self.page.left - gap - _BAR
        bar = QRectF(x, self.top + top + 3, _BAR, bottom - top - 6)
        if self.page.has_keyboard:
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(QColor(theme.focus_bar))
        else:  # one's place is kept, but keys go elsewhere
            self.painter.setPen(QPen(QColor(theme.focus_bar), 1.0))
        self.painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_extent(self, quotation: Span) -> None:
        """A fine bracket in the free margin: how far the quotation in focus goes on."""
        begins, ends = quotation.start_char >= self.span.start_char, quotation.end_char <= self.span.end_char
        layout, gap = self.laid.layout, self.page.typography.size * 0.75
        top = layout.lines[layout.line_of(quotation.start_char - self.span.start_char)].top + 3 if begins else 0.0
        last = layout.line_of(quotation.end_char - self.span.start_char - 1) if ends else -1
        bottom = layout.lines[last].bottom - (3 if ends else 0)
        # Up to the block before, so that the bracket is one line over several paragraphs.
        top -= 0.0 if begins else self.laid.above
        x = round(self.page.left + (-gap if layout.rtl else self.page.width + gap)) + 0.5
        tick = gap / 3 if layout.rtl else -gap / 3
        self.painter.setPen(QPen(QColor(self.page.theme.muted), 1.0))
        line = [QPointF(x, self.top + top), QPointF(x, self.top + bottom)]
        line = [line[0] + QPointF(tick, 0), *line] if begins else line
        self.painter.drawPolyline([*line, line[-1] + QPointF(tick, 0)] if ends else line)

    def _paint_selection(self) -> None:
        selection = self.page.opened.selection
        ground = QColor(self.page.theme.selection)
        ground.setAlphaF(_SELECTION_OVER_TINT)
        outline = QPen(QColor(self.page.theme.focus_bar), 1.0, Qt.PenStyle.DashLine)
        for span, held in [*((span, True) for span in selection.held), (selection.span, False)]:
            if span is None or not span.overlaps(self.span):
                continue
            for line, left, right in self._fragments(span):
                area = self._rect(line, left, right)
                self.painter.fillRect(area, ground)
                if held:
                    self.painter.setPen(outline)
                    self.painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_tints(self) -> None:
        lines = self.laid.layout.lines
        for stroke in self.decoration.strokes:
            if not stroke.joins and stroke.annotation.id not in self.page.opened.replaced:
                _, tint = self.page.colours(stroke.annotation)
                part = stroke.fragment
                self.painter.fillRect(self._rect(lines[part.line], part.left, part.right), tint)

    def _paint_underlines(self, current: AnnotationRecord | None) -> None:
        typography, decoration = self.page.typography, self.decoration
        scale = self._size() / typography.size
        lines = self.laid.layout.lines
        for stroke in decoration.strokes:
            part, annotation = stroke.fragment, stroke.annotation
            label = self._label(annotation)
            offset = lane_offset(stroke.lane, typography.first_lane * scale, typography.lane_step)
            # Letters that reach deep, as Arabic ones do, push the underline a little further down.
            y = self.top + lines[part.line].baseline + offset + min(lines[part.line].deeper, typography.lane_step)
            # A hair's breadth free at the ends parts two neighbours with the same label.
            place = QRectF(self.page.left + part.left + 0.5, y, part.right - part.left - 1.0, 0)
            ink, _ = self.page.colours(annotation)
            if annotation.id in self.page.opened.replaced:
                ink = faint(ink, QColor(self.page.theme.background))
                draw_strike(self.painter, ink, place, self._size() * STRIKE_REACH)
            if stroke.joins:
                draw_join(self.painter, ink, place)
            else:
                chosen = current is not None and current.id == annotation.id
                thickness = typography.stroke * (1.35 if chosen else 1.0)
                draw_pattern(self.painter, label.pattern if label else None, ink, place, thickness)
                self._paint_ticks(stroke, ink, place)

    def _paint_ticks(self, stroke: Stroke, ink: QColor, place: QRectF) -> None:
        """Ends at which the annotation goes on in another segment."""
        height, rtl = self.page.typography.size * 0.3, self.laid.layout.rtl
        first, last = (place.topRight(), place.topLeft()) if rtl else (place.topLeft(), place.topRight())
        outwards = -1.0 if rtl else 1.0
        if stroke.begins:
            draw_tick(self.painter, ink, first, height, -outwards)
        if stroke.ends:
            draw_tick(self.painter, ink, last, height, outwards)

    def _paint_rings(self) -> None:
        typography, ink = self.page.typography, QColor(self.page.theme.doubt)
        for ring in self.decoration.rings:
            draw_ring(self.painter, ink, None, self._ring(ring.box), typography.stroke * 0.9)

    def _paint_ring_in_focus(self) -> None:
        """The ground of the ring that was gone to last."""
        current = self.page.opened.doubt_in_focus() if self.decoration.rings else None
        for ring in self.decoration.rings:
            if ring.doubt == current:
                ground = self.page.theme.doubt_ground()
                draw_ring(self.painter, ground, ground, self._ring(ring.box), 0)

    def _ring(self, box: QRectF) -> QRectF:
        """A ring's place on the page, with a little room around the ink of the mark."""
        least = self._size() * 0.3
        beside = max(0.0, least - box.width()) / 2 + self._size() * 0.11
        above = max(0.0, least - box.height()) / 2 + self._size() * 0.14
        return box.translated(self.page.left, self.top).adjusted(-beside, -above, beside, above)

    def _paint_suggestions(self) -> None:
        """Dots under what is suggested, below the underlines of tags; a frame around what is meant now."""
        frames, typography, rtl = self.decoration.suggested.frames, self.page.typography, self.laid.layout.rtl
        current = self.page.opened.suggestion_in_focus() if frames else None
        scale = self._size() / typography.size
        for frame in frames:
            part, line = frame.fragment, self.laid.layout.lines[frame.fragment.line]
            ink, _ = self.page.colours(frame.suggestion)
            if frame.suggestion == current:
                draw_frame(self.painter, ink, self._rect(line, part.left, part.right), frame, rtl=rtl)
                continue
            lane = min(self.decoration.lanes + frame.depth, _DEEPEST_DOTS)
            offset = lane_offset(lane, typography.first_lane * scale, typography.lane_step)
            y = self.top + line.baseline + offset + min(line.deeper, typography.lane_step)
            place = QRectF(self.page.left + part.left + 1, y, part.right - part.left - 2, typography.size * 0.26)
            draw_dots(self.painter, ink, place, frame, rtl=rtl)

    def _paint_chips(self) -> None:
        """The initials of labels in the margin, on the line where each begins; of suggestions with a question mark."""
        typography = self.page.typography
        step, gap = typography.size * 0.62, typography.size * 1.12
        letters_fit = int((self.page.left - gap) / step)
        room = max(1, min(_CHIPS_SHOWN, letters_fit))
        self.painter.setFont(typography.chip)
        starts, asked = self.decoration.starts, self.decoration.suggested.starts
        for number in {**starts, **asked}:
            letters = [(self.page.colours(one)[0], self._initial(one.label)) for one in starts.get(number, ())]
            if len(letters) > room:
                letters = [*letters[: room - 1], (letters[room - 1][0], "+" if room > 1 else letters[0][1])]
            self._write_chips(number, letters, step, gap)
            beside = min(2 * _CHIPS_SHOWN, letters_fit) - len(letters)
            self._write_questions(number, asked.get(number, ())[: beside // 2], step, gap + len(letters) * step)

    def _paint_talk(self) -> None:
        """A bubble beside each line on which something that is talked about begins."""
        counts: dict[int, int] = {}
        for place, number in self.page.opened.talk.on(self.span).items():
            line = self.laid.layout.line_of(place - self.span.start_char)
            counts[line] = counts.get(line, 0) + number
        size, rtl = self.page.typography.size, self.laid.layout.rtl
        width = size * 1.05
        gap = max(size * 0.7, min(size * 1.9, self.page.left - width - 4))  # beyond the arrows of links
        self.painter.setFont(self.page.typography.chip)
        for number, count in counts.items():
            x = self.page.left - gap - width if rtl else self.page.left + self.page.width + gap
            area = QRectF(x, self.top + self.laid.layout.lines[number].baseline - size * 0.92, width, size)
            draw_bubble(self.painter, QColor(self.page.theme.muted), area, count, rtl=rtl)

    def _write_chips(self, number: int, letters: Sequence[tuple[QColor, str]], step: float, gap: float) -> None:
        """Words of a letter or two in the margin, from the text outwards."""
        line, size, rtl = self.laid.layout.lines[number], self.page.typography.size, self.laid.layout.rtl
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        for place, (ink, letter) in enumerate(letters):
            distance = gap + place * step
            x = self.page.left + self.page.width + distance if rtl else self.page.left - distance - step
            self.painter.setPen(ink)
            self.painter.drawText(QRectF(x, self.top + line.baseline - size, step, size), flags, letter)

    def _write_questions(self, number: int, suggestions: Sequence[Suggestion], step: float, gap: float) -> None:
        """What is suggested, with two letters' room each."""
        words = [(self.page.colours(one)[0], f"{self._initial(one.label)}?") for one in suggestions]
        self._write_chips(number, words, 2 * step, gap)

    def _initial(self, key: str) -> str:
        label = self.page.labels.get(key)
        return (label.title if label else key)[:1].upper()

    def _paint_hints(self) -> None:
        """A quiet word beside furniture, where its first line leaves room for it."""
        metrics = QFontMetricsF(self.page.typography.hint)
        width = metrics.horizontalAdvance(self.page.hint)
        for piece in self.page.opened.furniture_on(self.span):
            if piece.start_char < self.span.start_char:
                continue
            line = self.laid.layout.lines[self.laid.layout.line_of(piece.start_char - self.span.start_char)]
            rtl = self.laid.layout.rtl
            room = line.left if rtl else self.page.width - line.right
            if room >= width + self.page.typography.size:
                x = self.page.left if rtl else self.page.left + self.page.width - width
                self._write(self.page.hint, self.page.typography.hint, QPointF(x, self.top + line.baseline))

    def _paint_byline(self) -> None:
        typography = self.page.typography
        metrics = QFontMetricsF(typography.byline)
        words = metrics.elidedText(self.page.byline, Qt.TextElideMode.ElideRight, self.page.width)
        rtl = self.laid.layout.rtl
        x = self.page.left + (self.page.width - metrics.horizontalAdvance(words) if rtl else 0)
        y = self.top + self.laid.layout.height + typography.size * 0.5 + metrics.ascent()
        self._write(words, typography.byline, QPointF(x, y))

    def _write(self, words: str, font: QFont, at: QPointF) -> None:
        self.painter.setFont(font)
        self.painter.setPen(QColor(self.page.theme.muted))
        self.painter.drawText(at, words)

    def _label(self, annotation: AnnotationRecord) -> Label | None:
        return self.page.labels.get(annotation.label)


def byline_height(typography: Typography, byline: str) -> float:
    """The room that a byline takes under the headline; none without one."""
    return round(QFontMetricsF(typography.byline).height() + typography.size * 1.1) if byline else 0.0
