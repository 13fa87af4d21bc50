"""Where something is said about the text: a small speech bubble with a number, in the margin where lines end."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from annotator.core.spans import Span

if TYPE_CHECKING:
    from annotator.ui.reader.article_view import ArticleView

_MOST = 9


class Talk:
    """How many comments begin at each place of a text."""

    def __init__(self, counts: Mapping[int, int] | None = None) -> None:
        self._counts = dict(counts or {})
        self._places = sorted(self._counts)

    def on(self, span: Span) -> dict[int, int]:
        """Those in a stretch, by place."""
        first, last = bisect_left(self._places, span.start_char), bisect_right(self._places, span.end_char - 1)
        return {place: self._counts[place] for place in self._places[first:last]}

    def number_on(self, span: Span) -> int:
        """How many there are in a stretch."""
        return sum(self.on(span).values())


def show_talk(view: "ArticleView", counts: Mapping[int, int]) -> None:
    """Show on the page that is open where something is said about its text: places and numbers of comments."""
    if view.opened:
        view.opened.talk = Talk(counts)
        view.viewport().update()


def draw_bubble(painter: QPainter, ink: QColor, area: QRectF, number: int, *, rtl: bool) -> None:
    """Draw one sign in `area`, in the ink of secondary text; its tail points to the text."""
    body = area.adjusted(0.5, 0.5, -0.5, -area.height() * 0.22)
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(body, 3.5, 3.5)
    foot = body.right() - body.width() * 0.25 if rtl else body.left() + body.width() * 0.25
    tip = foot + (3 if rtl else -3)
    painter.setBrush(ink)
    ends = (QPointF(foot - 2.5, body.bottom()), QPointF(foot + 2.5, body.bottom()), QPointF(tip, area.bottom()))
    painter.drawPolygon(QPolygonF(ends))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    words = str(number) if number <= _MOST else f"{_MOST}+"
    painter.drawText(body, Qt.AlignmentFlag.AlignCenter, words)
