"""Shows an example's sentences one below the other, each with its number and a bar at its side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from annotator.ui.lines import language_name, number
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.sentences.examples import Example

_ROWS = 3  # as many as the example has when it is cut
_PADDING = 3  # as in the style sheet


class ExampleView(QWidget):
    """An example that keeps its height however it is cut, so that nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QuietLabel("", self)
        self._rows = [(QuietLabel(number(row + 1), self), QLabel(self)) for row in range(_ROWS)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._title, 0, 0, 1, 2)
        for row, (numeral, sentence) in enumerate(self._rows, 1):
            sentence.setWordWrap(True)
            sentence.setTextFormat(Qt.TextFormat.PlainText)
            sentence.setProperty("sentence", True)
            grid.addWidget(numeral, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(sentence, row, 1)
            numeral.setContentsMargins(0, _PADDING, 0, 0)
        grid.setRowStretch(_ROWS + 1, 1)
        line = self.fontMetrics().lineSpacing()
        self.setMinimumHeight((_ROWS + 1) * (line + grid.verticalSpacing()) + _ROWS * 2 * _PADDING)

    def show_example(self, example: Example) -> None:
        """Show these sentences."""
        count = len(example.sentences)
        words = self.tr("one sentence") if count == 1 else self.tr("{n} sentences").format(n=number(count))
        self._title.setText(
            self.tr("Example in {language}: {sentences}").format(
                language=language_name(example.language), sentences=words
            )
        )
        for row, (numeral, sentence) in enumerate(self._rows):
            there = row < count
            sentence.setText(example.sentences[row] if there else "")
            for part in (numeral, sentence):
                part.setVisible(there)
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(" · ".join(example.sentences))

    def sentences(self) -> list[str]:
        """The sentences as they are shown."""
        return [sentence.text() for _, sentence in self._rows if sentence.text()]
