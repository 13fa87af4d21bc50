"""How an entry of the palette looks: its group, its title with the letters that were typed, its keys."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from annotator.ui.inks import mix, muted, paint_row, quiet, row_ground
from annotator.ui.line_painting import draw_line
from annotator.ui.palette.entries import Entry
from annotator.ui.palette.palette_model import PaletteModel
from annotator.ui.quiet_label import small
from annotator.ui.search.marked_words import draw_marked

_SIDE, _EDGE, _GAP = 12, 6, 12
_GROUP_WIDTH = 96
_DETAIL_SHARE = 0.34
_MARKED = 0.3


class PaletteDelegate(QStyledItemDelegate):
    """One line: group, title, what stands beside it. The row that Enter chooses is its parent's current one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        look: Any = option
        return QSize(320, QFontMetrics(look.font).height() + 2 * _EDGE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look: Any = option
        palette: QPalette = look.palette
        entry: Entry = index.data(PaletteModel.EntryRole)
        view = self.parent()
        chosen = isinstance(view, QTableView) and view.currentIndex().row() == index.row()
        rtl = look.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        paint_row(painter, look.rect, palette, chosen=chosen, focused=chosen, rtl=rtl)
        inner = look.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        side = entry.keys or entry.detail
        fine = QFontMetrics(small(look.font))
        beside = min(fine.horizontalAdvance(side) + 2, round(inner.width() * _DETAIL_SHARE)) if side else 0
        group = QRect(inner.left(), inner.top(), _GROUP_WIDTH, inner.height())
        title = inner.adjusted(_GROUP_WIDTH + _GAP, 0, -beside - (_GAP if beside else 0), 0)
        aside = QRect(inner.right() - beside + 1, inner.top(), beside, inner.height())
        group, title, aside = (QStyle.visualRect(look.direction, look.rect, one) for one in (group, title, aside))
        ground, ink = row_ground(palette, chosen), palette.color(QPalette.ColorRole.Text)
        marked = mix(ground, palette.color(QPalette.ColorRole.Highlight), _MARKED)
        draw_marked(painter, title, entry.title, entry.marks, look.font, ink, marked)
        painter.setFont(small(look.font))
        painter.setPen(quiet(ink, ground, palette.color(QPalette.ColorRole.Base)) if chosen else muted(palette))
        draw_line(painter, group, str(index.data(PaletteModel.GroupRole)), at_right=rtl)
        draw_line(painter, aside, side, at_right=not rtl)
        painter.restore()
