"""Asks for a reason, in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

_SIZE = (460, 240)


class ReasonDialog(QDialog):
    """A question, a field, and one button that is called as what is then done.

    Signals:
        given: the reason.
    """

    given = Signal(str)

    def __init__(self, parent: QWidget | None, title: str, question: str, button: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        asked = QLabel(question, self)
        asked.setWordWrap(True)
        self.words = QPlainTextEdit(self)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Reason"))
        self.words.textChanged.connect(self._typed)
        buttons = QDialogButtonBox(self)
        self.take = buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(asked)
        whole.addWidget(self.words, 1)
        whole.addWidget(buttons)
        self.take.setEnabled(False)
        self.resize(*_SIZE)

    def _typed(self) -> None:
        self.take.setEnabled(bool(self.words.toPlainText().strip()))

    def _give(self) -> None:
        self.accept()
        self.given.emit(self.words.toPlainText().strip())
