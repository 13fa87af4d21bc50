"""What is wrong with an annotation, in words beside the place where it is put right."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.core.schema import Severity
from annotator.core.validation import Problem
from annotator.ui.quiet_label import small


def problem_words(problem: Problem) -> str:
    """The rule's own sentence; what has to be done before the article is handed in says so, not only by its colour."""
    if problem.severity is not Severity.HARD:
        return problem.message
    words = QCoreApplication.translate("Problems", "To be put right: {message}")
    return words.format(message=problem.message)


class ProblemLabel(QLabel):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(small(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_problems(self, problems: Iterable[Problem]) -> str:
        """Say these; returns the words."""
        there = list(problems)
        hard = any(one.severity is Severity.HARD for one in there)
        return self.say("\n".join(dict.fromkeys(map(problem_words, there))), Severity.HARD if hard else Severity.SOFT)

    def say(self, words: str, severity: Severity = Severity.HARD) -> str:
        """Say this; returns it."""
        if words != self.text() or self.property("problem") != str(severity):
            self.setText(words)
            self.setAccessibleName(words)
            self.setProperty("problem", str(severity))
            self.style().unpolish(self)
            self.style().polish(self)
            self._fit()
        self.setVisible(bool(words))
        return words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._fit)  # a layout that is being made does not hear of another height

    def _fit(self) -> None:
        # Layouts squeeze and stretch what only has a height for its width, of which the least height is a part.
        self.setMinimumHeight(0)
        self.setFixedHeight(self.heightForWidth(self.width()) if self.text() else 0)
