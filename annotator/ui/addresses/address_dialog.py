"""Asks which addresses to load, and says whom that contacts before it happens."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import AnnotatorError
from annotator.operations import addresses
from annotator.ui.addresses.contact_words import contact_words
from annotator.ui.quiet_label import QuietLabel

_WIDTH = 560
_LINES = 5


@dataclass(frozen=True, slots=True)
class AddressChoice:
    """The addresses to load, and the hosts of one's own network that may be contacted."""

    urls: tuple[str, ...]
    allowed_hosts: tuple[str, ...]


class AddressDialog(QDialog):
    """Use `ask`. It asks nothing of the network itself."""

    def __init__(self, parent: QWidget | None, text: str = "", allowed_hosts: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Load from an address"))
        self.field = QPlainTextEdit(text, self)
        self.hosts = QLineEdit(", ".join(allowed_hosts), self)
        self.told = QLabel(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.load = self._buttons.addButton(self.tr("Load"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._dress()
        self._lay_out()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow()

    @classmethod
    def ask(cls, parent: QWidget | None, text: str, allowed_hosts: Sequence[str]) -> AddressChoice | None:
        """What to load, or None when the person thought better of it. `text` stands in the field at first."""
        dialog = cls(parent, text, allowed_hosts)
        try:
            return dialog.choice() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def choice(self) -> AddressChoice:
        """What is chosen at the moment."""
        hosts = self.hosts.text().replace(",", " ").split()
        return AddressChoice(tuple(addresses.addresses_in(self.field.toPlainText())), tuple(dict.fromkeys(hosts)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the field loads what stands there; a new line is Shift+Enter's."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.load.click()
                return True
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """Say whom it contacts, or what is wrong with what is typed."""
        choice = self.choice()
        wrong = self._what_is_wrong(choice)
        self.load.setEnabled(bool(choice.urls) and not wrong)
        words = wrong or contact_words(addresses.contacts(choice.urls), len(choice.urls))
        self.told.setText(words or self.tr("Nothing is contacted before you choose Load."))
        self.load.setAccessibleDescription(self.told.text())

    def _what_is_wrong(self, choice: AddressChoice) -> str:
        for number, url in enumerate(choice.urls, 1):
            try:
                addresses.check_address(url)
            except AnnotatorError as error:
                line = self.tr("Address {n}:").format(n=number)
                return f"{line} {error}" if len(choice.urls) > 1 else str(error)
        try:
            addresses.rules_for(choice.allowed_hosts)
        except AnnotatorError as error:
            return str(error)
        return ""

    def _dress(self) -> None:
        self.field.setAccessibleName(self.tr("Addresses, one a line"))
        self.field.setPlaceholderText(self.tr("https://"))
        self.field.setTabChangesFocus(True)
        self.field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as addresses are in every language
        self.field.installEventFilter(self)
        margins = 2 * round(self.field.document().documentMargin()) + 2 * self.field.frameWidth()
        self.field.setFixedHeight(_LINES * self.field.fontMetrics().lineSpacing() + margins)
        self.hosts.setAccessibleName(self.tr("Hosts of your own network that may be contacted"))
        self.hosts.setPlaceholderText(self.tr("none"))
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        # So that the window does not jump while somebody types.
        self.told.setMinimumHeight(4 * self.told.fontMetrics().lineSpacing())
        self.load.setDefault(True)
        self.field.textChanged.connect(self._follow)
        self.hosts.textChanged.connect(self._follow)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        hint = QuietLabel(
            self.tr(
                "One address a line (Shift+Enter begins a new one): of pages, of files, of feeds to choose from. "
                "Enter loads them."
            ),
            self,
        )
        hint.setWordWrap(True)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("Hosts of your own network that may be contacted, by name"), self.hosts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(16)
        whole.addWidget(self.field)
        whole.addWidget(hint)
        whole.addLayout(form)
        whole.addWidget(self.told, 1)
        whole.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)
