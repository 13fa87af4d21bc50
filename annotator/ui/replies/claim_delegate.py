"""How a claim looks in the list of the right of reply: the passage, who says it where, and how far the reply is."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.replies import ReplyClaim
from annotator.ui.inks import paint_row, quiet, row_ground
from annotator.ui.inspector.label_chip import SWATCH, paint_swatch
from annotator.ui.line_painting import draw_line
from annotator.ui.lines import quoted_line
from annotator.ui.quiet_label import small
from annotator.ui.replies.claim_model import ClaimModel
from annotator.ui.replies.words import (
    SIGNS,
    answers_words,
    article_words,
    deadline_words,
    speakers_words,
    standing_words,
)

Index = QModelIndex | QPersistentModelIndex

_SIDE, _EDGE, _GAP, _LEADING = 16, 6, 8, 2
_STATE_SHARE = 0.34


class ClaimDelegate(QStyledItemDelegate):
    """Three lines on the side where one reads from, the state beside them; overdue is bold and says so."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        below = QFontMetrics(small(option.font)).height()
        return QSize(280, QFontMetrics(option.font).height() + 2 * (_LEADING + below) + 2 * _EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look: Any = option
        claim: ReplyClaim = index.data(ClaimModel.ClaimRole)
        model: Any = index.model()
        chosen = index.row() == look.widget.currentIndex().row() if look.widget else False
        focused = bool(look.state & QStyle.StateFlag.State_HasFocus)
        rtl = look.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row(painter, look.rect, look.palette, chosen=chosen, focused=focused, rtl=rtl)
        ground = row_ground(look.palette, chosen)
        ink = look.palette.color(QPalette.ColorRole.Text)
        muted = quiet(ink, ground, look.palette.color(QPalette.ColorRole.Base))
        inner = look.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        state = QRect(inner)
        state.setLeft(inner.right() - round(inner.width() * _STATE_SHARE))
        text = inner.adjusted(0, 0, -state.width() - _GAP, 0)
        height = QFontMetrics(look.font).height()
        label = index.data(ClaimModel.LabelRole)
        if label is not None:
            box = QRect(text.left(), text.top(), SWATCH.width(), height)
            paint_swatch(painter, QStyle.visualRect(look.direction, look.rect, box), label, model.theme_name, ground)
        text = text.adjusted(SWATCH.width() + _GAP, 0, 0, 0)

        def line(rect: QRect, number: int) -> QRect:
            low = QFontMetrics(small(look.font)).height()
            top = rect.top() if not number else rect.top() + height + _LEADING + (number - 1) * (low + _LEADING)
            place = QRect(rect.left(), top, rect.width(), low if number else height)
            return QStyle.visualRect(look.direction, look.rect, place)

        painter.setPen(ink)
        painter.setFont(look.font)
        draw_line(painter, line(text, 0), quoted_line(claim.place.passage))
        draw_line(painter, line(state, 0), f"{SIGNS[claim.standing]} {standing_words(claim.standing)}")
        painter.setFont(small(look.font))
        painter.setPen(muted)
        draw_line(painter, line(text, 1), speakers_words(claim))
        draw_line(painter, line(text, 2), article_words(claim))
        draw_line(painter, line(state, 1), answers_words(claim))
        if late := claim.is_overdue(model.now):
            strong = QFont(small(look.font))
            strong.setWeight(QFont.Weight.Bold)
            painter.setFont(strong)
            painter.setPen(look.palette.color(QPalette.ColorRole.BrightText))
        mark = "! " if late else ""
        if words := deadline_words(claim, model.now):
            draw_line(painter, line(state, 2), mark + words)
        painter.restore()
