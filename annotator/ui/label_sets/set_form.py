"""The form of the label set itself, and of the heads of its groups: its title, and what a group is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.core.schema import LabelSet
from annotator.ui.label_sets.part_form import MARGINS
from annotator.ui.lines import number
from annotator.ui.quiet_label import QuietLabel


class SetForm(QWidget):
    """Shown where no part is chosen.

    Signals:
        title_edited: the set's title.
    """

    title_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLineEdit(self)
        self.title.setAccessibleName(self.tr("Title of the label set"))
        self.title.textEdited.connect(lambda words: self.title_edited.emit(words.strip()))
        self.words = QuietLabel("", self)
        self.words.setWordWrap(True)
        form = QFormLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.addLayout(form)
        column.addStretch(1)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.words)
        self._row = form

    def show_set(self, label_set: LabelSet, kind: str) -> None:
        """Show the set, or what the parts of a group are."""
        if self.title.text().strip() != label_set.title:
            self.title.setText(label_set.title)
        self._row.setRowVisible(self.title, kind not in _groups())
        version = self.tr("Version {n}").format(n=number(label_set.version))
        words = {
            "labels": self.tr("What can be put on text. A label that is retired stays readable where it was used."),
            "attributes": self.tr("What can be said about an annotation, in the order of the form."),
            "relations": self.tr("How annotations can be linked with each other."),
            "rules": self.tr("What is checked. A rule can be taken out; nothing refers to it."),
        }
        self.words.setText(words.get(kind, version))


def _groups() -> tuple[str, ...]:
    return ("labels", "attributes", "relations", "rules")
