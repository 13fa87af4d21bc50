"""What stands at the head of a page beside the text: what it is called, and the way back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

_SCALE = 1.25


class Heading(QLabel):
    """What a page is called."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * _SCALE)
        self.setFont(font)


class BackButton(QToolButton):
    """The mouse's way back, as Escape is the keyboard's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Back to the text"))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def head_line(heading: Heading, back: BackButton) -> QHBoxLayout:
    """Both in one line, at its two ends."""
    line = QHBoxLayout()
    line.addWidget(heading)
    line.addStretch(1)
    line.addWidget(back)
    return line
