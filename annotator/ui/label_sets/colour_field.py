"""A label's ink in one theme, and how well it can be seen on that theme's paper."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLineEdit, QToolButton, QWidget

from annotator.ui.inks import contrast
from annotator.ui.lines import locale
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.theme import read_theme

FOR_GRAPHICS, FOR_LETTERS = 3.0, 4.5
"""What WCAG AA asks of a line that means something, and of letters: the label's own in the margin."""


class ColourField(QWidget):
    """`#rrggbb`, typed or picked.

    Signals:
        edited: the colour, whenever it is one.
    """

    edited = Signal(str)

    def __init__(self, theme_name: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = read_theme(theme_name)
        self._name = name
        self.line = QLineEdit(self)
        self.line.setAccessibleName(name)
        self.line.setMaxLength(7)
        self.line.setFixedWidth(90)
        self.button = QToolButton(self)
        self.button.setIconSize(QSize(20, 14))
        self.button.setAccessibleName(self.tr("Pick the colour: {theme}").format(theme=name))
        self.words = QuietLabel("", self)
        self.words.setWordWrap(True)
        self.line.textEdited.connect(self._typed)
        self.button.clicked.connect(self._pick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.line, self.button):
            row.addWidget(widget)
        row.addWidget(self.words, 1)

    def show_colour(self, colour: str) -> None:
        """Show this colour."""
        if self.line.text() != colour:
            self.line.setText(colour)
        self._tell()

    def ratio(self) -> float:
        """The contrast on the theme's paper, 0 for what is no colour."""
        ink = QColor(self.line.text())
        return contrast(ink, QColor(self._theme.paper)) if self._is_colour() else 0.0

    def _is_colour(self) -> bool:
        words = self.line.text()
        return len(words) == 7 and words.startswith("#") and QColor(words).isValid()

    def _typed(self) -> None:
        self._tell()
        if self._is_colour():
            self.edited.emit(self.line.text().lower())

    def _pick(self) -> None:
        title = self.tr("Colour: {theme}").format(theme=self._name)
        picked = QColorDialog.getColor(QColor(self.line.text()), self, title)
        if picked.isValid():
            self.line.setText(picked.name())
            self._typed()

    def _tell(self) -> None:
        if not self._is_colour():
            self.words.setText(self.tr("Write it like #1a2b3c"))
            return
        found = self.ratio()
        words = self.tr("{ratio} : 1").format(ratio=locale().toString(found, "f", 1))
        if found < FOR_GRAPHICS:
            words += " · " + self.tr("too faint to be seen well; 3 : 1 is the least")
        elif found < FOR_LETTERS:
            words += " · " + self.tr("its letter beside the text is hard to read; 4.5 : 1 is better")
        self.words.setText(words)
        swatch = QPixmap(20, 14)
        swatch.fill(QColor(self.line.text()))
        self.button.setIcon(QIcon(swatch))
