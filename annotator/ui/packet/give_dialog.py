"""Asks which articles are to be given to whom, how much of others' work goes with them, and where the file is put."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.packets import ENDING
from annotator.ui.lines import number, one_line
from annotator.ui.packet.choices import Gift, Offer, Which, usual_name, with_ending
from annotator.ui.packet.passphrase_box import PassphraseBox
from annotator.ui.quiet_label import QuietLabel

_GAP = 2
"""Pixels between groups of rows, beside what is between all rows."""
_LOW, _HIGH = 560, 690


class GiveDialog(QDialog):
    """Use `ask`. It remembers nothing from one time to the next."""

    def __init__(self, parent: QWidget | None, offer: Offer, folder: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Give articles away"))
        self._offer, self._folder = offer, folder
        self._named = False  # the person has chosen the file's name
        self.recipient = QComboBox(self)
        self.this_one = QRadioButton(self.tr("The open article"), self)
        self.listed = QRadioButton(self._count_words(offer.listed, self.tr("in the list, as it is filtered")), self)
        self.assigned = QRadioButton(self.tr("What somebody was asked to read:"), self)
        self.all_articles = QRadioButton(self._all_words(offer.total), self)
        self.who = QComboBox(self)
        self.blind = QRadioButton(self.tr("Blind: nobody else’s work"), self)
        self.readings = QRadioButton(self.tr("With what everybody has said of them"), self)
        self.contacts = QCheckBox(self.tr("Also who was asked for a reply"), self)
        self.originals = QCheckBox(self.tr("The files that the articles were loaded from"), self)
        self.held = QCheckBox(self.tr("What is withheld, under an embargo or off the record"), self)
        self.protected = QCheckBox(self.tr("Names of protected sources, which are blacked out otherwise"), self)
        self.lock = PassphraseBox(self)
        self.target = QLineEdit(self)
        self._browse = QPushButton(self.tr("Browse…"), self)
        self._says = QuietLabel("", self)
        self._says.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.give = self._buttons.addButton(self.tr("Make the packet"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._dress()
        self._lay_out()
        self._connect()
        self._follow()

    @classmethod
    def ask(cls, parent: QWidget | None, offer: Offer, folder: Path) -> Gift | None:
        """What is to be given, or None when the person thought better of it."""
        dialog = cls(parent, offer, folder)
        try:
            return dialog.gift() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.lock.clear()
            dialog.deleteLater()

    def gift(self) -> Gift | None:
        """What is chosen at the moment; None while something is still to be said."""
        name, target = self.recipient.currentText().strip(), self._target()
        if not name or target is None or target.exists() or not self.lock.is_settled:
            return None
        which = self._which()
        with_readings = self.readings.isChecked()
        return Gift(
            which=which,
            of=self.who.currentData() if which is Which.ASSIGNED else "",
            recipient=name,
            target=target,
            with_readings=with_readings,
            with_contacts=with_readings and self.contacts.isChecked(),
            with_originals=self.originals.isChecked(),
            with_protected=self.protected.isChecked(),
            with_held=self.held.isChecked(),
            passphrase=self.lock.passphrase,
        )

    def says(self) -> str:
        """What still lacks, or what will happen, as it is shown."""
        return self._says.text()

    def _dress(self) -> None:
        offer = self._offer
        self.recipient.setEditable(True)
        self.recipient.addItems(list(offer.people))
        self.recipient.setCurrentText("")
        if field := self.recipient.lineEdit():
            field.setPlaceholderText(self.tr("Name, as it is to stand beside their work"))
        for name, count in offer.assigned:
            words = self.tr("{name}: 1 article") if count == 1 else self.tr("{name}: {count} articles")
            self.who.addItem(words.format(name=one_line(name), count=number(count)), name)
        self.this_one.setToolTip(offer.open_title)
        self.this_one.setVisible(bool(offer.open_title))
        self.listed.setVisible(0 < offer.listed < offer.total)
        self.assigned.setVisible(bool(offer.assigned))
        self.who.setVisible(bool(offer.assigned))
        self.held.setVisible(offer.held > 0)
        self.protected.setVisible(offer.protected > 0)
        self.blind.setToolTip(self.tr("They see nobody’s work on these articles before they hand in, here as well."))
        names: tuple[tuple[QWidget, str], ...] = (
            (self.recipient, self.tr("For whom")),
            (self.who, self.tr("Whose articles")),
            (self.target, self.tr("File")),
        )
        for part, name in names:
            part.setAccessibleName(name)
        self._groups = [
            self._group(self.this_one, self.listed, self.assigned, self.all_articles),
            self._group(self.blind, self.readings),
        ]
        self.all_articles.setChecked(True)
        self.blind.setChecked(True)
        self.give.setDefault(True)

    def _group(self, *buttons: QRadioButton) -> QButtonGroup:
        group = QButtonGroup(self)
        for button in buttons:
            group.addButton(button)
        return group

    def _lay_out(self) -> None:
        asked, where = QHBoxLayout(), QHBoxLayout()
        asked.addWidget(self.assigned)
        asked.addWidget(self.who, 1)
        where.setSpacing(8)
        where.addWidget(self.target, 1)
        where.addWidget(self._browse)
        inside = QWidget(self)
        form = QFormLayout(inside)
        form.setContentsMargins(0, 0, 8, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(6)
        form.addRow(self.tr("For"), self.recipient)
        self._rows(form, self.tr("Articles"), (self.this_one, self.listed, asked, self.all_articles))
        self._rows(form, self.tr("Work"), (self.blind, self.readings, _indented(self.contacts)))
        self._rows(form, self.tr("With them"), (self.originals, self.held, self.protected))
        self._rows(form, self.tr("File"), (where,))
        self._rows(form, "", (self.lock,))
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(8)
        whole.addWidget(area, 1)
        whole.addWidget(self._says)
        whole.addWidget(self._buttons)
        self.resize(680, _LOW)

    def _rows(self, form: QFormLayout, title: str, parts: Sequence[QWidget | QHBoxLayout]) -> None:
        """Rows under one title, without those that are not offered."""
        form.addItem(QSpacerItem(0, _GAP))
        for part in parts:
            if isinstance(part, QWidget) and part.isHidden():
                continue
            if isinstance(part, QHBoxLayout) and not self._offer.assigned and part.indexOf(self.who) >= 0:
                continue
            form.addRow(title, part)
            title = ""

    def _connect(self) -> None:
        for button in (*self._groups[0].buttons(), *self._groups[1].buttons()):
            button.toggled.connect(self._follow)
        self.who.activated.connect(lambda _row: self.assigned.setChecked(True))
        self.who.currentIndexChanged.connect(self._follow)
        self.recipient.editTextChanged.connect(self._name_file)
        self.recipient.editTextChanged.connect(self._follow)
        self.target.textEdited.connect(self._note_name)
        self.target.textChanged.connect(self._follow)
        self.lock.changed.connect(self._follow)
        self.lock.wanted.toggled.connect(self._make_room)
        self._browse.clicked.connect(self._ask_target)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _make_room(self, locked: bool) -> None:
        """The fields for the passphrase are seen without a scroll, where the screen has room for them."""
        if locked:
            self.resize(self.width(), max(self.height(), _HIGH))

    def _note_name(self, typed: str) -> None:
        self._named = bool(typed)

    def _name_file(self, name: str) -> None:
        if not self._named:
            self.target.setText(str(self._folder / usual_name(name)) if name.strip() else "")

    def _follow(self) -> None:
        self.contacts.setEnabled(self.readings.isChecked())
        self.give.setEnabled(self.gift() is not None)
        self._says.setText(self._words())

    def _words(self) -> str:
        name, target = one_line(self.recipient.currentText()), self._target()
        if not name:
            return self.tr("Say for whom the packet is.")
        if target is None:
            return self.tr("Say where to put the file.")
        if target.exists():
            return self.tr("There is a file of this name, which may hold somebody’s work. Choose another name.")
        if not self.lock.is_settled:
            return self.tr("Type the passphrase twice.")
        if self.blind.isChecked():
            words = self.tr("{name} sees nobody else’s work on these articles before handing them in, here as well.")
        else:
            words = self.tr("{name} sees what everybody has said of these articles.")
        return words.format(name=name)

    def _which(self) -> Which:
        ways = ((self.this_one, Which.OPEN), (self.listed, Which.LISTED), (self.assigned, Which.ASSIGNED))
        return next((which for button, which in ways if button.isChecked()), Which.ALL)

    def _target(self) -> Path | None:
        typed = self.target.text().strip()
        if not typed:
            return None
        path = Path(typed).expanduser()
        return with_ending(path if path.is_absolute() else self._folder / path)

    def _ask_target(self) -> None:
        pattern = self.tr("Packets (*{ending})").format(ending=ENDING)
        start = self.target.text() or str(self._folder / usual_name(self.recipient.currentText()))
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Put the packet"), start, pattern)
        if path:
            self._named = True
            self.target.setText(str(with_ending(Path(path))))

    def _count_words(self, count: int, words: str) -> str:
        some = self.tr("1 article") if count == 1 else self.tr("{count} articles").format(count=number(count))
        return f"{some} {words}"

    def _all_words(self, count: int) -> str:
        if count == 1:
            return self.tr("The one article of the project")
        return self.tr("All {count} articles").format(count=number(count))


def _indented(part: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addSpacing(24)
    line.addWidget(part, 1)
    return line
