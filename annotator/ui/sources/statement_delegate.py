"""How a statement looks: its label, day and outlet on a quiet line, and the sentence with what is tagged in it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.spans import Span
from annotator.ui.inks import mix, paint_row, quiet
from annotator.ui.inspector.label_chip import SWATCH, paint_swatch
from annotator.ui.line_painting import draw_line
from annotator.ui.quiet_label import small
from annotator.ui.search.marked_words import draw_marked
from annotator.ui.sources.statement_model import StatementModel

_SIDE, _EDGE, _GAP = 16, 7, 3
_BESIDE = 6
_LINES = 2
_LONGEST = 600  # letters of a sentence that are laid out
_BEFORE = 40  # letters that are left before the first place, where that lies far behind
_MARKED = 0.18


class StatementDelegate(QStyledItemDelegate):
    """Three lines a statement."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line, fine = QFontMetrics(option.font).height(), QFontMetrics(small(option.font)).height()
        return QSize(240, max(fine, SWATCH.height()) + _LINES * line + _GAP + 2 * _EDGE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        statement, model = index.data(StatementModel.StatementRole), index.model()
        palette: QPalette = option.palette
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        paint_row(painter, option.rect, palette, chosen=False, focused=focused, rtl=rtl)
        base, ink = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        inner = option.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        fine = max(QFontMetrics(small(option.font)).height(), SWATCH.height())
        first = QRect(inner.left(), inner.top(), inner.width(), fine)
        if isinstance(model, StatementModel):
            label = model.labels.get(statement.label)
            if label:
                box = QRect(first.left(), first.top(), SWATCH.width(), fine)
                paint_swatch(painter, QStyle.visualRect(option.direction, inner, box), label, model.theme_name, base)
                first.setLeft(first.left() + SWATCH.width() + _BESIDE)
            painter.setFont(small(option.font))
            painter.setPen(quiet(ink, base))
            draw_line(painter, QStyle.visualRect(option.direction, inner, first), model.about(statement), at_right=rtl)
        words, marks = cut_before(*index.data(StatementModel.SentenceRole))
        ground = mix(base, palette.color(QPalette.ColorRole.Highlight), _MARKED)
        draw_marked(painter, inner.adjusted(0, fine + _GAP, 0, 0), words, marks, option.font, ink, ground)
        painter.restore()


def cut_before(sentence: str, marks: tuple[Span, ...]) -> tuple[str, list[Span]]:
    """A sentence as it is laid out: not all of a very long one, and not much before the first place in it."""
    words = sentence.translate({ord(space): " " for space in "\n\r\t\u2028\u2029"})
    first = marks[0].start_char if marks else 0
    start = first - _BEFORE if first > 2 * _BEFORE + _BEFORE else 0
    while 0 < start < first and not words[start - 1].isspace():
        start += 1
    shown = words[start : start + _LONGEST]
    dots = "… " if start else ""
    moved = [Span(span.start_char - start + len(dots), span.end_char - start + len(dots)) for span in marks]
    whole = dots + shown
    return whole, [Span(span.start_char, min(span.end_char, len(whole))) for span in moved if span[0] < len(whole)]
