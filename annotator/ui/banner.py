"""What the window has to say, on a strip above the text: one sentence and the ways out.

Never a box that stops the work. A notice has a topic, so that what has been settled takes only its
own words away.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from annotator.ui.icons import icon
from annotator.ui.theme import Theme


class Kind(StrEnum):
    """How much a notice matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Way:
    """A way out: its words, and what happens."""

    title: str
    take: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the person, with ways out. `stays` when it cannot be put away (no project is open)."""

    topic: str
    text: str
    kind: Kind = Kind.INFO
    ways: tuple[Way, ...] = ()
    stays: bool = False


_ICONS = {Kind.INFO: "info", Kind.WARNING: "triangle-alert", Kind.ERROR: "circle-x"}


class Banner(QWidget):
    """Shows the newest notice that has not been put away.

    Signals:
        left: what had the keyboard here is gone.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._notices: list[Notice] = []
        self._buttons: list[QPushButton] = []
        self._theme: Theme | None = None
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._away = QToolButton(self)
        self._away.setAutoRaise(True)
        self._away.setAccessibleName(self.tr("Put this message away"))
        self._away.setToolTip(self.tr("Put away"))
        self._away.clicked.connect(self._put_away)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(16, 6, 8, 6)
        self._line.setSpacing(10)
        self._line.addWidget(self._icon)
        self._line.addWidget(self._text, 1)
        self._line.addWidget(self._away)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """The notice that is shown."""
        return self._notices[-1] if self._notices else None

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in this theme's inks."""
        self._theme = theme
        self._away.setIcon(icon("x", theme.ink))
        self._show()

    def say(self, notice: Notice) -> None:
        """Show a notice; it takes the place of one on the same topic."""
        self._notices = [kept for kept in self._notices if kept.topic != notice.topic]
        self._notices.append(notice)
        self._show()
        self.setAccessibleName(notice.text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self, topic: str) -> None:
        """What was said on this topic is settled."""
        self._notices = [kept for kept in self._notices if kept.topic != topic]
        self._show()

    def clear_all(self) -> None:
        """All that was said is settled."""
        self._notices = []
        self._show()

    def _put_away(self) -> None:
        if self._notices:
            self._notices.pop()
        self._show()

    def _show(self) -> None:
        had_focus = self._holds_focus()
        self._rebuild()
        if had_focus and not self._holds_focus():
            self.left.emit()

    def _holds_focus(self) -> bool:
        focus: QWidget | None = self.window().focusWidget()
        return focus is not None and self.isVisible() and self.isAncestorOf(focus)

    def _rebuild(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        notice = self.notice
        if notice is None:
            self.hide()
            return
        self._text.setText(notice.text)
        self._away.setVisible(not notice.stays)
        for way in notice.ways:
            self._buttons.append(self._button(way))
            self._line.insertWidget(self._line.count() - 1, self._buttons[-1])
            self._buttons[-1].show()
        self._dress(notice.kind)
        self.show()

    def _button(self, way: Way) -> QPushButton:
        button = QPushButton(way.title, self)
        button.clicked.connect(lambda: way.take())
        return button

    def _dress(self, kind: Kind) -> None:
        self.setProperty("kind", kind.value)
        for widget in (self, self._text):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        if self._theme:
            inks = {Kind.INFO: self._theme.accent, Kind.WARNING: self._theme.warning, Kind.ERROR: self._theme.error}
            self._icon.setPixmap(icon(_ICONS[kind], inks[kind]).pixmap(18, 18))
