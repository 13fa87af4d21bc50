"""How a place behind a figure looks: its words with what is tagged in them, and what everybody says."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.operations.agreement_places import SeenPlace
from annotator.ui.agreement.place_model import PlaceModel
from annotator.ui.agreement.words import agreed_words
from annotator.ui.inks import mix, muted, paint_row
from annotator.ui.line_painting import draw_line
from annotator.ui.lines import one_line
from annotator.ui.quiet_label import small
from annotator.ui.search.marked_words import draw_marked
from annotator.ui.sources.statement_delegate import cut_before

_SIDE, _EDGE, _GAP, _LINES = 12, 6, 3, 2
_MARKED = 0.2


class PlaceDelegate(QStyledItemDelegate):
    """A quiet line with the verdict and the article, two of words, one with the answers."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        look: Any = option
        line, fine = QFontMetrics(look.font).height(), QFontMetrics(small(look.font)).height()
        return QSize(240, fine + _LINES * line + line + 2 * _GAP + 2 * _EDGE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look: Any = option
        palette: QPalette = look.palette
        place: SeenPlace = index.data(PlaceModel.PlaceRole)
        rtl = look.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        focused = bool(look.state & QStyle.StateFlag.State_HasFocus)
        paint_row(painter, look.rect, palette, chosen=False, focused=focused, rtl=rtl)
        inner = look.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        line, fine = QFontMetrics(look.font).height(), QFontMetrics(small(look.font)).height()
        base, ink = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        painter.setFont(small(look.font))
        painter.setPen(muted(palette, QPalette.ColorRole.Base))
        about = f"{agreed_words(place.agreed)}  ·  {one_line(place.title, 120)}"
        draw_line(painter, QRect(inner.left(), inner.top(), inner.width(), fine), about, at_right=rtl)
        words, marks = cut_before(place.words, place.marks)
        ground = mix(base, palette.color(QPalette.ColorRole.Highlight), _MARKED)
        text = QRect(inner.left(), inner.top() + fine + _GAP, inner.width(), _LINES * line)
        draw_marked(painter, text, words, marks, look.font, ink, ground)
        answers = QFont(look.font)
        answers.setWeight(QFont.Weight.Normal if place.agreed else QFont.Weight.DemiBold)
        painter.setFont(answers)
        painter.setPen(muted(palette, QPalette.ColorRole.Base) if place.agreed else ink)
        below = QRect(inner.left(), text.bottom() + _GAP, inner.width(), line)
        draw_line(painter, below, str(index.data(PlaceModel.AnswersRole)), at_right=rtl)
        painter.restore()
