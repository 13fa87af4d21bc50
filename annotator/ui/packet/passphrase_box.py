"""Where a passphrase for a new file is typed: twice, with a word on how long it would hold."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.core.passphrases import Strength, strength_of
from annotator.ui.packet.words import forgotten_words
from annotator.ui.quiet_label import QuietLabel

_INDENT = 24


class PassphraseBox(QWidget):
    """A box to tick and, when it is ticked, two fields that must hold the same.

    Signals:
        changed: it was ticked, or something typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = QCheckBox(self.tr("Lock it with a passphrase"), self)
        self.first, self.second = QLineEdit(self), QLineEdit(self)
        for field in (self.first, self.second):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.first.setAccessibleName(self.tr("Passphrase"))
        self.second.setAccessibleName(self.tr("Passphrase, once more"))
        self.note = QuietLabel("", self)
        self.note.setWordWrap(True)
        self.warning = QuietLabel(forgotten_words(), self)
        self.warning.setWordWrap(True)
        self._fields = QWidget(self)
        self._lay_out()
        self.wanted.toggled.connect(self._follow)
        self.first.textChanged.connect(self._follow)
        self.second.textChanged.connect(self._follow)
        self._follow()

    @property
    def passphrase(self) -> str | None:
        """What was typed, None where the file is to stay unlocked."""
        return self.first.text() if self.wanted.isChecked() else None

    @property
    def is_settled(self) -> bool:
        """True when there is nothing left to type."""
        return not self.wanted.isChecked() or (bool(self.first.text()) and self.first.text() == self.second.text())

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()

    def _lay_out(self) -> None:
        form = QFormLayout(self._fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(6)
        form.addRow(self.tr("Passphrase"), self.first)
        form.addRow(self.tr("Once more"), self.second)
        form.addRow(self.note)
        form.addRow(self.warning)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self.wanted)
        below = QHBoxLayout()
        below.addSpacing(_INDENT)  # on the side where lines begin, whichever that is
        below.addWidget(self._fields, 1)
        whole.addLayout(below)

    def _follow(self) -> None:
        self._fields.setVisible(self.wanted.isChecked())
        self.note.setText(self._note())
        self.first.setAccessibleDescription(self.note.text())
        self.changed.emit()

    def _note(self) -> str:
        first, second = self.first.text(), self.second.text()
        if not first:
            return self.tr("Four or more words that do not belong together are long enough, and easy to tell by phone.")
        if second and first != second:
            return self.tr("The two are not the same yet.")
        return {
            Strength.WEAK: self.tr("Short: a computer tries all of these in days. Add words."),
            Strength.FAIR: self.tr("It holds against somebody curious, not against somebody with time. Add a word."),
            Strength.STRONG: self.tr("Long enough, if nobody could guess it."),
        }[strength_of(first)]
