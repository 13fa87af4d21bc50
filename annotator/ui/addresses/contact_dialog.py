"""Asks, before the program speaks to anybody for the first time, whether it may."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

_WIDTH = 440


class ContactDialog(QDialog):
    """One sentence, Load and Cancel; use `ask`."""

    def __init__(self, parent: QWidget | None, words: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Load from the network"))
        self.words = QLabel(words, self)
        self.words.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.load = self._buttons.addButton(self.tr("Load"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.load.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.setAccessibleDescription(words)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(16)
        whole.addWidget(self.words)
        whole.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)

    @classmethod
    def ask(cls, parent: QWidget | None, words: str) -> bool:
        """True when the person agrees."""
        dialog = cls(parent, words)
        try:
            return dialog.exec() == QDialog.DialogCode.Accepted
        finally:
            dialog.deleteLater()
