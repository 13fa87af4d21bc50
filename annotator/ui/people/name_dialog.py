"""Asks for the name of somebody new in the project."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.ui.quiet_label import QuietLabel

_WIDTH = 420


class NameDialog(QDialog):
    """One field. What cannot be is said below it, and the dialog stays.

    Signals:
        named: the name that was typed, on Enter.
    """

    named = Signal(str)

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(self.tr("Name as it stands beside their tags"))
        self.problem = QLabel("", self)
        self.problem.setWordWrap(True)
        self.problem.setProperty("problem", "hard")
        hint = QuietLabel(self.tr("There is no password: whoever has the file can choose any name."), self)
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.take = buttons.addButton(self.tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(lambda: self.named.emit(self.name.text()))
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(12)
        for widget in (self.name, self.problem, hint):
            whole.addWidget(widget)
        whole.addStretch(1)
        whole.addWidget(buttons)
        self.problem.hide()
        self.setMinimumWidth(_WIDTH)
        self.take.setEnabled(False)
        self.name.textChanged.connect(self._typed)

    def refuse(self, words: str) -> None:
        """Say why this name cannot be."""
        self.problem.setText(words)
        self.problem.show()
        self.name.selectAll()
        self.name.setFocus()

    def _typed(self, words: str) -> None:
        self.take.setEnabled(bool(words.strip()))
        self.problem.hide()
