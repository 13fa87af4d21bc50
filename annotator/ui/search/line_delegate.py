"""How a line of a concordance looks: what was found in one column under the other, its context on both sides."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.search_results import Line
from annotator.ui.inks import mix, paint_row, quiet, row_ground
from annotator.ui.lines import is_right_to_left, one_line
from annotator.ui.quiet_label import small
from annotator.ui.search.found_model import FoundModel
from annotator.ui.search.pick_mark import paint_pick

_SIDE, _EDGE, _PADDING = 12, 4, 4
_MARKED = 0.3
_TITLE_SHARE = 0.2
_WIDEST_WORD = 0.4
_LABELS = 0.6  # at most, of the width that labels and title share


class LineDelegate(QStyledItemDelegate):
    """One line: the text before, what was found, the text after; then its labels and the article.

    Right to left it is mirrored.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(240, QFontMetrics(option.font).height() + 2 * _EDGE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(FoundModel.FoundRole)
        palette: QPalette = option.palette
        window_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        chosen = bool(index.data(FoundModel.OpenRole))
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        paint_row(painter, option.rect, palette, chosen=chosen, focused=focused, rtl=window_rtl)
        if index.data(FoundModel.PickedRole):
            paint_pick(painter, option.rect, palette, rtl=window_rtl)
        ground, ink = row_ground(palette, chosen), palette.color(QPalette.ColorRole.Text)
        inner = option.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        title = QRect(inner)
        title.setLeft(inner.right() - round(inner.width() * _TITLE_SHARE))
        text = inner.adjusted(0, 0, -title.width() - _SIDE, 0)
        painter.setFont(small(option.font))
        painter.setPen(ink)
        if labels := ", ".join(index.data(FoundModel.LabelsRole)):
            shown = QRect(title)
            shown.setWidth(min(painter.fontMetrics().horizontalAdvance(labels) + 2, round(title.width() * _LABELS)))
            _draw(painter, QStyle.visualRect(option.direction, inner, shown), labels, window_rtl, at_end=False)
            title.setLeft(shown.right() + _SIDE)
        painter.setPen(quiet(ink, ground, palette.color(QPalette.ColorRole.Base)))
        shown_title = QStyle.visualRect(option.direction, inner, title)
        _draw(painter, shown_title, one_line(line.title), is_right_to_left(line.title), at_end=False)
        painter.setPen(ink)
        marked = mix(ground, palette.color(QPalette.ColorRole.Highlight), _MARKED)
        painter.setFont(option.font)
        _draw_context(painter, QStyle.visualRect(option.direction, inner, text), line, marked)
        painter.restore()


def _draw_context(painter: QPainter, rect: QRect, line: Line, marked: QColor) -> None:
    """The three columns; in a text from right to left what comes before stands on the right."""
    context = line.context
    rtl = is_right_to_left(f"{context.word}{context.left}{context.right}")
    plain, strong = QFont(painter.font()), QFont(painter.font())
    strong.setWeight(QFont.Weight.DemiBold)
    painter.setFont(strong)
    # A comma or an apostrophe stands close to what was found, as in the text.
    gap = _PADDING if context.right[:1].isspace() else 0
    width = painter.fontMetrics().horizontalAdvance(context.word) + _PADDING + gap + 1
    painter.setFont(plain)
    width = min(width, round(rect.width() * _WIDEST_WORD))
    side = (rect.width() - rect.width() // 5) // 2  # what was found begins in one column, whatever its width
    before = QRect(rect.left(), rect.top(), side, rect.height())
    word = QRect(before.right() + 1, rect.top(), width, rect.height())
    after = QRect(word.right() + 1, rect.top(), max(0, rect.right() - word.right()), rect.height())
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    before, word, after = (QStyle.visualRect(direction, rect, piece) for piece in (before, word, after))
    painter.fillRect(word, marked)
    _draw(painter, before.adjusted(_PADDING, 0, -_PADDING, 0), context.left.strip(), rtl, at_end=True)
    _draw(painter, _inset(after, gap, _PADDING, direction), context.right.strip(), rtl, at_end=False)
    painter.setFont(strong)
    _draw(painter, _inset(word, _PADDING, gap, direction), context.word, rtl, at_end=False)
    painter.setFont(plain)


def _inset(rect: QRect, begin: int, end: int, direction: Qt.LayoutDirection) -> QRect:
    """The rectangle without so much where reading begins in it, and where it ends."""
    return QStyle.visualRect(direction, rect, rect.adjusted(begin, 0, -end, 0))


def _draw(painter: QPainter, rect: QRect, words: str, rtl: bool, *, at_end: bool) -> None:
    """Words in one line, at the side where they begin, or (`at_end`) where they end; the other side is left out."""
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    elide = Qt.TextElideMode.ElideLeft if at_end else Qt.TextElideMode.ElideRight
    side = Qt.AlignmentFlag.AlignRight if at_end != rtl else Qt.AlignmentFlag.AlignLeft
    flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    elided = painter.fontMetrics().elidedText(words, elide, rect.width())
    painter.drawText(rect, flags | Qt.TextFlag.TextSingleLine, elided)
