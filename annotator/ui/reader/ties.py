"""How the links of the annotation in focus are drawn: quiet lines in the free margin, from its line to the other's.

The end that a link goes out from is a dot, the one that it leads to an arrow, each in the ink of its label; both
stretches are outlined. What is out of view is named at the edge of the page, what is in another article has a mark.
Of several annotations on the sentence in focus, the one that keys go to is outlined without any link.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from annotator.core.records import AnnotationRecord
from annotator.core.spans import Span
from annotator.ui.lines import number

if TYPE_CHECKING:
    from annotator.ui.reader.article_view import ArticleView

_LINE, _STRONG = 1.25, 2.0
_LANES = 4
_MOST_DRAWN = 24
_MOST_NAMED = 3  # at one edge of the page


class Tie(NamedTuple):
    """A link of the annotation in focus. `words` are what it says ("denies"); `inward`: it leads to that one.

    `other` is None for an annotation of another article.
    """

    words: str
    inward: bool
    other: AnnotationRecord | None


class Ties:
    """The links that a view shows, and the one that is offered while a person chooses what to link."""

    def __init__(self, view: "ArticleView") -> None:
        self._view = view
        self._start: UUID | None = None
        self._ties: tuple[Tie, ...] = ()
        self._offered: tuple[UUID, Tie] | None = None

    @property
    def shown(self) -> tuple[Tie, ...]:
        """The links that are drawn."""
        return self._ties

    @property
    def offered(self) -> UUID | None:
        """The annotation that is offered as the other end of a new link."""
        return self._offered[1].other.id if self._offered and self._offered[1].other else None

    def show(self, start: UUID | None, ties: Sequence[Tie]) -> None:
        """Draw the links of this annotation, in place of those before."""
        if (start, tuple(ties)) != (self._start, self._ties):
            draws = bool(ties or self._ties)
            self._start, self._ties = start, tuple(ties)
            if draws:
                self._view.viewport().update()
                self._view.speech.tied()

    def offer(self, start: UUID | None, tie: Tie | None) -> None:
        """Draw a link that is not made yet; None: no more."""
        offered = (start, tie) if start and tie else None
        if offered != self._offered:
            self._offered = offered
            self._view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Draw over the page."""
        if self._offered:
            start = self._view.annotation(self._offered[0])
            if start:
                _Drawing(painter, self._view, start, strong=True).draw((self._offered[1],))
            return
        start = self._view.annotation(self._start) if self._start and self._ties else None
        if start:
            _Drawing(painter, self._view, start, strong=False).draw(self._ties[:_MOST_DRAWN])
        opened = self._view.opened
        chosen = opened.chosen_of_several() if opened else None
        if chosen and not (start and start.id == chosen.id and any(tie.other for tie in self._ties)):
            _Drawing(painter, self._view, chosen, strong=False).draw_outline()


class _Drawing:
    """The links of one annotation on one view. `strong`: a link that is only offered, to be seen at once."""

    def __init__(self, painter: QPainter, view: "ArticleView", start: AnnotationRecord, *, strong: bool) -> None:
        self._painter, self._view, self._start, self._strong = painter, view, start, strong
        self._rtl = view.is_set_right_to_left(start.extent.start_char)
        self._size = view.typography.size
        self._named: dict[bool, list[str]] = {True: [], False: []}

    def draw_outline(self) -> None:
        """The annotation alone, without its links."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._outline(self._start, chosen=False)

    def draw(self, ties: Sequence[Tie]) -> None:
        """The links, and the outline of all that they tie."""
        painter = self._painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = [tie for tie in ties if tie.other]
        if here:
            self._outline(self._start, chosen=False)
        for lane, tie in enumerate(here):
            if tie.other:
                self._outline(tie.other, chosen=self._strong)
                self._tie(tie, tie.other, self._lane(lane))
        if len(here) < len(ties):
            self._mark_elsewhere(self._lane(len(here)))
        painter.restore()

    def _ink(self, annotation: AnnotationRecord) -> QColor:
        return self._view.theme.ink(self._view.labels.get(annotation.label))

    def _edge(self) -> float:
        """The column's edge at the free margin."""
        return self._view.column_left + (0 if self._rtl else self._view.column_width)

    def _out(self, distance: float) -> float:
        """A place so far out in the free margin."""
        return self._edge() + (-distance if self._rtl else distance)

    def _lane(self, which: int) -> float:
        """Beyond the bracket of a quotation; the margin has room for a few, further ones lie on the last."""
        return self._out(self._size * (1.2 + 0.32 * min(which, _LANES - 1)))

    def _outline(self, annotation: AnnotationRecord, *, chosen: bool) -> None:
        self._painter.setPen(QPen(self._ink(annotation), _STRONG if chosen else 1.0))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for segment in annotation.segments:
            for box in self._view.boxes_of(segment):
                self._painter.drawRoundedRect(box.adjusted(-2, 0, 2, 0), 3, 3)

    def _height_of(self, annotation: AnnotationRecord) -> float | None:
        """The middle of its first line, also just beyond the page; None when it is farther away."""
        first = annotation.extent.start_char
        top, bottom = self._view.extent_in_view(Span(first, first + 1))
        return None if top is None or bottom is None else (top + bottom) / 2

    def _place(self, annotation: AnnotationRecord) -> tuple[float, int]:
        """Where its line is, and whether that is in view (0), above the page (-1) or below it (1)."""
        height, y = self._view.viewport().height(), self._height_of(annotation)
        if y is None:
            blocks = self._view.blocks_in_view()
            above = bool(blocks) and annotation.extent.start_char < blocks[0].start_char
            return (0.0, -1) if above else (height, 1)
        return (0.0, -1) if y < 0 else (height, 1) if y > height else (y, 0)

    def _tie(self, tie: Tie, other: AnnotationRecord, lane: float) -> None:
        outer, inner = (other, self._start) if tie.inward else (self._start, other)
        (start, start_beyond), (end, end_beyond) = self._place(outer), self._place(inner)
        if start_beyond == end_beyond != 0:
            return
        if abs(start - end) < self._size * 0.6 and not (start_beyond or end_beyond):
            start, end = start - self._size * 0.3, end + self._size * 0.3  # both on one line
        ink = self._ink(outer)
        pen = QPen(ink, _STRONG if self._strong else _LINE)
        if self._strong:
            pen.setDashPattern([3.0, 2.0])
        self._painter.setPen(pen)
        near = self._out(self._size * 0.42)
        points = [QPointF(lane, start), QPointF(lane, end)]
        points = points if start_beyond else [QPointF(near, start), *points]
        points = points if end_beyond else [*points, QPointF(near, end)]
        self._painter.drawPolyline(QPolygonF(points))
        if not start_beyond:
            self._dot(ink, QPointF(near, start))
        if not end_beyond:
            self._arrow(self._ink(inner), QPointF(near, end))
        beyond = start_beyond or end_beyond
        if beyond:
            there = outer if start_beyond else inner
            words = edge_words(tie, other, self._view) if there is other else place_words(there, self._view)
            self._name(words, there, lane, up=beyond < 0)

    def _dot(self, ink: QColor, at: QPointF) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ink)
        self._painter.drawEllipse(at, self._size * 0.15, self._size * 0.15)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _arrow(self, ink: QColor, at: QPointF) -> None:
        """An arrow's head that points into the text."""
        length, half = self._size * (-0.36 if self._rtl else 0.36), self._size * 0.2
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ink)
        tip = at - QPointF(length * 0.6, 0)
        base = at + QPointF(length * 0.4, 0)
        self._painter.drawPolygon(QPolygonF([tip, base + QPointF(0, half), base - QPointF(0, half)]))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _name(self, words: str, there: AnnotationRecord, lane: float, *, up: bool) -> None:
        """At the page's edge: what is linked there, and in which sentence; once where several lead to it."""
        named, row = self._named[up], len(self._named[up])
        if words in named or row >= _MOST_NAMED:
            return
        named.append(words)
        view, painter = self._view, self._painter
        metrics = QFontMetricsF(view.typography.hint)
        width, height = metrics.horizontalAdvance(words) + self._size, metrics.height() + 4
        y = 4 + row * (height + 3) if up else view.viewport().height() - (row + 1) * (height + 3) - 1
        x = lane - self._size * 0.3 if self._rtl else lane + self._size * 0.3 - width
        box = QRectF(max(2.0, min(x, view.viewport().width() - width - 2)), y, width, height)
        painter.setPen(QPen(self._ink(there), 1.0))
        painter.setBrush(QColor(view.theme.background))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(view.typography.hint)
        painter.setPen(QColor(view.theme.text))
        arrow = "↑" if up else "↓"
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{arrow} {words}")

    def _mark_elsewhere(self, lane: float) -> None:
        """A small arrow that leaves the page, beside the line: linked with another article."""
        y = self._height_of(self._start)
        if y is None:
            return
        reach = self._size * 0.22
        out = -reach if self._rtl else reach
        self._painter.setPen(QPen(self._ink(self._start), _LINE + 0.25))
        tip = QPointF(lane + out, y - reach)
        self._painter.drawLine(QPointF(lane - out, y + reach), tip)
        self._painter.drawPolyline(QPolygonF([tip - QPointF(out * 1.2, 0), tip, tip + QPointF(0, reach * 1.2)]))


def edge_words(tie: Tie, other: AnnotationRecord, view: "ArticleView") -> str:
    """What is linked beyond the page: “denies: claim in sentence 3”."""
    words = QCoreApplication.translate("Reader", "{link}: {place}")
    return words.format(link=tie.words, place=place_words(other, view))


def place_words(annotation: AnnotationRecord, view: "ArticleView") -> str:
    """Which annotation it is: “claim in sentence 3”."""
    label = view.labels.get(annotation.label)
    title = (label.title if label else annotation.label).lower()
    words = QCoreApplication.translate("Reader", "{label} in sentence {number}")
    return words.format(label=title, number=number(view.sentence_at(annotation.extent.start_char) + 1))
