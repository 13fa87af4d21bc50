"""Theme, size of the text, the check of quotation marks, and the name that annotations carry."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from annotator.settings import Settings


class GeneralPage(QWidget):
    """Edits the plain settings.

    Signals:
        chosen: a dict of the settings that the person changed.
    """

    chosen = Signal(dict)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = QComboBox(self)
        for value, words in (
            ("system", self.tr("Like the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        ):
            self.theme.addItem(words, value)
        self.theme.setCurrentIndex(self.theme.findData(settings.theme))
        self.zoom = QSpinBox(self)
        self.zoom.setRange(50, 400)
        self.zoom.setSingleStep(10)
        self.zoom.setSuffix(" %")
        self.zoom.setValue(settings.zoom)
        self.check_quotations = QCheckBox(self.tr("Show quotation marks that look wrong"), self)
        self.check_quotations.setChecked(settings.check_quotations)
        self.annotator = QLineEdit(settings.annotator, self)
        self.annotator.setPlaceholderText(settings.annotator_name)
        form = QFormLayout(self)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Theme:"), self.theme)
        form.addRow(self.tr("Size of the text:"), self.zoom)
        form.addRow(self.tr("Your name on annotations:"), self.annotator)
        form.addRow(self.tr("In the text:"), self.check_quotations)
        self.theme.currentIndexChanged.connect(lambda: self.chosen.emit({"theme": self.theme.currentData()}))
        self.zoom.valueChanged.connect(lambda value: self.chosen.emit({"zoom": value}))
        self.check_quotations.toggled.connect(lambda on: self.chosen.emit({"check_quotations": on}))
        self.annotator.editingFinished.connect(lambda: self.chosen.emit({"annotator": self.annotator.text().strip()}))
