"""How one annotation looks in the inspector's list: its label's swatch and the start of its text."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.inks import paint_row, row_ground
from annotator.ui.inspector.annotation_model import AnnotationModel
from annotator.ui.inspector.label_chip import SWATCH, paint_swatch
from annotator.ui.line_painting import draw_line

_SIDE, _EDGE, _GAP = 16, 5, 8
_CHOSEN = "✓"


class AnnotationDelegate(QStyledItemDelegate):
    """One line an annotation."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        metrics = QFontMetrics(option.font)
        return QSize(120, max(SWATCH.height(), metrics.height()) + 2 * _EDGE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look: Any = option
        rtl = look.direction == Qt.LayoutDirection.RightToLeft
        chosen = bool(index.data(AnnotationModel.OpenRole))
        focused = bool(look.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row(painter, look.rect, look.palette, chosen=chosen, focused=focused, rtl=rtl)
        inner = look.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        label, model = index.data(AnnotationModel.LabelRole), index.model()
        if label is not None and isinstance(model, AnnotationModel):
            box = QRect(inner.left(), inner.top(), SWATCH.width(), inner.height())
            box = QStyle.visualRect(look.direction, look.rect, box)
            paint_swatch(painter, box, label, model.theme_name, row_ground(look.palette, chosen))
        words = inner.adjusted(SWATCH.width() + _GAP, 0, 0, 0)
        painter.setFont(look.font)
        painter.setPen(look.palette.color(QPalette.ColorRole.Text))
        if index.data(AnnotationModel.ChosenRole):
            sign = painter.fontMetrics().horizontalAdvance(_CHOSEN) + _GAP
            box = QStyle.visualRect(look.direction, look.rect, QRect(words.left(), words.top(), sign, words.height()))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), _CHOSEN)
            words.setLeft(words.left() + sign)
        draw_line(painter, QStyle.visualRect(look.direction, look.rect, words), index.data() or "")
        painter.restore()
