"""Tells what went into a packet, or what came home with one: a headline, figures, and what there is to know."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

_MOST_NOTICES_HIGH = 240


class ToldDialog(QDialog):
    """Use `tell`. `figures` are pairs of words; `notices` whole sentences; `ways` the words of buttons beside Close."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        headline: str,
        figures: Sequence[tuple[str, str]],
        notices: Sequence[str],
        ways: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.chosen = -1
        self.headline = self._label(headline)
        font = self.headline.font()
        font.setBold(True)
        self.headline.setFont(font)
        self.figures = tuple(figures)
        self.notices = [self._label(words) for words in notices]
        self.ways = [QPushButton(words, self) for words in ways]
        self.close_button = QPushButton(self.tr("Close"), self)
        self.setAccessibleDescription(" ".join([headline, *(f"{name}: {words}." for name, words in figures), *notices]))
        self._lay_out()
        for number, button in enumerate(self.ways):
            button.clicked.connect(lambda _on, number=number: self._choose(number))
        self.close_button.clicked.connect(self.accept)

    @classmethod
    def tell(
        cls,
        parent: QWidget | None,
        title: str,
        headline: str,
        figures: Sequence[tuple[str, str]],
        notices: Sequence[str],
        ways: Sequence[str] = (),
    ) -> int:
        """Show it until it is closed; which of the ways was chosen, -1 for none."""
        dialog = cls(parent, title, headline, figures, notices, ways)
        try:
            dialog.exec()
            return dialog.chosen
        finally:
            dialog.deleteLater()

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)  # names of people and files are somebody else's
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(6)
        for name, words in self.figures:
            form.addRow(name, self._label(words))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(16)
        whole.addWidget(self.headline)
        whole.addLayout(form)
        if self.notices:
            whole.addWidget(self._notice_area())
        whole.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addStretch(1)
        for button in (*self.ways, self.close_button):
            line.addWidget(button)
        whole.addLayout(line)
        (self.ways[0] if self.ways else self.close_button).setDefault(True)
        self.setMinimumWidth(480)

    def _notice_area(self) -> QScrollArea:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for notice in self.notices:
            column.addWidget(notice)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(self.tr("What there is to know"))
        area.setFixedHeight(min(_MOST_NOTICES_HIGH, max(48, len(self.notices) * 3 * self.fontMetrics().lineSpacing())))
        return area

    def _choose(self, number: int) -> None:
        self.chosen = number
        self.accept()
