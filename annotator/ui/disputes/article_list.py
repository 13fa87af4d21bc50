"""The articles with disputes: how many are open in each, and between whom."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.ui.inks import paint_row, quiet, row_ground
from annotator.ui.line_painting import draw_line
from annotator.ui.lines import isolated, number
from annotator.ui.quiet_label import small
from annotator.ui.steady_list import SteadyList

Index = QModelIndex | QPersistentModelIndex

_SIDE, _EDGE, _LEADING = 14, 7, 2


class ArticleLine(NamedTuple):
    """One article in the list: title, who has read it, how many of its disputes are open, how many there are."""

    id: UUID
    title: str
    readers: str
    open: int
    total: int


class ArticleModel(QAbstractListModel):
    """Articles in the order they were given; `current` is the one that is shown beside the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[ArticleLine] = ()
        self.current: UUID | None = None

    def show_lines(self, lines: Sequence[ArticleLine], current: UUID | None) -> None:
        """Show these articles."""
        self.beginResetModel()
        self.lines, self.current = tuple(lines), current
        self.endResetModel()

    def row_of(self, document_id: UUID | None) -> int:
        """The row of an article, -1 where it is not listed."""
        return next((row for row, line in enumerate(self.lines) if line.id == document_id), -1)

    def state_words(self, line: ArticleLine) -> str:
        """How far an article is."""
        if not line.open:
            return self.tr("all settled")
        return self.tr("{open} open of {total}").format(open=number(line.open), total=number(line.total))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.title}. {self.state_words(line)}. {line.readers}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.title}\n{line.readers}"
        return None


class ArticleDelegate(QStyledItemDelegate):
    """Title, below it how many disputes are open and who has read."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        below = QFontMetrics(small(option.font)).height()
        return QSize(160, QFontMetrics(option.font).height() + 2 * (_LEADING + below) + 2 * _EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look: Any = option
        model: Any = index.model()
        line: ArticleLine = model.lines[index.row()]
        chosen = line.id == model.current
        rtl = look.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(look.state & QStyle.StateFlag.State_HasFocus)
        paint_row(painter, look.rect, look.palette, chosen=chosen, focused=focused, rtl=rtl)
        ground, ink = row_ground(look.palette, chosen), look.palette.color(QPalette.ColorRole.Text)
        inner = look.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        title, below = QFontMetrics(look.font).height(), QFontMetrics(small(look.font)).height()
        strong = QFont(look.font)
        strong.setWeight(QFont.Weight.DemiBold if line.open else QFont.Weight.Normal)
        painter.setPen(ink)
        painter.setFont(strong)
        draw_line(painter, QRect(inner.left(), inner.top(), inner.width(), title), line.title)
        painter.setFont(small(look.font))
        painter.setPen(quiet(ink, ground, look.palette.color(QPalette.ColorRole.Base)))
        for row, words in enumerate((model.state_words(line), line.readers)):
            top = inner.top() + title + _LEADING + row * (below + _LEADING)
            draw_line(painter, QRect(inner.left(), top, inner.width(), below), isolated(words))
        painter.restore()


class ArticleList(SteadyList):
    """The articles; a click or Enter shows the disputes of one."""

    def __init__(self, model: ArticleModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setItemDelegate(ArticleDelegate(self))
        self.setAccessibleName(self.tr("Articles with disputes"))
