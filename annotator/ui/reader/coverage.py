"""The strip at the reader's edge: how far the reading is, at a glance and for the whole article.

A thin line is unread, a half bar is read with nothing to tag, a full bar is tagged, a gap is not
article text: length tells them apart as well as colour. A click goes there.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.ui.reader.states import FURNITURE, NOTHING, TAGGED, UNDECIDED
from annotator.ui.reader.typography import LIGHT, ReaderTheme

WIDTH = 14
_INSET = 3
# Of several sentences on one row the first of these that is there is shown, so that no unread one hides.
_RANK = (UNDECIDED, TAGGED, NOTHING, FURNITURE)
# Bands this high leave a line free between two sentences.
_PARTED = 5


def row_states(codes: bytes | bytearray, rows: int, first: int = 0, last: int | None = None) -> list[int]:
    """The state that each of `rows` rows shows, from row `first` to before row `last`."""
    shown = []
    for row in range(first, rows if last is None else last):
        start, end = _sentences_of(row, rows, len(codes))
        part = codes[start:end]
        shown.append(next(state for state in _RANK if state in part))
    return shown


def _sentences_of(row: int, rows: int, count: int) -> tuple[int, int]:
    start = row * count // rows
    return start, max(start + 1, (row + 1) * count // rows)


class CoverageStrip(QWidget):
    """Shows the states of all sentences on the height of the view.

    Signals: `sentence_chosen(int)`, the sentence at which somebody clicked or dragged.
    """

    sentence_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._codes: bytes | bytearray = b""
        self._rows: list[int] = []
        self._drawn = QPixmap()
        self._focus = -1
        self._view = (0.0, 0.0)
        self._theme = LIGHT
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Coverage"))
        self.setAccessibleDescription(self.tr("How much of the article is read and tagged."))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 0)

    def set_theme(self, theme: ReaderTheme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        self._rows = []
        self.update()

    def show_states(self, codes: bytes | bytearray) -> None:
        """Show these states, one byte a sentence; later changes to them are told by `update_states`."""
        self._codes = codes
        self._rows = []
        self.update()

    def update_states(self, sentences: Sequence[int]) -> None:
        """Draw the rows of some neighbouring sentences anew."""
        height, count = self.height(), len(self._codes)
        if not (sentences and count and len(self._rows) == height):
            self.update()
            return
        first = max(0, sentences[0] * height // count - 1)
        last = min(height, (sentences[-1] + 1) * height // count + 2)
        rows = row_states(self._codes, height, first, last)
        if rows != self._rows[first:last]:
            self._rows[first:last] = rows
            self._draw(first, last)
            self.update(0, first, self.width(), last - first)

    def set_focus(self, sentence: int) -> None:
        """Point at the focused sentence."""
        if sentence != self._focus:
            self._focus = sentence
            self.update()

    def sentence_at(self, y: float) -> int:
        """The sentence drawn at a height; -1 without sentences."""
        if not self._codes:
            return -1
        return min(max(0, int(y * len(self._codes) / max(1, self.height()))), len(self._codes) - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._describe(event.pos()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._codes:
            painter.fillRect(event.rect(), QColor(self._theme.strip_background))
            return
        ratio = self.devicePixelRatioF()
        if len(self._rows) != self.height() or self._drawn.devicePixelRatio() != ratio:
            self._rows = row_states(self._codes, self.height())
            self._drawn = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            self._drawn.setDevicePixelRatio(ratio)
            self._draw(0, self.height())
        painter.drawPixmap(0, 0, self._drawn)
        self._paint_focus(painter)

    def _draw(self, first: int, last: int) -> None:
        """Draw some rows on the picture that is kept: a moving focus must not cost them all anew."""
        painter = QPainter(self._drawn)
        painter.fillRect(0, first, self.width(), last - first, QColor(self._theme.strip_background))
        self._paint_rows(painter, first, last)
        painter.end()

    def _choose(self, event: QMouseEvent) -> None:
        sentence = self.sentence_at(event.position().y())
        if event.buttons() & Qt.MouseButton.LeftButton and sentence >= 0:
            self.sentence_chosen.emit(sentence)

    def _describe(self, at: QPoint) -> str:
        sentence = self.sentence_at(at.y())
        if sentence < 0:
            return ""
        names = {
            UNDECIDED: self.tr("unread"),
            NOTHING: self.tr("read, nothing to tag"),
            TAGGED: self.tr("tagged"),
            FURNITURE: self.tr("not article text"),
        }
        words = self.tr("Sentence {number}: {state}")
        return words.format(number=sentence + 1, state=names[self._codes[sentence]])

    def _paint_rows(self, painter: QPainter, top: int, bottom: int) -> None:
        """Runs of rows with one state are one rectangle; high bands have a line free between sentences."""
        height, count = self.height(), len(self._codes)
        parted = height / count >= _PARTED
        row = top = max(0, top)
        bottom = min(bottom, height)
        while row < bottom:
            state, start = self._rows[row], row
            sentence = row * count // height
            while row < bottom and self._rows[row] == state and not (parted and row * count // height != sentence):
                row += 1
            begins = start == 0 or (start - 1) * count // height != sentence
            self._paint_band(painter, state, start + (1 if parted and begins else 0), row)

    def _paint_band(self, painter: QPainter, state: int, top: int, bottom: int) -> None:
        theme, room = self._theme, self.width() - 2 * _INSET
        widths = {UNDECIDED: 2.0, NOTHING: room * 0.55, TAGGED: room, FURNITURE: 0.0}
        colours = {UNDECIDED: theme.strip_undecided, NOTHING: theme.strip_nothing, TAGGED: theme.strip_tagged}
        if state in colours:
            painter.fillRect(QRectF(_INSET, top, widths[state], bottom - top), QColor(colours[state]))

    def _paint_focus(self, painter: QPainter) -> None:
        if self._focus >= 0:
            y = (self._focus + 0.5) * self.height() / len(self._codes)
            painter.fillRect(QRectF(0, y - 1, self.width(), 2), QColor(self._theme.strip_position))
