"""What there is to know of an annotation before one judges it: words, fields, links, note, what was said of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.schema import Label
from annotator.operations.under_review import ReviewedAnnotation, ReviewedReading
from annotator.ui.inspector.label_chip import LabelChip
from annotator.ui.inspector.passage import Passage
from annotator.ui.inspector.problem_words import ProblemLabel
from annotator.ui.lines import isolated, local_time, number
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.review.words import (
    SIGNS,
    NameOf,
    change_words,
    comment_lines,
    exact_words,
    field_lines,
    link_lines,
    standing_words,
    verdict_line,
)


class AnnotationFacts(QWidget):
    """Shows one annotation of a reading; it asks for nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place, self.standing = QuietLabel("", self), QLabel(self)
        self.passage, self.instead = Passage(self), _Words(self)
        self.problems = ProblemLabel(self)
        self.note, self.made, self.verdicts = _Words(self), QuietLabel("", self), QuietLabel("", self)
        self.comments = _Words(self)
        self._fields = QGridLayout()
        self._rows: list[QLabel] = []
        self._chip: LabelChip | None = None
        self._lay_out()

    def show_annotation(self, reading: ReviewedReading, at: int, theme_name: str, name_of: NameOf) -> None:
        """Show the annotation at a place of the reading's list."""
        one = reading.annotations[at]
        place = self.tr("{n} of {count}").format(n=number(at + 1), count=number(len(reading.annotations)))
        self.place.setText(place)
        standing = one.judged.standing
        self.standing.setText(f"{SIGNS[standing]} {standing_words(standing)}")
        self._show_label(reading, one, theme_name)
        self.passage.set_text(exact_words(reading, one.annotation))
        self.instead.say(change_words(reading, one))
        self.problems.show_problems(one.problems)
        lines = [*field_lines(reading.label_set, one.present), *link_lines(reading, one.present, name_of)]
        self._show_rows(lines)
        note = one.present.note
        self.note.say(self.tr("Note: {words}").format(words=isolated(note)) if note else "")
        made = f"{isolated(one.annotation.annotator)} · {local_time(one.annotation.created_at)}"
        self.made.setText(made)
        self.comments.say("\n".join(comment_lines(reading, one)))
        said = [verdict_line(verdict) for verdict in one.judged.verdicts]
        self.verdicts.setText("\n".join(said))
        self.verdicts.setVisible(bool(said))

    def words(self) -> str:
        """What is shown first, for who listens."""
        label = self._chip.accessibleName() if self._chip else ""
        return ", ".join(filter(None, (self.place.text(), label, self.standing.text(), self.passage.accessibleName())))

    def _show_label(self, reading: ReviewedReading, one: ReviewedAnnotation, theme_name: str) -> None:
        labels = {label.key: label for label in reading.label_set.labels}
        label: Label | None = labels.get(one.annotation.label)
        if label is None:
            if self._chip:
                self._chip.hide()
            return
        if self._chip is None:
            self._chip = LabelChip(label, theme_name, self)
            font = QFont(self._chip.font())
            font.setWeight(QFont.Weight.DemiBold)
            self._chip.setFont(font)
            self._head.insertWidget(0, self._chip)
        self._chip.set_label(label, theme_name)
        self._chip.show()

    def _show_rows(self, lines: Sequence[tuple[str, str]]) -> None:
        for row in self._rows:
            self._fields.removeWidget(row)
            row.deleteLater()
        self._rows = []
        for at, (title, value) in enumerate(lines):
            name, told = QuietLabel(title, self), _Words(self)
            told.say(value)
            top = Qt.AlignmentFlag.AlignTop
            self._fields.addWidget(name, at, 0, top)
            self._fields.addWidget(told, at, 1, top)
            self._rows += [name, told]

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addStretch(1)
        self._head.addWidget(self.place)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setHorizontalSpacing(10)
        self._fields.setVerticalSpacing(3)
        self._fields.setColumnStretch(1, 1)
        for label in (self.made, self.verdicts):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        strong = QFont(self.standing.font())
        strong.setWeight(QFont.Weight.DemiBold)
        self.standing.setFont(strong)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(self._head)
        for part in (self.standing, self.passage, self.instead, self.problems):
            whole.addWidget(part)
        whole.addLayout(self._fields)
        for part in (self.note, self.comments, self.made, self.verdicts):
            whole.addWidget(part)


class _Words(QLabel):
    """Words that wrap; hidden while there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hide()

    def say(self, words: str) -> None:
        """Say this; nothing hides the label."""
        self.setText(words)
        self.setVisible(bool(words))
