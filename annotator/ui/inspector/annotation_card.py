"""The selected annotation, or several of them: what it is, what it says, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.core.schema import Label, LabelSet
from annotator.core.validation import Problem
from annotator.ui.inspector.described import Described
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.inspector.form import AttributeForm
from annotator.ui.inspector.label_chip import SWATCH, LabelChip, label_icon, label_tip, short_title
from annotator.ui.inspector.note_field import NoteField
from annotator.ui.inspector.passage import Passage
from annotator.ui.inspector.problem_words import ProblemLabel
from annotator.ui.lines import local_time, number, one_line
from annotator.ui.quiet_label import QuietLabel


class AnnotationCard(QWidget):
    """Label, passage, fields, note, other labels to choose, who and when, and removal.

    `below_form` is where further parts of the annotation go. Of several annotations only the fields are shown.

    Signals:
        label_chosen: key of another label that it shall have.
        remove_clicked: it shall be removed.
    """

    label_chosen = Signal(str)
    remove_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label_set: LabelSet | None = None
        self._theme_name = "light"
        self._chip: LabelChip | None = None
        self._shown_key = ""
        self._changeable = self._own = True
        self._choices: dict[str, QToolButton] = {}
        self.passage = Passage(self)
        self.several = QLabel(self)
        self.several.setWordWrap(True)
        self.returned, self.remarks = ProblemLabel(self), ProblemLabel(self)
        self.form = AttributeForm(self)
        self.below_form = QVBoxLayout()
        self.note = NoteField(self)
        self._others, self._change = FlowLayout(spacing=4), QuietLabel(self.tr("Change to"), self)
        self._made = QuietLabel("", self)
        self._made.setWordWrap(True)
        self._remove = _button(self.tr("Remove"), self.tr("Remove this annotation (Del)"), self)
        self._remove.clicked.connect(self.remove_clicked)
        self._lay_out()

    def set_labels(self, label_set: LabelSet, theme_name: str) -> None:
        """The labels to choose from and the theme of their signs."""
        self._label_set, self._theme_name = label_set, theme_name
        self.form.set_labels(label_set)
        self._others.clear()
        self._choices = {label.key: self._choice(label) for label in label_set.main}
        for button in self._choices.values():
            self._others.addWidget(button)
        self.set_changeable(self._changeable)
        if self._shown_key:
            self._show_label(self._shown_key)

    def set_changeable(self, changeable: bool) -> None:
        """Whether anything can be done with annotations: not with those of an older version."""
        self._changeable = changeable
        self._set_own(own=self._own)

    def _set_own(self, *, own: bool) -> None:
        """Whether what is shown is one's own: what somebody else has tagged is only shown."""
        self._own = own
        changeable = self._changeable and own
        self.note.setReadOnly(not changeable)
        self.form.set_changeable(changeable)
        for button in (self._remove, *self._choices.values()):
            button.setEnabled(changeable)

    def show_annotation(self, described: Described, text: str, source: str = "") -> None:
        """Show an annotation and its exact text; `source` is the title of the article that it was copied from."""
        record = described.record
        # The note first: what was typed for the one before is handed over while that is still shown.
        self.note.show_note(record.id, record.note)
        self._set_own(own=described.own)
        self.form.show_described([described])
        self.returned.say(described.returned)
        self._tell_problems(described.problems)
        self._show_parts(several=False)
        self._show_label(record.label)
        self.passage.set_text(text)
        made = f"{record.annotator} · {local_time(record.created_at)}"
        copied = self.tr("copied from “{title}”").format(title=one_line(source))
        origins = {
            "manual": "",
            "unaided": self.tr("without a suggestion shown"),
            "accepted": self.tr("accepted from a suggestion"),
            "edited": self.tr("accepted from a suggestion and changed"),
            "imported": self.tr("imported"),
            "copied": copied if source else self.tr("copied from another copy of the article"),
            "carried": self.tr("carried over from an older version"),
        }
        origin = origins.get(record.origin, record.origin)
        own = "" if described.own else self.tr("only {name} can change it").format(name=record.annotator)
        self._made.setText(" · ".join(filter(None, (made, origin, own))))

    def tab_order(self) -> list[QWidget]:
        """What has the keyboard one after the other: first what is said of the annotation, removal last."""
        fields = self.form.page.tab_order() if self.form.page else []
        return [*fields, self.note, *self._choices.values(), self._remove]

    def show_several(self, described: Sequence[Described]) -> None:
        """Show what can be said of several annotations at once; each change is one step."""
        self.note.show_note(None, "")
        self._set_own(own=all(one.own for one in described))
        self.form.show_described(described)
        self._show_parts(several=True)
        words = self.tr("1 annotation is chosen; M adds another, Esc lets go.")
        if len(described) > 1 and self.form.is_empty:
            words = self.tr("{n} annotations are chosen; their labels have no field in common. Esc lets go.")
        elif len(described) > 1:
            words = self.tr("{n} annotations are chosen; what you change here changes in all of them. Esc lets go.")
        self.several.setText(words.format(n=number(len(described))))
        if self._chip is not None:
            self._chip.hide()

    def show_nothing(self) -> None:
        """No annotation is shown; what was being typed is handed over."""
        self.note.show_note(None, "")
        self.form.show_described(())

    def _show_parts(self, *, several: bool) -> None:
        self.several.setVisible(several)
        for part in (self.passage, self._made, self.note, self._remove, self._change):
            part.setVisible(not several)
        for key, button in self._choices.items():
            button.setVisible(not several and key != self._shown_key)
        if several:
            self.returned.hide()
            self.remarks.hide()

    def _tell_problems(self, problems: Sequence[Problem]) -> None:
        """What no field is about, under the passage."""
        fields = {field.attribute.key for field in self.form.page.shown_fields()} if self.form.page else set()
        self.remarks.show_problems(problem for problem in problems if problem.field not in fields)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addStretch(1)
        self._head.addWidget(self._remove)
        foot = QVBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self._change)
        foot.addLayout(self._others)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(self._head)
        for part in (self.several, self.passage, self._made, self.returned, self.remarks, self.form):
            whole.addWidget(part)
        whole.addLayout(self.below_form)
        whole.addWidget(self.note)
        whole.addLayout(foot)

    def _show_label(self, key: str) -> None:
        self._shown_key = key
        labels = self._label_set.labels if self._label_set else ()
        current = next((label for label in labels if label.key == key), None)
        if self._chip is not None:
            self._chip.setVisible(current is not None)
        if current is not None:
            self._show_chip(current)
        for choice, button in self._choices.items():
            button.setVisible(choice != key)

    def _show_chip(self, label: Label) -> None:
        if self._chip is None:
            self._chip = LabelChip(label, self._theme_name, self)
            font = self._chip.font()
            font.setBold(True)
            self._chip.setFont(font)
            self._head.insertWidget(0, self._chip)
        self._chip.set_label(label, self._theme_name)

    def _choice(self, label: Label) -> QToolButton:
        metrics = self.fontMetrics()
        button = _button(short_title(label, metrics), label_tip(label, metrics), self)
        ground = self.palette().color(QPalette.ColorRole.Window)
        button.setIcon(label_icon(label, self._theme_name, ground))
        button.setIconSize(SWATCH)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(self.tr("Change to {label}").format(label=label.title))
        button.clicked.connect(lambda: self.label_chosen.emit(label.key))
        return button


def _button(words: str, tip: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText(words)
    button.setToolTip(tip)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
