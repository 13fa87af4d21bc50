"""A person's sign: initials on their colour, and the name beside it where there is room."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.core.people import COLORS, Person

_GAP, _PADDING = 6, 5
_DOT = 16
_LONGEST = 22  # letters of usual width of a name where there is little room


def person_ink(person: Person, theme_name: str) -> QColor:
    """The person's colour in a theme: "light", "dark" or "contrast"."""
    inks = COLORS[person.color]
    return QColor({"dark": inks.dark, "contrast": inks.contrast}.get(theme_name, inks.light))


def badge_size(person: Person, font: QFont) -> QSize:
    """The room for the person's initials in this font, with the colour around them."""
    metrics = QFontMetrics(_strong(font))
    height = metrics.height() + 2
    return QSize(max(height, metrics.horizontalAdvance(person.initials) + 2 * _PADDING), height)


def paint_badge(painter: QPainter, rect: QRect, person: Person, theme_name: str, paper: QColor) -> None:
    """Draw the person's initials in the colour of the paper on their own, at the start of `rect` and in its middle.

    `rect` is as wide as `badge_size` says.
    """
    size = badge_size(person, painter.font())
    box = QRectF(rect.x(), rect.y() + (rect.height() - size.height()) / 2, size.width(), size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(person_ink(person, theme_name))
    painter.drawRoundedRect(box, size.height() / 2, size.height() / 2)
    painter.setFont(_strong(painter.font()))
    painter.setPen(paper)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), person.initials)
    painter.restore()


def person_icon(person: Person, theme_name: str, font: QFont, paper: QColor, width: int = 0) -> QIcon:
    """The initials as an icon for buttons and lists, sharp on dense screens; in the middle where it is to be wider."""
    badge = badge_size(person, font)
    size = QSize(max(badge.width(), width), badge.height())
    picture = QPixmap(size * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setFont(font)
    left = (size.width() - badge.width()) // 2
    paint_badge(painter, QRect(left, 0, badge.width(), badge.height()), person, theme_name, paper)
    painter.end()
    made = QIcon(picture)
    made.addPixmap(picture, QIcon.Mode.Selected)  # else it is tinted in a chosen row
    return made


def person_dot(person: Person, theme_name: str) -> QIcon:
    """The person's colour alone, for a menu that names them and has no room for letters in its icons."""
    picture = QPixmap(_DOT * 2, _DOT * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(person_ink(person, theme_name))
    painter.drawEllipse(QRectF(2, 2, _DOT - 4, _DOT - 4))
    painter.end()
    return QIcon(picture)


class PersonChip(QWidget):
    """The initials of one person; their name after them, when asked."""

    def __init__(
        self, person: Person, theme_name: str, parent: QWidget | None = None, *, with_name: bool = False
    ) -> None:
        super().__init__(parent)
        self._with_name = with_name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_person(person, theme_name)

    @property
    def person(self) -> Person:
        """Who is shown."""
        return self._person

    def set_person(self, person: Person, theme_name: str) -> None:
        """Show this person, in the inks of this theme."""
        self._person, self._theme_name = person, theme_name
        self.setAccessibleName(person.name)
        self.setToolTip(person.name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        badge = badge_size(self._person, self.font())
        name = _GAP + self.fontMetrics().horizontalAdvance(self._name()) if self._with_name else 0
        return QSize(badge.width() + name, badge.height())

    def minimumSizeHint(self) -> QSize:
        return badge_size(self._person, self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, badge = self.palette(), badge_size(self._person, self.font())
        paper = palette.color(QPalette.ColorRole.Base)
        paint_badge(painter, self._at(0, badge.width()), self._person, self._theme_name, paper)
        if self._with_name:
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            left = badge.width() + _GAP
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            room = self.width() - left
            words = self.fontMetrics().elidedText(self._name(), Qt.TextElideMode.ElideRight, room)
            painter.drawText(self._at(left, room), int(flags), words)
        painter.end()

    def _name(self) -> str:
        metrics = self.fontMetrics()
        return metrics.elidedText(self._person.name, Qt.TextElideMode.ElideRight, _LONGEST * metrics.averageCharWidth())

    def _at(self, left: int, width: int) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - width
        return QRect(left, 0, width, self.height())


def _strong(font: QFont) -> QFont:
    """Initials stand out by weight, too."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made
