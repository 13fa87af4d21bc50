"""The dialog in which a contact is noted: when, whom, how, until when, and what came back."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.core.records import ContactRecord
from annotator.core.times import iso_time, time_refusal
from annotator.ui.quiet_label import QuietLabel

_LINES = 3


class LogDialog(QDialog):
    """A new contact, or one that is changed.

    Signals:
        noted: the details as a dict, with the fields of a contact.
    """

    noted = Signal(dict)

    def __init__(self, parent: QWidget | None = None, contact: ContactRecord | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change the contact") if contact else self.tr("Note a contact"))
        self.at, self.person, self.channel = QLineEdit(self), QLineEdit(self), QComboBox(self)
        self.deadline, self.answered_at = QLineEdit(self), QLineEdit(self)
        self.answer, self.note = QPlainTextEdit(self), QPlainTextEdit(self)
        self.problem = QLabel(self)
        self.buttons = QDialogButtonBox(self)
        self._fill(contact)
        self._lay_out()
        for field in (self.at, self.deadline, self.answered_at):
            field.textChanged.connect(self._check)
        self.buttons.accepted.connect(self._note)
        self.buttons.rejected.connect(self.reject)
        self._check()

    def details(self) -> dict[str, str]:
        """What is noted, as it was typed."""
        return {
            "at": self.at.text(),
            "person": self.person.text(),
            "channel": self.channel.currentText(),
            "deadline": self.deadline.text(),
            "answered_at": self.answered_at.text(),
            "answer": self.answer.toPlainText(),
            "note": self.note.toPlainText(),
        }

    def _fill(self, contact: ContactRecord | None) -> None:
        self.channel.setEditable(True)
        ways = (self.tr("phone"), self.tr("e-mail"), self.tr("message"), self.tr("letter"), self.tr("in person"))
        self.channel.addItems(["", *ways])
        self.channel.setCurrentText(contact.channel if contact else "")
        self.at.setText(datetime.now().astimezone().date().isoformat())
        for field in (self.deadline, self.answered_at):
            field.setPlaceholderText(self.tr("2026-05-04, or 2026-05-04 18:00"))
        for area in (self.answer, self.note):
            area.setTabChangesFocus(True)
            area.setFixedHeight(area.fontMetrics().lineSpacing() * _LINES + 18)
        if contact:
            self.person.setText(contact.person)
            self.deadline.setText(_typed(contact.deadline))
            self.answered_at.setText(_typed(contact.answered_at))
            self.at.setText(_typed(contact.at))
            self.answer.setPlainText(contact.answer)
            self.note.setPlainText(contact.note)

    def _lay_out(self) -> None:
        form = QFormLayout()
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("&When"), self.at),
            (self.tr("Wh&om"), self.person),
            (self.tr("&How"), self.channel),
            (self.tr("&Deadline"), self.deadline),
            (self.tr("&Answered on"), self.answered_at),
            (self.tr("Answe&r"), self.answer),
            (self.tr("&Note"), self.note),
        )
        for words, field in rows:
            form.addRow(words, field)
            field.setAccessibleName(words.replace("&", ""))
        self.problem.setWordWrap(True)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.problem.setMinimumHeight(2 * self.problem.fontMetrics().lineSpacing() + 2)  # or the fields would move
        save = self.buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        whole = QVBoxLayout(self)
        whole.addLayout(form)
        whole.addWidget(QuietLabel(self.tr("Only what you note here is kept; nobody is contacted."), self))
        whole.addWidget(self.problem)
        whole.addWidget(self.buttons)
        self.setMinimumWidth(460)

    def _refusal(self) -> str:
        """What is wrong with what was typed; "" when nothing is."""
        if not self.at.text().strip():
            return self.tr("Say when somebody was asked.")
        for field in (self.at, self.deadline, self.answered_at):
            if field.text().strip() and iso_time(field.text()) is None:
                return time_refusal(field.text())
        return ""

    def _check(self) -> None:
        words = self._refusal()
        self.problem.setText(words)
        for button in self.buttons.buttons():
            if self.buttons.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole:
                button.setEnabled(not words)

    def _note(self) -> None:
        if not self._refusal():
            self.noted.emit(self.details())
            self.accept()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)


def _typed(iso: str) -> str:
    """An ISO time as one types it."""
    return iso.replace("T", " ", 1)
