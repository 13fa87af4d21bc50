"""A field of one line whose words stand at the side where their script starts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.ui.lines import is_right_to_left


class WordsField(QLineEdit):
    """A line edit for titles and names in any script."""

    def __init__(self, words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.textChanged.connect(self._follow)
        self.setText(words)
        self.setCursorPosition(0)

    def _follow(self, words: str) -> None:
        if not words.strip():
            self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
            return
        side = Qt.AlignmentFlag.AlignRight if is_right_to_left(words) else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
