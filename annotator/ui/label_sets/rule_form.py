"""The form of a rule: what is said when it is broken, for which labels, when, what it asks for and has checked."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from annotator.core.label_changes import Part
from annotator.core.schema import LabelSet, Rule, Severity
from annotator.ui.label_sets.check_list import CheckList
from annotator.ui.label_sets.condition_field import ConditionField
from annotator.ui.label_sets.part_form import PartForm

_LONGEST = 100_000


class RuleForm(PartForm):
    """With nothing asked for, no length and no check, a rule is broken wherever it holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = self.add_text(self.tr("Says"), "message")
        self.add_key()
        self.severity = QComboBox(self)
        self.severity.setAccessibleName(self.tr("Means"))
        for severity, words in self._severities().items():
            self.severity.addItem(words, severity.value)
        self.severity.activated.connect(lambda: self.tell(severity=Severity(self.severity.currentData())))
        self.form.addRow(self.tr("Means"), self.severity)
        self.labels = CheckList(self.tr("Labels"), self)
        self.labels.chosen.connect(lambda keys: self.tell(labels=keys))
        self.form.addRow(self.tr("Labels (none: all)"), self.labels)
        self.when = ConditionField(self.tr("Holds"), self)
        self.when.edited.connect(lambda condition: self.tell(when=condition))
        self.form.addRow(self.tr("Holds"), self.when)
        self.needs = CheckList(self.tr("Asks for one of"), self)
        self.needs.chosen.connect(lambda keys: self.tell(needs=keys))
        self.form.addRow(self.tr("Asks for one of"), self.needs)
        self.at_most = QSpinBox(self)
        self.at_most.setRange(0, _LONGEST)
        self.at_most.setSpecialValueText(self.tr("of any length"))
        self.at_most.setAccessibleName(self.tr("Most characters"))
        self.at_most.valueChanged.connect(lambda value: self.tell(at_most=value or None))
        self.form.addRow(self.tr("Most characters"), self.at_most)
        self.check = QComboBox(self)
        self.check.setAccessibleName(self.tr("Has checked"))
        for check, words in self._checks().items():
            self.check.addItem(words, check)
        self.check.setToolTip(self.tr("The program looks for itself whether this is so."))
        self.check.activated.connect(lambda: self.tell(check=str(self.check.currentData())))
        self.form.addRow(self.tr("Has checked"), self.check)

    def show_part(self, label_set: LabelSet, part: Part, *, is_new: bool) -> None:
        if not isinstance(part, Rule):
            raise TypeError(part)
        self.show_text(self.message, part.message)
        self.key.setText(part.key)
        with QSignalBlocker(self.severity), QSignalBlocker(self.at_most), QSignalBlocker(self.check):
            self.severity.setCurrentIndex(self.severity.findData(part.severity.value))
            self.at_most.setValue(part.at_most or 0)
            self.check.setCurrentIndex(max(0, self.check.findData(part.check)))
        labels = [label for label in label_set.labels if not label.retired or label.key in part.labels]
        self.labels.show_choices([(label.key, label.title) for label in labels], part.labels)
        self.when.show_condition(label_set, part.when, about=part.key)
        asked = [(one.key, one.title) for one in label_set.attributes if not one.retired or one.key in part.needs]
        asked += [(one.key, one.title) for one in label_set.relations if not one.retired or one.key in part.needs]
        self.needs.show_choices([*asked, ("note", self.tr("Note"))], part.needs)

    def _severities(self) -> dict[Severity, str]:
        return {
            Severity.HARD: self.tr("put right before it is handed in"),
            Severity.SOFT: self.tr("look again"),
            Severity.HOLD: self.tr("leaves in no export"),
        }

    def _checks(self) -> dict[str, str]:
        return {
            "": self.tr("nothing"),
            "marks": self.tr("quotation marks stand around it"),
            "balanced_marks": self.tr("each mark has its partner"),
            "outside_furniture": self.tr("it is article text"),
            "linked_claims": self.tr("a claim in a quote is linked"),
        }
