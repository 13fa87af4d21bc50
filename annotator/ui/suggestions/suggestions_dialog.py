"""Asks how suggestions are used in a project, and shows how far they sway those who see them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.schema import Label
from annotator.core.suggestion_influence import Influence, LabelInfluence
from annotator.core.suggestion_policy import CUES, LEARNED, MOST_HIDDEN, SuggestionPolicy
from annotator.errors import AnnotatorError
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.inspector.label_chip import label_icon, label_tip, short_title
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.suggestions.figures_table import FiguresTable
from annotator.ui.suggestions.influence_words import (
    OUTCOMES,
    arm_words,
    difference_words,
    explanations,
    ground_words,
    headings,
    least,
    outcome_words,
    time_words,
)
from annotator.ui.suggestions.learned_view import LearnedView

_WIDTH, _HIGHEST = 860, 650


class SuggestionsDialog(QDialog):
    """The choices hold for everybody in the project. Whoever shows it answers with the measure of the control arm."""

    def __init__(
        self, parent: QWidget | None, policy: SuggestionPolicy, labels: Sequence[Label], theme_name: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Suggestions"))
        self._start, self._theme_name = policy, theme_name
        self.on = QCheckBox(self.tr("Suggest what to tag"), self)
        self.made_by = QComboBox(self)
        self.made_by.addItem(self.tr("Quotation marks and cue words"), (CUES,))
        self.made_by.addItem(self.tr("What was decided in this project, where that is better"), (LEARNED, CUES))
        self.boxes = {label.key: self._box(label) for label in labels}
        self.hidden = QSpinBox(self)
        self.hidden.setRange(0, round(100 * MOST_HIDDEN))
        self.hidden.setMaximumWidth(260)
        self.hidden.setSuffix(self.tr(" % of the sentences"))
        self._titles = {label.key: label.title for label in labels}
        self.table = FiguresTable(headings(), explanations(), self.tr("How far suggestions sway editors"), self)
        self.learned = LearnedView(self._titles, self)
        self.ground, self.time = QLabel(self), QLabel(self)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._fill(policy)
        self._lay_out()
        self.on.toggled.connect(self._enable)
        self._enable(policy.on)
        self._say(self.tr("Being counted …"))
        self.on.setFocus(Qt.FocusReason.TabFocusReason)

    def policy(self) -> SuggestionPolicy:
        """What is chosen at the moment."""
        chosen = tuple(key for key, box in self.boxes.items() if box.isChecked())
        return replace(
            self._start,
            on=self.on.isChecked() and bool(chosen),
            suggesters=self._made_by(),
            labels=self._start.labels if not chosen else () if len(chosen) == len(self.boxes) else chosen,
            hidden_share=self.hidden.value() / 100,
        )

    def show_influence(self, found: Influence) -> None:
        """What the control arm shows."""
        self.table.show_rows([self._row(one) for one in found.labels])
        self.time.setText(time_words(found))
        self._say(f"{ground_words(found, self._start)} {least()}")

    def show_failure(self, error: Exception) -> None:
        """It cannot be counted, and why."""
        known = isinstance(error, AnnotatorError)
        self._say(str(error) if known else self.tr("The figures cannot be counted; the log says why."))

    def _made_by(self) -> tuple[str, ...]:
        return tuple(self.made_by.currentData())

    def _fill(self, policy: SuggestionPolicy) -> None:
        self.on.setChecked(policy.on)
        self.made_by.setCurrentIndex(1 if LEARNED in policy.suggesters else 0)
        self.hidden.setValue(round(100 * policy.hidden_share))
        for key, box in self.boxes.items():
            box.setChecked(not policy.labels or key in policy.labels)

    def _enable(self, is_on: bool) -> None:
        for widget in (self.made_by, self.hidden, *self.boxes.values()):
            widget.setEnabled(is_on)

    def _box(self, label: Label) -> QCheckBox:
        metrics = self.fontMetrics()
        box = QCheckBox(short_title(label, metrics), self)
        box.setAccessibleName(label.title)
        box.setIcon(label_icon(label, self._theme_name, self.palette().color(QPalette.ColorRole.Window)))
        box.setToolTip(label_tip(label, metrics))
        return box

    def _row(self, found: LabelInfluence) -> list[str]:
        title = self._titles.get(found.label, found.label)
        cells = [title, arm_words(found.shown), arm_words(found.hidden), difference_words(found)]
        return cells + [outcome_words(found, outcome) for outcome in OUTCOMES]

    def _say(self, words: str) -> None:
        self.ground.setText(words)
        self.ground.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self.ground, QAccessible.Event.Alert))

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(14)
        whole.addWidget(
            self._quiet(
                self.tr(
                    "A suggestion is a line of fine dots under words; it is a tag only once somebody accepts it. What "
                    "is chosen here holds for everybody in this project."
                )
            )
        )
        whole.addWidget(self.on)
        whole.addLayout(self._form())
        whole.addWidget(
            self._quiet(
                self.tr(
                    "Suggestions sway those who see them. On the sentences that are hidden nobody sees any, so that "
                    "what editors find there by themselves can be held against the rest. The program draws these "
                    "sentences; they are the same for everybody and nobody is told which. A change here begins the "
                    "count anew."
                )
            )
        )
        whole.addWidget(self._figures(), 1)
        whole.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)
        # A window by itself does not ask how high lines of words and of labels stand that go on in a next one.
        self.resize(_WIDTH, min(_HIGHEST, whole.totalHeightForWidth(_WIDTH) + self.fontMetrics().height()))

    def _form(self) -> QFormLayout:
        labels = QWidget(self)
        flow = FlowLayout(labels, spacing=12)
        for box in self.boxes.values():
            flow.addWidget(box)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("&Proposed by"), self.made_by)
        form.addRow(self.tr("Labels"), labels)
        form.addRow(self.tr("&Hidden on"), self.hidden)
        return form

    def _figures(self) -> QTabWidget:
        tabs, measure = QTabWidget(self), QWidget(self)
        inside = QVBoxLayout(measure)
        inside.setContentsMargins(0, 10, 0, 0)
        inside.setSpacing(8)
        for label in (self.ground, self.time):
            label.setWordWrap(True)
        inside.addWidget(self.ground)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.time)
        tabs.addTab(measure, self.tr("What they did so &far"))
        tabs.addTab(self.learned, self.tr("What was l&earned"))
        return tabs

    def _quiet(self, words: str) -> QuietLabel:
        label = QuietLabel(words, self)
        label.setWordWrap(True)
        return label
