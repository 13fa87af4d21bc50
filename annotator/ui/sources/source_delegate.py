"""How a source looks in the list: its name, what is known of it, and how often it has spoken, by label."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.inks import paint_row, quiet, row_ground
from annotator.ui.inspector.label_chip import SWATCH, paint_swatch
from annotator.ui.line_painting import draw_line
from annotator.ui.lines import isolated, number, one_line
from annotator.ui.quiet_label import small
from annotator.ui.sources.source_model import SourceModel, SourceRow
from annotator.ui.sources.words import about_words

_SIDE, _EDGE, _GAP = 16, 6, 2
_BESIDE = 4


class SourceDelegate(QStyledItemDelegate):
    """Two lines a source. The counts stand at the end of the second, each beside its label's swatch."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line, fine = QFontMetrics(option.font).height(), QFontMetrics(small(option.font)).height()
        return QSize(200, line + max(fine, SWATCH.height()) + _GAP + 2 * _EDGE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: SourceRow = index.data(SourceModel.RowRole)
        palette: QPalette = option.palette
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        chosen = bool(index.data(SourceModel.OpenRole))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        paint_row(painter, option.rect, palette, chosen=chosen, focused=focused, rtl=rtl)
        ground, ink = row_ground(palette, chosen), palette.color(QPalette.ColorRole.Text)
        inner = option.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        line = QFontMetrics(option.font).height()
        first = QRect(inner.left(), inner.top(), inner.width(), line)
        second = inner.adjusted(0, line + _GAP, 0, 0)
        name = QFont(option.font)
        name.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(name)
        painter.setPen(ink)
        draw_line(painter, first, one_line(row.name))
        painter.setFont(small(option.font))
        faint = quiet(ink, ground, palette.color(QPalette.ColorRole.Base))
        model = index.model()
        left = second
        if isinstance(model, SourceModel):
            left = _paint_counts(painter, second, row, model, ground, faint, rtl=rtl)
        painter.setPen(faint)
        about = " · ".join(part for part in (isolated(one_line(row.alias)), about_words(row.source)) if part)
        draw_line(painter, left, about, at_right=rtl)
        painter.restore()


def _paint_counts(
    painter: QPainter, rect: QRect, row: SourceRow, model: SourceModel, ground: QColor, ink: QColor, *, rtl: bool
) -> QRect:
    """Counts from the line's end on; what of the line is left is returned."""
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    free = QRect(rect)
    for key, count in reversed(list(row.counts.items())):
        words = number(count)
        width = painter.fontMetrics().horizontalAdvance(words) + _BESIDE
        label = model.labels.get(key)
        taken = width + (SWATCH.width() + _BESIDE if label else 0) + 2 * _BESIDE
        if taken > free.width() // 2:
            break
        box = QRect(free.right() - taken + 2 * _BESIDE, free.top(), taken - 2 * _BESIDE, free.height())
        if label:
            swatch = QRect(box.left(), box.top(), SWATCH.width(), box.height())
            paint_swatch(painter, QStyle.visualRect(direction, rect, swatch), label, model.theme_name, ground)
        painter.setPen(ink)
        place = QStyle.visualRect(direction, rect, QRect(box.right() - width + 1, box.top(), width, box.height()))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
        free.setRight(free.right() - taken)
    return QStyle.visualRect(direction, rect, free)
