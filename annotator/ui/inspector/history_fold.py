"""The history of an annotation: folded away until somebody asks who did what, and when."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from annotator.core.schema import LabelSet
from annotator.ui.inspector.history_words import HistoryLine, Names, in_words
from annotator.ui.lines import local_time
from annotator.ui.quiet_label import QuietLabel

_HEIGHT = 112


class HistoryFold(QWidget):
    """A heading that unfolds into lines, the latest first.

    Signals:
        unfolded: the lines are wanted now.
    """

    unfolded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QToolButton(self)
        self.heading.setText(self.tr("History"))
        self.heading.setAutoRaise(True)
        self.heading.setArrowType(Qt.ArrowType.RightArrow)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heading.setAccessibleName(self.tr("History of this annotation"))
        self.heading.clicked.connect(lambda: self.set_unfolded(not self.is_unfolded))
        self._words = QuietLabel("", self)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setContentsMargins(8, 0, 0, 0)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._words)
        self._area.setFixedHeight(_HEIGHT)
        self._area.viewport().setAutoFillBackground(False)
        self._words.setAutoFillBackground(False)
        self._area.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 0, 8, 0)
        whole.setSpacing(4)
        whole.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addWidget(self._area)

    @property
    def is_unfolded(self) -> bool:
        """True while the lines are shown."""
        return not self._area.isHidden()

    def set_lines(self, lines: Sequence[HistoryLine], label_set: LabelSet | None, names: Names | None = None) -> None:
        """Show these entries of the journal."""
        latest_first = sorted(lines, key=lambda line: line.at, reverse=True)
        told = [f"{local_time(line.at)}\n{in_words(line, label_set, names)}" for line in latest_first]
        self._words.setText("\n\n".join(told) or self.tr("Nothing has happened to it yet."))

    def words(self) -> str:
        """What is shown, as text."""
        return self._words.text()

    def set_unfolded(self, unfolded: bool) -> None:
        """Show the lines, or fold them away."""
        self.heading.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self.heading.setAccessibleDescription(self.tr("unfolded") if unfolded else self.tr("folded"))
        self._area.setVisible(unfolded)
        if unfolded:
            self.unfolded.emit()
