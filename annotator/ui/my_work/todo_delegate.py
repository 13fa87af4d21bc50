"""How a thing that waits looks: the article and why it waits; below, who said what about which words."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.todo import Duty, Todo
from annotator.ui.inks import paint_row, quiet, row_ground
from annotator.ui.line_painting import draw_line
from annotator.ui.my_work.todo_model import TodoModel
from annotator.ui.my_work.words import SIGNS, duty_words, todo_details, todo_title
from annotator.ui.quiet_label import small

Index = QModelIndex | QPersistentModelIndex

_SIDE, _EDGE, _GAP, _LEADING, _SIGN = 20, 8, 10, 3, 18
_CALM = (Duty.ASSIGNED, Duty.IN_PROGRESS)


class TodoDelegate(QStyledItemDelegate):
    """Two lines; what is not just reading has its sign in the accent's ink and in bold."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        below = QFontMetrics(small(option.font)).height()
        return QSize(280, QFontMetrics(option.font).height() + _LEADING + below + 2 * _EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look: Any = option
        todo: Todo = index.data(TodoModel.TodoRole)
        focused = bool(look.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = look.direction == Qt.LayoutDirection.RightToLeft
        paint_row(painter, look.rect, look.palette, chosen=focused, focused=focused, rtl=rtl)
        ground, ink = row_ground(look.palette, focused), look.palette.color(QPalette.ColorRole.Text)
        faint = quiet(ink, ground, look.palette.color(QPalette.ColorRole.Base))
        inner = look.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        high, low = QFontMetrics(look.font).height(), QFontMetrics(small(look.font)).height()
        why = QFontMetrics(small(look.font)).horizontalAdvance(duty_words(todo.duty))
        first = QRect(inner.left() + _SIGN + _GAP, inner.top(), inner.width() - _SIGN - 2 * _GAP - why, high)
        second = QRect(first.left(), inner.top() + high + _LEADING, inner.width() - _SIGN - _GAP, low)
        end = QRect(inner.right() - why, inner.top(), why + 1, high)

        def at(rect: QRect) -> QRect:
            return QStyle.visualRect(look.direction, look.rect, rect)

        calm = todo.duty in _CALM
        painter.setPen(faint if calm else look.palette.color(QPalette.ColorRole.Highlight))
        painter.setFont(_strong(look.font))
        sign = QRect(inner.left(), inner.top(), _SIGN, high)
        painter.drawText(at(sign), int(Qt.AlignmentFlag.AlignCenter), SIGNS[todo.duty])
        painter.setPen(ink)
        painter.setFont(look.font if calm else _strong(look.font))
        draw_line(painter, at(first), todo_title(todo))
        painter.setFont(small(look.font))
        painter.setPen(faint)
        painter.drawText(at(end), int(Qt.AlignmentFlag.AlignCenter) | Qt.TextFlag.TextDontClip, duty_words(todo.duty))
        draw_line(painter, at(second), todo_details(todo))
        painter.restore()


def _strong(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made
