"""What is wrong with an annotation, in words beside the place where it is put right."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from annotator.core.schema import Severity
from annotator.core.validation import Problem


def problem_words(problem: Problem) -> str:
    """The rule's own sentence; what has to be done before the article is handed in says so, not only by its colour."""
    if problem.severity is not Severity.HARD:
        return problem.message
    words = QCoreApplication.translate("Problems", "To be put right: {message}")
    return words.format(message=problem.message)


def show_problems(label: QLabel, problems: Iterable[Problem]) -> str:
    """Say these in a label, which is hidden without any; returns the words."""
    there = list(problems)
    words = "\n".join(dict.fromkeys(map(problem_words, there)))
    severity = Severity.HARD if any(one.severity is Severity.HARD for one in there) else Severity.SOFT
    if words != label.text() or label.property("problem") != str(severity):
        label.setText(words)
        label.setAccessibleName(words)
        label.setProperty("problem", str(severity))
        label.style().unpolish(label)
        label.style().polish(label)
    label.setVisible(bool(words))
    return words
