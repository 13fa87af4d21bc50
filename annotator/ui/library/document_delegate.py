"""How one article looks in the library: its title, and a quiet line about it."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.language import language_mark
from annotator.core.readings import ReadingRecord, State
from annotator.core.records import DocumentSummary, Progress
from annotator.ui.hold_words import hold_words
from annotator.ui.inks import mix, paint_row, quiet, row_ground
from annotator.ui.library.document_model import DocumentModel
from annotator.ui.library.folding import Fold
from annotator.ui.line_painting import draw_line
from annotator.ui.lines import number, one_line
from annotator.ui.people.state_words import library_words
from annotator.ui.quiet_label import small

_SIDE, _EDGE, _GAP = 12, 8, 4
_BAR_WIDTH, _BAR_HEIGHT = 40, 4
_CHECK = 10
_INDENT = 16  # of a row below another
_ARROW = 14

_HowFar = tuple[Progress | None, ReadingRecord | None]


class DocumentDelegate(QStyledItemDelegate):
    """Two lines an article: title; language, outlet and how far the reading is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        font: QFont = option.font
        height = QFontMetrics(font).height() + _GAP + QFontMetrics(small(font)).height()
        return QSize(160, height + 2 * _EDGE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = _Row(painter, option, index)
        row.paint(
            index.data(DocumentModel.SummaryRole),
            index.data(DocumentModel.ProgressRole),
            index.data(DocumentModel.ReadingRole),
        )

    def fold_mark(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where a click folds or unfolds the row; empty for a row that stands for one article."""
        if index.data(DocumentModel.FoldRole) is None:
            return QRect()
        metrics, rect = QFontMetrics(small(option.font)), option.rect
        width = _SIDE + _ARROW + metrics.horizontalAdvance(fold_words(index)) + _EDGE
        height = metrics.height() + _EDGE + _GAP
        mark = QRect(rect.left(), rect.bottom() - height + 1, min(width, rect.width() // 2), height)
        return QStyle.visualRect(option.direction, rect, mark)


def fold_words(index: QModelIndex | QPersistentModelIndex) -> str:
    """What stands beside the arrow: "+3 copies"; of a row below another, what it is."""
    words: str = index.data(DocumentModel.FoldWordsRole)
    return f"+{words}" if index.data(DocumentModel.FoldRole) else words


class _Row:
    """The painting of one row: rectangles are worked out left to right and mirrored when they are drawn."""

    def __init__(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        self.painter = painter
        self.direction: Qt.LayoutDirection = option.direction
        self.rect: QRect = option.rect
        self.font: QFont = option.font
        self.palette: QPalette = option.palette
        self.chosen = bool(index.data(DocumentModel.OpenRole))
        self.fold: Fold | None = index.data(DocumentModel.FoldRole)
        self.is_below = index.data(DocumentModel.BelowRole) is not None
        self.fold_words = fold_words(index)
        self.focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self.ground = row_ground(self.palette, self.chosen)
        self.ink = self.palette.color(QPalette.ColorRole.Text)
        self.quiet_ink = quiet(self.ink, self.ground, self.palette.color(QPalette.ColorRole.Base))

    def paint(self, document: DocumentSummary, progress: Progress | None, reading: ReadingRecord | None) -> None:
        """Draw the row."""
        self.painter.save()
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.direction == Qt.LayoutDirection.RightToLeft
        paint_row(self.painter, self.rect, self.palette, chosen=self.chosen, focused=self.focused, rtl=rtl)
        inner = self.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        if self.is_below:
            self._stem(QRect(inner.left() + 2, self.rect.top(), 1, self.rect.height()))
            inner.setLeft(inner.left() + _INDENT)
        self._title(document.title, QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(self.font).height()))
        line = QFontMetrics(small(self.font)).height()
        self._about(document, (progress, reading), QRect(inner.left(), inner.bottom() - line + 1, inner.width(), line))
        self.painter.restore()

    def _title(self, title: str, rect: QRect) -> None:
        self.painter.setFont(self.font)
        self.painter.setPen(self.ink)
        self._words(one_line(title), rect)

    def _about(self, document: DocumentSummary, far: _HowFar, rect: QRect) -> None:
        self.painter.setFont(small(self.font))
        self.painter.setPen(self.quiet_ink)
        progress, reading = far
        used = self._state(reading, rect) if reading else 0
        if not used and progress is not None and progress.sentences:
            used = self._progress(progress, rect)
        if self.fold:
            self._arrow(self._at(QRect(rect.left(), rect.top(), _ARROW, rect.height())), self.fold.expanded)
            rect = rect.adjusted(_ARROW, 0, 0, 0)
        parts = (self.fold_words, hold_words(document), language_mark(document), document.outlet)
        about = " · ".join(one_line(part) for part in parts if part)
        self._words(about, rect.adjusted(0, 0, -used, 0), lead=True)

    def _words(self, words: str, rect: QRect, *, lead: bool = False) -> None:
        """Elided text at the side where its script starts, or (`lead`) where the window's does."""
        at_right = self.direction == Qt.LayoutDirection.RightToLeft if lead else None
        draw_line(self.painter, self._at(rect), words, at_right=at_right)

    def _state(self, reading: ReadingRecord, rect: QRect) -> int:
        """Write what was made of the reading at the far end, where there is something; returns the width."""
        words = library_words(reading)
        if not words:
            return 0
        width, mark = self.painter.fontMetrics().horizontalAdvance(words), QRect()
        if reading.state in (State.SUBMITTED, State.APPROVED):
            mark = QRect(rect.right() - _CHECK + 1, rect.top(), _CHECK, rect.height())
            self._check(self._at(mark), self.quiet_ink if reading.state is State.SUBMITTED else None)
        taken = mark.width() + 6 if mark.width() else 0
        before = QRect(rect.right() - taken - width, rect.top(), width, rect.height())
        self.painter.setPen(self.quiet_ink)
        if reading.state is State.RETURNED:
            self.painter.setPen(self.ink)
            self.painter.setFont(_strong(self.painter.font()))
            width = self.painter.fontMetrics().horizontalAdvance(words)
            before = QRect(rect.right() - width, rect.top(), width, rect.height())
        self.painter.drawText(self._at(before), int(Qt.AlignmentFlag.AlignCenter) | Qt.TextFlag.TextDontClip, words)
        self.painter.setFont(small(self.font))
        self.painter.setPen(self.quiet_ink)
        return taken + width + _EDGE

    def _progress(self, progress: Progress, rect: QRect) -> int:
        """Draw the bar or the check at the far end; returns the width that is taken."""
        done = progress.decided >= progress.sentences
        words = f"{number(progress.decided)}/{number(progress.sentences)}"
        if done:
            words = QCoreApplication.translate("DocumentDelegate", "done")
        width = self.painter.fontMetrics().horizontalAdvance(words)
        mark = _CHECK if done else _BAR_WIDTH
        end = QRect(rect.right() - mark + 1, rect.top(), mark, rect.height())
        if done:
            self._check(self._at(end))
        else:
            self._bar(self._at(end), progress.decided / progress.sentences)
        before = QRect(end.left() - 6 - width, rect.top(), width, rect.height())
        self.painter.setPen(self.quiet_ink)
        self.painter.drawText(self._at(before), int(Qt.AlignmentFlag.AlignCenter) | Qt.TextFlag.TextDontClip, words)
        return mark + 6 + width + _EDGE

    def _bar(self, rect: QRect, share: float) -> None:
        top = rect.center().y() - _BAR_HEIGHT // 2 + 1
        groove = QRect(rect.left(), top, rect.width(), _BAR_HEIGHT)
        filled = QRect(groove)
        filled.setWidth(round(groove.width() * share))
        if self.direction == Qt.LayoutDirection.RightToLeft:
            filled.moveRight(groove.right())
        self._pill(groove, mix(self.ground, self.ink, 0.16))
        if share > 0:
            filled.setWidth(max(_BAR_HEIGHT, filled.width()))
            self._pill(filled, self.palette.color(QPalette.ColorRole.Highlight))

    def _pill(self, rect: QRect, colour: QColor) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawRoundedRect(rect, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)

    def _stem(self, rect: QRect) -> None:
        """The line that ties the rows below to their row."""
        self.painter.fillRect(self._at(rect), mix(self.ground, self.ink, 0.4))

    def _arrow(self, rect: QRect, expanded: bool) -> None:
        """A wedge: down over what is shown below, else to where it would unfold."""
        left, middle = rect.left() + 1, rect.center().y() + 1
        side = 1 if self.direction == Qt.LayoutDirection.LeftToRight else -1
        x = left + 2 if side > 0 else left + 6
        corners = (QPointF(x, middle - 4), QPointF(x + 4 * side, middle), QPointF(x, middle + 4))
        if expanded:
            corners = (QPointF(left, middle - 2), QPointF(left + 4, middle + 2), QPointF(left + 8, middle - 2))
        pen = QPen(self.quiet_ink, 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPolyline(QPolygonF(corners))

    def _check(self, rect: QRect, ink: QColor | None = None) -> None:
        left, middle = rect.left(), rect.center().y() + 1
        pen = QPen(ink or self.palette.color(QPalette.ColorRole.Highlight), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = (QPointF(left + 1, middle), QPointF(left + 4, middle + 3), QPointF(left + 9, middle - 4))
        self.painter.drawPolyline(QPolygonF(corners))

    def _at(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.direction, self.rect, rect)


def _strong(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made
