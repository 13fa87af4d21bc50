"""Shows an example's sentences one below the other, each with its number and a bar at its side."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from annotator.core.quote_policy import WHOLE
from annotator.ui import fonts
from annotator.ui.lines import isolated_language, number
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.sentences.examples import Example, example

_ROWS = 3  # as many as the example has when it is cut
_WIDE = 10_000
_PADDING = 3  # as in the style sheet


class ExampleView(QWidget):
    """An example that keeps its height however it is cut and in whichever of `languages`, so that nothing jumps."""

    def __init__(self, languages: Iterable[str], parent: QWidget | None = None) -> None:
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
        line, highest = self.fontMetrics().lineSpacing(), max(map(self._line_height, languages))
        self.setMinimumHeight(line + _ROWS * (highest + 2 * _PADDING + grid.verticalSpacing()))

    def show_example(self, shown: Example) -> None:
        """Show these sentences."""
        count = len(shown.sentences)
        words = self.tr("one sentence") if count == 1 else self.tr("{n} sentences").format(n=number(count))
        self._title.setText(
            self.tr("Example in {language}: {sentences}").format(
                language=isolated_language(shown.language), sentences=words
            )
        )
        for row, (numeral, sentence) in enumerate(self._rows):
            there = row < count
            sentence.setText(shown.sentences[row] if there else "")
            for part in (numeral, sentence):
                part.setVisible(there)
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(" · ".join(shown.sentences))

    def _line_height(self, language: str) -> int:
        """How high a line is in this language: Arabic and Hindi need more than Latin letters."""
        words = example(language, WHOLE).sentences[0]
        fonts.load_fonts_for(words)
        return self.fontMetrics().boundingRect(QRect(0, 0, _WIDE, _WIDE), Qt.TextFlag.TextSingleLine, words).height()

    def sentences(self) -> list[str]:
        """The sentences as they are shown."""
        return [sentence.text() for _, sentence in self._rows if sentence.text()]
