"""How far one is with the open article, on the bar over the text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QToolButton, QWidget

from annotator.core.readings import ReadingRecord
from annotator.ui.icons import icon
from annotator.ui.people.state_words import ICONS, reading_sentence, reading_words
from annotator.ui.theme import Theme


class StateButton(QToolButton):
    """Says the state in words, with a sign; a click hands in, or takes back what is handed in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(14, 14))
        self.hide()

    def show_reading(self, reading: ReadingRecord | None, theme: Theme) -> None:
        """Show this reading, in this theme's ink; None: nothing."""
        self.setVisible(reading is not None)
        if reading is None:
            return
        words = reading_words(reading)
        self.setText(f" {words}" if reading.state in ICONS else words)  # the style leaves no room after a sign
        self.setToolTip(reading_sentence(reading))
        self.setAccessibleName(self.tr("How far you are: {state}").format(state=words))
        self.setAccessibleDescription(reading_sentence(reading))
        drawing = ICONS.get(reading.state)
        self.setIcon(icon(drawing, theme.accent) if drawing else QIcon())
