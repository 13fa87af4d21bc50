"""When a source has spoken: a small column for every month, in the labels' inks."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QStyle, QToolTip, QWidget

from annotator.core.schema import Label
from annotator.ui.inks import muted
from annotator.ui.inspector.label_chip import label_ink
from annotator.ui.lines import locale
from annotator.ui.quiet_label import small
from annotator.ui.sources.words import count_words

_COLUMNS, _EDGE, _WIDEST, _LEAST = 40, 2, 18, 2
_APART = 24

Months = Sequence[tuple[str, Counter[str]]]


class Timeline(QWidget):
    """Months from the first to the last with a statement; where there is no room for all, the first ones are left out.

    What it shows is said in its accessible description, too, and the list beside it has all of it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: Months = ()
        self._labels: Mapping[str, Label] = {}
        self._theme_name = "light"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Statements by month"))
        self.hide()

    def show_months(self, months: Months, labels: Mapping[str, Label], theme_name: str) -> None:
        """Show these; with fewer than two there is nothing to see."""
        self._months, self._labels, self._theme_name = months, labels, theme_name
        self.setVisible(len(months) > 1)
        self.setAccessibleDescription("; ".join(self._words(at) for at, (_, counts) in enumerate(months) if counts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, _COLUMNS + QFontMetrics(small(self.font())).height() + 2 * _EDGE)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.month_at(event.pos())
            if at is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self._words(at), self)
            return True
        return super().event(event)

    def month_at(self, point: QPoint) -> int | None:
        """The month whose column stands at this place."""
        columns = self._columns()
        found = (at for at, column in columns if column.left() <= point.x() <= column.right() + 1)
        return next(found, None)

    def paintEvent(self, event: QPaintEvent) -> None:
        columns = self._columns()
        if not columns:
            return
        painter = QPainter(self)
        most = max(sum(counts.values()) for _, counts in self._months) or 1
        for at, column in columns:
            self._paint_column(painter, column, self._months[at][1], most)
        painter.setFont(small(self.font()))
        painter.setPen(muted(self.palette(), QPalette.ColorRole.Base))
        self._paint_axis(painter, columns)
        painter.end()

    def _paint_axis(self, painter: QPainter, columns: list[tuple[int, QRect]]) -> None:
        """A line below the columns, with the first and the last month at its ends."""
        words = [month_words(self._months[at][0]) for at in (columns[0][0], columns[-1][0])]
        needed = sum(map(painter.fontMetrics().horizontalAdvance, words)) + _APART
        taken = sum(column.width() + 1 for _, column in columns)
        width = min(self.width(), max(needed, taken))
        whole = QRect(0, _COLUMNS + _EDGE, width, self.height() - _COLUMNS - _EDGE)
        axis = QStyle.visualRect(self.layoutDirection(), self.rect(), whole)
        painter.fillRect(QRect(axis.left(), axis.top(), axis.width(), 1), self.palette().color(QPalette.ColorRole.Mid))
        for side, month in zip((Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), words, strict=True):
            flags = QStyle.visualAlignment(self.layoutDirection(), side | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(axis, int(flags | Qt.AlignmentFlag.AlignAbsolute), month)

    def _paint_column(self, painter: QPainter, column: QRect, counts: Counter[str], most: int) -> None:
        bottom = column.bottom()
        for key, count in counts.items():
            height = max(_LEAST, round(column.height() * count / most))
            label = self._labels.get(key)
            ink = label_ink(label, self._theme_name) if label else QColor(muted(self.palette()))
            painter.fillRect(QRect(column.left(), bottom - height + 1, column.width(), height - 1), ink)
            bottom -= height

    def _columns(self) -> list[tuple[int, QRect]]:
        """Each month that has room, with the place of its column; right to left where the window is."""
        width = max(3, min(_WIDEST, self.width() // max(1, len(self._months))))
        first = max(0, len(self._months) - self.width() // width)
        shown = range(first, len(self._months))
        columns = [(at, QRect((at - first) * width, _EDGE, max(1, width - 1), _COLUMNS)) for at in shown]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            for _, column in columns:
                column.moveLeft(self.width() - column.right() - 1)
        return columns

    def _words(self, at: int) -> str:
        month, counts = self._months[at]
        return f"{month_words(month)}: {count_words(counts, self._labels) or self.tr('nothing')}"


def month_words(month: str) -> str:
    """A month as the person's locale writes it: “2025-07” -> “July 2025”."""
    day = QDate(int(month[:4]), int(month[5:7]), 1)
    name = locale().standaloneMonthName(day.month(), QLocale.FormatType.ShortFormat)
    return f"{name} {day.year()}" if day.isValid() else month
