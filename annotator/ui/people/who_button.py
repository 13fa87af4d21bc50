"""Who one is, always in sight at the end of the toolbar; a click opens the menu of people."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QMenu, QStyle, QStyleOption, QToolButton, QWidget

from annotator.core.people import Person
from annotator.ui.lines import one_line
from annotator.ui.people.chip import badge_size, paint_badge
from annotator.ui.people.people_words import person_words

_LONGEST = 16  # letters of usual width of a name on the toolbar
_SIDE, _GAP = 8, 6


class WhoButton(QToolButton):
    """Initials and name. The mouse and Tab reach it; empty while there is nobody to show."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("who")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._person: Person | None = None
        self._theme_name = "light"
        self._menu: QMenu | None = None
        self.clicked.connect(action.trigger)
        self.show_person(None, "light")

    @property
    def person(self) -> Person | None:
        """Who is shown."""
        return self._person

    @property
    def menu_shown(self) -> QMenu | None:
        """The menu that was opened last."""
        return self._menu

    def show_person(self, person: Person | None, theme_name: str) -> None:
        """Show this person, in the inks of this theme; nobody: show nothing."""
        self._person, self._theme_name = person, theme_name
        self.setEnabled(person is not None)
        if person is None:
            self.setToolTip("")
            self.setAccessibleName(self.tr("Who you are: nobody yet"))
        else:
            self.setToolTip(self.tr("You work as {who}. F4 changes that.").format(who=person_words(person)))
            self.setAccessibleName(self.tr("You work as {who}").format(who=person_words(person)))
        self.updateGeometry()
        self.update()

    def open_menu(self, menu: QMenu) -> None:
        """Show a menu under the button; it goes when the next one comes."""
        if self._menu:
            self._menu.deleteLater()
        self._menu = menu
        left = 0 if self.isRightToLeft() else self.width() - menu.sizeHint().width()
        menu.popup(self.mapToGlobal(QPoint(left, self.height())))

    def sizeHint(self) -> QSize:
        height = max(super().sizeHint().height(), self.fontMetrics().height() + 12)
        if self._person is None:
            return QSize(0, height)
        badge = badge_size(self._person, self.font()).width()
        return QSize(badge + _GAP + self.fontMetrics().horizontalAdvance(self._name()) + 2 * _SIDE, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        if self._person:
            inner = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
            badge = badge_size(self._person, self.font()).width()
            paper = self.palette().color(QPalette.ColorRole.Base)
            place = QStyle.visualRect(
                self.layoutDirection(), inner, QRect(inner.left(), inner.top(), badge, inner.height())
            )
            paint_badge(painter, place, self._person, self._theme_name, paper)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            rest = QStyle.visualRect(self.layoutDirection(), inner, inner.adjusted(badge + _GAP, 0, 0, 0))
            side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
            flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rest, int(flags), self._name())
        painter.end()

    def _name(self) -> str:
        metrics = self.fontMetrics()
        words = one_line(self._person.name) if self._person else ""
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, _LONGEST * metrics.averageCharWidth())
