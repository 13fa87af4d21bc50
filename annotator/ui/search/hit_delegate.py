"""How an article that was found looks: its title, a snippet with what was found in it, and a quiet line about it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.language import language_mark
from annotator.core.search_query import Field
from annotator.core.search_results import Hit
from annotator.core.spans import Span
from annotator.ui.inks import mix, paint_row, quiet, row_ground
from annotator.ui.line_painting import draw_line
from annotator.ui.lines import printed_time
from annotator.ui.quiet_label import small
from annotator.ui.search.found_model import FoundModel
from annotator.ui.search.marked_words import draw_marked
from annotator.ui.search.pick_mark import paint_pick

_SIDE, _EDGE, _GAP = 16, 8, 3
_SNIPPET_LINES = 2
_MARKED = 0.3  # of the accent behind what was found


class HitDelegate(QStyledItemDelegate):
    """Four lines an article: title, two of its snippet, and where it is from."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line, fine = QFontMetrics(option.font).height(), QFontMetrics(small(option.font)).height()
        return QSize(240, line * (1 + _SNIPPET_LINES) + fine + 2 * _GAP + 2 * _EDGE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit: Hit = index.data(FoundModel.FoundRole)
        palette: QPalette = option.palette
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        chosen = bool(index.data(FoundModel.OpenRole))
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        paint_row(painter, option.rect, palette, chosen=chosen, focused=focused, rtl=rtl)
        if index.data(FoundModel.PickedRole):
            paint_pick(painter, option.rect, palette, rtl=rtl)
        ink, ground = palette.color(QPalette.ColorRole.Text), row_ground(palette, chosen)
        marked = mix(ground, palette.color(QPalette.ColorRole.Highlight), _MARKED)
        inner = option.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        line = QFontMetrics(option.font).height()
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        title = QRect(inner.left(), inner.top(), inner.width(), line)
        draw_marked(painter, title, hit.document.title, hit.title_marks, strong, ink, marked)
        snippet = QRect(inner.left(), title.bottom() + 1 + _GAP, inner.width(), _SNIPPET_LINES * line)
        words, marks = shown_snippet(hit)
        draw_marked(painter, snippet, words, marks, option.font, ink, marked)
        painter.setFont(small(option.font))
        painter.setPen(quiet(ink, ground, palette.color(QPalette.ColorRole.Base)))
        about = QRect(
            inner.left(), snippet.bottom() + 1 + _GAP, inner.width(), inner.bottom() - snippet.bottom() - _GAP
        )
        draw_line(painter, about, _about(hit, index))
        painter.restore()


def shown_snippet(hit: Hit) -> tuple[str, tuple[Span, ...]]:
    """A hit's snippet with dots where it was cut; the marks move with it."""
    before, after = ("… " if hit.snippet.is_cut[0] else ""), (" …" if hit.snippet.is_cut[1] else "")
    marks = tuple(Span(start + len(before), end + len(before)) for start, end in hit.snippet.marks)
    return f"{before}{hit.snippet.text}{after}", marks


def _about(hit: Hit, index: QModelIndex | QPersistentModelIndex) -> str:
    model = index.model()
    where = model.where_words(hit) if isinstance(model, FoundModel) else ""
    document = hit.document
    parts = [language_mark(document), document.outlet, printed_time(document.published)]
    parts.insert(0 if hit.where in (Field.NOTE, Field.SOURCE) else len(parts), where)
    return " · ".join(part for part in parts if part)
