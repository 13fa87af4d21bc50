"""Annotations as rows of two lines: a label's sign and the words, and below them, quieter, where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.schema import Label
from annotator.ui.inks import paint_row, quiet, row_ground
from annotator.ui.inspector.label_chip import SWATCH, paint_swatch
from annotator.ui.line_painting import draw_line
from annotator.ui.quiet_label import small

Index = QModelIndex | QPersistentModelIndex

_SIDE, _EDGE, _GAP, _LEADING = 16, 5, 8, 2


@dataclass(frozen=True, slots=True)
class Row:
    """One annotation. `before` are words in front of its passage ("denies"), `beside` where it stands."""

    document_id: UUID
    annotation_id: UUID
    label: Label | None
    passage: str
    beside: str
    before: str = ""
    relation_id: UUID | None = None
    elsewhere: bool = False

    @property
    def spoken(self) -> str:
        """The row as one sentence for a screen reader."""
        title = self.label.title if self.label else ""
        return ". ".join(part for part in (f"{self.before} {title}: {self.passage}".strip(), self.beside) if part)


class RowModel(QAbstractListModel):
    """Rows in the order they were given. `RowRole` gives the row itself. `theme_name` is that of the labels' inks."""

    RowRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme_name = "light"
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows in place of those before."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == self.RowRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken
        return None


class RowDelegate(QStyledItemDelegate):
    """Two lines a row, each in the direction of its own words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        below = QFontMetrics(small(option.font)).height()
        return QSize(160, QFontMetrics(option.font).height() + _LEADING + below + 2 * _EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look: Any = option
        row: Row = index.data(RowModel.RowRole)
        model: Any = index.model()
        rtl = look.direction == Qt.LayoutDirection.RightToLeft
        focused = bool(look.state & QStyle.StateFlag.State_HasFocus)
        chosen = bool(look.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row(painter, look.rect, look.palette, chosen=chosen, focused=focused, rtl=rtl)
        ground, ink = row_ground(look.palette, chosen), look.palette.color(QPalette.ColorRole.Text)
        inner = look.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        height = QFontMetrics(look.font).height()
        if row.label is not None:
            box = QRect(inner.left(), inner.top(), SWATCH.width(), height)
            box = QStyle.visualRect(look.direction, look.rect, box)
            paint_swatch(painter, box, row.label, model.theme_name, ground)
        words = inner.adjusted(SWATCH.width() + _GAP, 0, 0, 0) if row.label is not None else inner
        above = QRect(words.left(), words.top(), words.width(), height)
        painter.setPen(ink)
        painter.setFont(look.font)
        _write_words(painter, above, look, row)
        below = QRect(words.left(), above.bottom() + 1 + _LEADING, words.width(), words.bottom() - above.bottom())
        painter.setFont(small(look.font))
        painter.setPen(quiet(ink, ground, look.palette.color(QPalette.ColorRole.Base)))
        draw_line(painter, QStyle.visualRect(look.direction, look.rect, below), row.beside)
        painter.restore()


def _write_words(painter: QPainter, rect: QRect, look: Any, row: Row) -> None:
    """What the link says, in half bold, and the passage after it."""
    if row.before:
        strong = QFont(look.font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        whole = QFontMetrics(strong).horizontalAdvance(row.before) + 2  # rounded down, it would be cut off
        width = min(whole, rect.width() * 3 // 5)
        place = QStyle.visualRect(look.direction, look.rect, QRect(rect.left(), rect.top(), width, rect.height()))
        draw_line(painter, place, row.before)
        rect = rect.adjusted(width + _GAP, 0, 0, 0)
        painter.setFont(look.font)
    draw_line(painter, QStyle.visualRect(look.direction, look.rect, rect), row.passage)
