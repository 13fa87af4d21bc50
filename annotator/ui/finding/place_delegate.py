"""How a place looks: a box, its sentence with what is to be tagged in it, and what stands in its way."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.found_places import Proposal
from annotator.core.spans import Span
from annotator.ui.finding.place_model import PlaceModel
from annotator.ui.inks import mix, muted, paint_row
from annotator.ui.lines import is_right_to_left
from annotator.ui.quiet_label import small
from annotator.ui.search.marked_words import draw_marked
from annotator.ui.tick_list import BOX, SIDE, paint_box

_EDGE, _GAP, _LINES = 6, 10, 2
_MARKED = 0.22


class PlaceDelegate(QStyledItemDelegate):
    """Three lines: two of the sentence, in which the stretch to be tagged has a ground, and a quiet one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        look: Any = option
        fine = QFontMetrics(small(look.font)).height()
        return QSize(240, _LINES * QFontMetrics(look.font).height() + 2 + fine + 2 * _EDGE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look: Any = option
        palette: QPalette = look.palette
        proposal: Proposal = index.data(PlaceModel.ProposalRole)
        rtl = look.direction == Qt.LayoutDirection.RightToLeft
        focused = bool(look.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        paint_row(painter, look.rect, palette, chosen=False, focused=focused, rtl=rtl)
        paint_box(painter, look, index.data(Qt.ItemDataRole.CheckStateRole))
        line = QFontMetrics(look.font).height()
        inner = look.rect.adjusted(SIDE + BOX + _GAP, _EDGE, -SIDE, -_EDGE)
        inner = QStyle.visualRect(look.direction, look.rect, inner)
        base = palette.color(QPalette.ColorRole.Base)
        ink = palette.color(QPalette.ColorRole.Text) if proposal.can_be_tagged else muted(palette)
        words, marks = shown(proposal)
        ground = mix(base, palette.color(QPalette.ColorRole.Highlight), _MARKED)
        sentence = QRect(inner.left(), inner.top(), inner.width(), _LINES * line)
        draw_marked(painter, sentence, words, marks, look.font, ink, ground)
        self._about(painter, look, QRect(inner.left(), sentence.bottom() + 3, inner.width(), line), index)
        painter.restore()

    def _about(self, painter: QPainter, look: Any, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        words = str(index.data(PlaceModel.AboutRole))
        rtl = is_right_to_left(words)
        font: QFont = small(look.font)
        painter.setFont(font)
        painter.setPen(muted(look.palette, QPalette.ColorRole.Base))
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop) | Qt.TextFlag.TextSingleLine
        elided = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, flags, elided)


def shown(proposal: Proposal) -> tuple[str, list[Span]]:
    """The words of a place with dots where they are cut, and the stretch that is to be tagged in them."""
    snippet = proposal.place.shown
    before, after = ("… " if snippet.is_cut[0] else ""), (" …" if snippet.is_cut[1] else "")
    start = min(max(0, proposal.stretch.start_char - snippet.start), len(snippet.text))
    end = min(max(start, proposal.stretch.end_char - snippet.start), len(snippet.text))
    return f"{before}{snippet.text}{after}", [Span(start + len(before), end + len(before))] if start < end else []
