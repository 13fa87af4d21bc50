"""Which sentences the eye is on: the focus comes along when the view has moved away from it.

What cannot be seen must not be tagged, and an arrow goes on from what is read, not from where the
focus was left some pages ago.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from annotator.core.spans import Span

if TYPE_CHECKING:
    from annotator.ui.reader.article_view import ArticleView


def is_seen(view: "ArticleView", span: Span) -> bool:
    """True when at least half a line of a stretch is in view."""
    top, bottom = view.extent_in_view(span)
    if bottom is None:
        return False
    seen = min(bottom, view.viewport().height()) - max(0.0 if top is None else top, 0.0)
    return seen >= view.typography.line_height / 2


def first_in_view(view: "ArticleView") -> int:
    """The first sentence that begins in view, else the one that fills it; -1 without any."""
    return next(iter(_beginning_in_view(view)), _in_the_middle(view))


def last_in_view(view: "ArticleView") -> int:
    """The last sentence that begins in view, else the one that fills it; -1 without any."""
    return next(reversed(_beginning_in_view(view)), _in_the_middle(view))


def _beginning_in_view(view: "ArticleView") -> list[int]:
    blocks = view.blocks_in_view()
    if view.opened is None or not blocks:
        return []
    first, last = view.sentence_at(blocks[0].start_char), view.sentence_at(blocks[-1].end_char - 1)
    return [index for index in range(max(0, first), last + 1) if _begins_in_view(view, index)]


def _begins_in_view(view: "ArticleView", index: int) -> bool:
    seen = view.opened.selection.sentence_span(index) if view.opened else Span(0, 0)
    if seen.start_char >= seen.end_char:
        return False
    top, _ = view.extent_in_view(Span(seen.start_char, seen.start_char + 1))
    return top is not None and 0 <= top <= view.viewport().height() - view.typography.line_height / 2


def _in_the_middle(view: "ArticleView") -> int:
    return view.sentence_at(view.position_at(QPointF(view.viewport().rect().center()), between=False))
