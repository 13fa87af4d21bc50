"""How a reading looks in the queue: the article, whose reading it is, how much is in it, how long it waits."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.people import Person
from annotator.core.review_queue import QueueEntry
from annotator.ui.inks import paint_row, quiet, row_ground
from annotator.ui.line_painting import draw_line
from annotator.ui.lines import is_right_to_left, one_line
from annotator.ui.people.chip import badge_size, paint_badge
from annotator.ui.quiet_label import small
from annotator.ui.review.queue_model import QueueModel
from annotator.ui.review.words import counts_words, state_of_entry

Index = QModelIndex | QPersistentModelIndex

_SIDE, _EDGE, _GAP, _LEADING = 14, 7, 6, 3


class QueueDelegate(QStyledItemDelegate):
    """Three lines: title; who, and how long it waits; how much there is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        below = QFontMetrics(small(option.font)).height()
        return QSize(220, QFontMetrics(option.font).height() + 2 * (_LEADING + below) + 2 + 2 * _EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look: Any = option
        entry: QueueEntry = index.data(QueueModel.EntryRole)
        model: Any = index.model()
        chosen = (entry.document_id, entry.annotator_id) == model.opened
        focused = bool(look.state & QStyle.StateFlag.State_HasFocus)
        rtl = look.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        paint_row(painter, look.rect, look.palette, chosen=chosen, focused=focused, rtl=rtl)
        ground = row_ground(look.palette, chosen)
        ink = look.palette.color(QPalette.ColorRole.Text)
        muted = quiet(ink, ground, look.palette.color(QPalette.ColorRole.Base))
        inner = look.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        height, low = QFontMetrics(look.font).height(), QFontMetrics(small(look.font)).height() + 1
        lines = [
            QRect(inner.left(), inner.top(), inner.width(), height),
            QRect(inner.left(), inner.top() + height + _LEADING, inner.width(), low),
            QRect(inner.left(), inner.top() + height + low + 2 * _LEADING, inner.width(), low),
        ]
        painter.setPen(ink)
        painter.setFont(look.font)
        draw_line(painter, lines[0], one_line(entry.title), at_right=rtl or is_right_to_left(entry.title))
        painter.setFont(small(look.font))
        painter.setPen(muted)
        self._paint_who(painter, look, lines[1], index.data(QueueModel.PersonRole), entry)
        draw_line(painter, lines[2], counts_words(entry), at_right=rtl)
        painter.restore()

    def _paint_who(self, painter: QPainter, look: Any, line: QRect, person: Person | None, entry: QueueEntry) -> None:
        """The badge and name at one side of the line, how long it waits at the other."""
        state = state_of_entry(entry)
        width = painter.fontMetrics().horizontalAdvance(state) + 2
        rtl = look.direction == Qt.LayoutDirection.RightToLeft
        place = QRect(line.right() - width, line.top(), width + 1, line.height())
        draw_line(painter, QStyle.visualRect(look.direction, line, place), state, at_right=not rtl)
        left = line.left()
        if person is not None:
            size = badge_size(person, painter.font())
            box = QRect(left, line.top(), size.width(), line.height())
            paper = look.palette.color(QPalette.ColorRole.Base)
            paint_badge(painter, QStyle.visualRect(look.direction, line, box), person, self._theme(look), paper)
            left += size.width() + _GAP
        name = QRect(left, line.top(), max(0, place.left() - _GAP - left), line.height())
        draw_line(painter, QStyle.visualRect(look.direction, line, name), one_line(entry.annotator), at_right=rtl)

    @staticmethod
    def _theme(look: Any) -> str:
        model: Any = look.widget.model() if look.widget else None
        return str(getattr(model, "theme_name", "light"))
