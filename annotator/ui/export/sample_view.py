"""The first rows of an export as the file will have them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from annotator.ui.fonts import load_fonts_for
from annotator.ui.quiet_label import QuietLabel, small


def _as_in_the_file() -> QTextOption:
    """Columns stand in the order of the file, also in a line that begins with a word of another direction."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    return option


class SampleView(QWidget):
    """Text to look at and to copy from; long lines go on below, though the file does not break them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The first rows"))
        self.text.setFont(small(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)))
        self.text.document().setDefaultTextOption(_as_in_the_file())
        self._state = QuietLabel("", self)
        self._state.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self.text, 1)
        whole.addWidget(self._state)

    def wait(self) -> None:
        """Say that the first rows are being written; those before them stay until they come."""
        self._state.setText(self.tr("Writing the first rows…"))

    def show_sample(self, words: str, note: str) -> None:
        """Show the beginning of a file, and say below what of it that is."""
        load_fonts_for(words)
        self.text.setPlainText(words)
        self._state.setText(note)

    def show_refusal(self, words: str) -> None:
        """Say why there is nothing to look at."""
        self.text.clear()
        self._state.setText(words)

    def state(self) -> str:
        """What is said below the rows."""
        return self._state.text()
