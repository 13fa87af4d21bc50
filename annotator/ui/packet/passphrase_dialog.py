"""Asks for the passphrase of a file that is locked."""

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.quiet_label import QuietLabel


class PassphraseDialog(QDialog):
    """Use `ask`. What is typed is given to whoever asked, and kept nowhere."""

    def __init__(self, parent: QWidget | None, file_name: str, told: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Locked file"))
        self.words = QLabel(self.tr("“{name}” is locked. Type its passphrase.").format(name=file_name), self)
        self.words.setWordWrap(True)
        self.told = QLabel(told, self)
        self.told.setWordWrap(True)
        self.told.setProperty("problem", "hard")
        self.told.setVisible(bool(told))
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Passphrase"))
        self.field.setAccessibleDescription(told)
        self.shown = QCheckBox(self.tr("Show what is typed"), self)
        self.hint = QuietLabel(self.tr("Whoever gave you the file knows it. It cannot be found again."), self)
        self.hint.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.unlock = self.buttons.addButton(self.tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.unlock.setEnabled(False)
        self.unlock.setDefault(True)
        self._lay_out()
        self._connect()

    @classmethod
    def ask(cls, parent: QWidget | None, file_name: str, told: str = "") -> str | None:
        """The passphrase, or None when the person thought better of it. `told` says what was wrong with the last."""
        dialog = cls(parent, file_name, told)
        try:
            return dialog.field.text() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.field.clear()
            dialog.deleteLater()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(12)
        for part in (self.words, self.told, self.field, self.shown, self.hint):
            whole.addWidget(part)
        whole.addSpacing(8)
        whole.addWidget(self.buttons)
        self.setMinimumWidth(420)
        self.field.setFocus()

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda typed: self.unlock.setEnabled(bool(typed)))
        self.shown.toggled.connect(self._show)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)
