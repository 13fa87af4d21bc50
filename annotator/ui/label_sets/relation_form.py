"""The form of a kind of link: its words from both ends, and what it can lead from and to."""

from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from annotator.core.label_changes import Part
from annotator.core.schema import LabelSet, RelationKind
from annotator.ui.label_sets.check_list import CheckList
from annotator.ui.label_sets.part_form import PartForm

_MOST = 99


class RelationForm(PartForm):
    """Links that are there already stay, also where the new ends would not allow them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.add_line(self.tr("Title"), "title")
        self.inverse = self.add_line(self.tr("From the other end"), "inverse")
        self.add_key()
        self.description = self.add_text(self.tr("Description"), "description")
        self.from_labels, self.to_labels = CheckList(self.tr("From"), self), CheckList(self.tr("To"), self)
        self.from_labels.chosen.connect(lambda keys: self.tell(from_labels=keys))
        self.to_labels.chosen.connect(lambda keys: self.tell(to_labels=keys))
        self.form.addRow(self.tr("From"), self.from_labels)
        self.form.addRow(self.tr("To"), self.to_labels)
        self.most = QSpinBox(self)
        self.most.setRange(0, _MOST)
        self.most.setSpecialValueText(self.tr("any number"))
        self.most.setAccessibleName(self.tr("Most of them"))
        self.most.valueChanged.connect(lambda value: self.tell(most=value or None))
        self.form.addRow(self.tr("Most of them"), self.most)
        self.symmetric = QCheckBox(self.tr("Means the same both ways"), self)
        self.symmetric.clicked.connect(lambda on: self.tell(symmetric=on))
        self.form.addRow("", self.symmetric)

    def show_part(self, label_set: LabelSet, part: Part, *, is_new: bool) -> None:
        if not isinstance(part, RelationKind):
            raise TypeError(part)
        for line, words in ((self.title, part.title), (self.inverse, part.inverse)):
            if line.text().strip() != words:
                line.setText(words)
        self.key.setText(part.key)
        self.show_text(self.description, part.description)
        for field, keys in ((self.from_labels, part.from_labels), (self.to_labels, part.to_labels)):
            labels = [label for label in label_set.labels if not label.retired or label.key in keys]
            field.show_choices([(label.key, label.title) for label in labels], keys)
        self.most.blockSignals(True)
        self.most.setValue(part.most or 0)
        self.most.blockSignals(False)
        self.symmetric.setChecked(part.symmetric)
