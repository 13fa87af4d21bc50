"""The form of a field: what it holds, for which labels, its values, when it is asked and what it says by itself."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from annotator.core.label_changes import Part
from annotator.core.schema import Attribute, AttributeKind, LabelSet
from annotator.ui.label_sets.check_list import CheckList
from annotator.ui.label_sets.condition_field import ConditionField
from annotator.ui.label_sets.part_form import PartForm
from annotator.ui.label_sets.values_editor import ValuesEditor
from annotator.ui.quiet_label import QuietLabel


class AttributeForm(PartForm):
    """What a field holds, and what it says by itself, can be chosen only while it is new: annotations rely on both.

    Signals:
        merge_requested: key of the value that shall become another.
    """

    merge_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.add_line(self.tr("Title"), "title")
        self.add_key()
        self.description = self.add_text(self.tr("Description"), "description")
        self.kind = self._box(self.tr("Holds"))
        for kind, words in self._kinds().items():
            self.kind.addItem(words, kind.value)
        self.kind.activated.connect(self._choose_kind)
        self.values = ValuesEditor(self)
        self.values.edited.connect(lambda values: self.tell(values=values))
        self.values.merge_requested.connect(self.merge_requested)
        self.form.addRow(self.tr("Values"), self.values)
        self.default = self._box(self.tr("Says by itself"))
        self.default.activated.connect(lambda: self.tell(default=str(self.default.currentData())))
        self.fixed = QuietLabel(self.tr("Both stay: annotations rely on them."), self)
        self.form.addRow("", self.fixed)
        self.labels = CheckList(self.tr("Labels"), self)
        self.labels.chosen.connect(lambda keys: self.tell(labels=keys))
        self.form.addRow(self.tr("Labels (none: all)"), self.labels)
        self.first = QCheckBox(self.tr("Shown at once, not under “More”"), self)
        self.first.clicked.connect(lambda on: self.tell(first=on))
        self.many = QCheckBox(self.tr("Several sources"), self)
        self.many.clicked.connect(lambda on: self.tell(many=on))
        for box in (self.first, self.many):
            self.form.addRow("", box)
        self.shown_when = ConditionField(self.tr("Asked"), self)
        self.shown_when.edited.connect(lambda condition: self.tell(shown_when=condition))
        self.form.addRow(self.tr("Asked"), self.shown_when)

    def show_part(self, label_set: LabelSet, part: Part, *, is_new: bool) -> None:
        if not isinstance(part, Attribute):
            raise TypeError(part)
        if self.title.text().strip() != part.title:
            self.title.setText(part.title)
        self.key.setText(part.key)
        self.show_text(self.description, part.description)
        with QSignalBlocker(self.kind), QSignalBlocker(self.default):
            self.kind.setCurrentIndex(self.kind.findData(part.kind.value))
            self._fill_defaults(part)
        self.kind.setEnabled(is_new)
        self.default.setEnabled(is_new)
        self.fixed.setVisible(not is_new)
        self.form.setRowVisible(self.values, part.kind is AttributeKind.CHOICE)
        self.form.setRowVisible(self.default, part.kind in (AttributeKind.CHOICE, AttributeKind.YES_NO))
        self.form.setRowVisible(self.many, part.kind is AttributeKind.SOURCE)
        self.values.show_values(part.values)
        there = [label for label in label_set.labels if not label.retired or label.key in part.labels]
        self.labels.show_choices([(label.key, label.title) for label in there], part.labels)
        self.first.setChecked(part.first)
        self.many.setChecked(part.many)
        self.shown_when.show_condition(label_set, part.shown_when, without=part.key, about=part.key)

    def _fill_defaults(self, attribute: Attribute) -> None:
        yes_no = attribute.kind is AttributeKind.YES_NO
        self.default.clear()
        self.default.addItem(self.tr("no") if yes_no else self.tr("nothing"), "")
        offered = [("yes", self.tr("yes"))] if yes_no else [(value.key, value.title) for value in attribute.values]
        for key, title in offered:
            self.default.addItem(title, key)
        self.default.setCurrentIndex(max(0, self.default.findData(attribute.default)))

    def _choose_kind(self) -> None:
        self.tell(kind=AttributeKind(self.kind.currentData()), default="", many=False, guess="")

    def _box(self, title: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(title)
        self.form.addRow(title, box)
        return box

    def _kinds(self) -> dict[AttributeKind, str]:
        return {
            AttributeKind.CHOICE: self.tr("one of some values"),
            AttributeKind.YES_NO: self.tr("yes or no"),
            AttributeKind.TEXT: self.tr("text"),
            AttributeKind.NUMBER: self.tr("a number"),
            AttributeKind.DATE: self.tr("a date"),
            AttributeKind.SOURCE: self.tr("a source"),
        }
