"""What looks like a field for searching everything, at the end of the toolbar: it brings the palette up."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QStyleOption, QToolButton, QWidget

from annotator.ui.inks import muted
from annotator.ui.keys import in_words

_WIDTH, _LEAST = 250, 120
_SIDE = 10


class PaletteButton(QToolButton):
    """Words at its beginning, the key at its end. The mouse and Tab reach it; a click leaves no focus behind."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette_button")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words, self._action = self.tr("Search everything"), action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.setPen(muted(self.palette(), QPalette.ColorRole.Base))
        key, metrics, inner = self._key(), self.fontMetrics(), self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int(middle | self._side(Qt.AlignmentFlag.AlignRight)), key)
        room = inner.width() - metrics.horizontalAdvance(key) - _SIDE
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(middle | self._side(Qt.AlignmentFlag.AlignLeft)), words)
        painter.end()

    def _side(self, side: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
        return QStyle.visualAlignment(self.layoutDirection(), side) | Qt.AlignmentFlag.AlignAbsolute

    def _key(self) -> str:
        shortcut: QKeySequence = self._action.shortcut()
        return in_words(shortcut)

    def _follow(self) -> None:
        """Take the key that opens it now, and whether it can be."""
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(self._key())
        self.update()
