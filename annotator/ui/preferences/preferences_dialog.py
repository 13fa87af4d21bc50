"""The preferences: each choice holds at once, so there is nothing to confirm."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from annotator.ui.command import Command
from annotator.ui.preferences.choices import Choices
from annotator.ui.preferences.general_page import GeneralPage
from annotator.ui.preferences.keys_page import KeysPage


class PreferencesDialog(QDialog):
    """General settings and keys."""

    def __init__(self, choices: Choices, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.general = GeneralPage(choices.settings, self)
        self.general.chosen.connect(lambda values: choices.choose(**values))
        self.keys = KeysPage(commands, choices.settings.keys, self)
        self.keys.chosen.connect(lambda keys: choices.choose(keys=keys))
        tabs = QTabWidget(self)
        tabs.addTab(self.general, self.tr("General"))
        tabs.addTab(self.keys, self.tr("Keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        whole = QVBoxLayout(self)
        whole.addWidget(tabs)
        whole.addWidget(buttons)
        self.resize(620, 560)
