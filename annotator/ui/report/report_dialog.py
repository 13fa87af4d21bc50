"""Asks for a report: what it is about, with what in it, as which format and where to; its beginning stands beside."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
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
    QVBoxLayout,
    QWidget,
)

from annotator.core.report import Block, Kind, Mark
from annotator.core.report_article import ReportOptions
from annotator.ui.export.choices import FormatChoice, is_there, target_path, with_extension
from annotator.ui.lines import number
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.report.choices import Asked, Offered, ReportChoice, Scope
from annotator.ui.report.preview import Preview
from annotator.ui.report.words import kind_description, kind_title

_LOOK_AFTER_MILLISECONDS = 150
_KINDS = (Kind.ARTICLE, Kind.LIBEL, Kind.CORRECTIONS, Kind.GOLD, Kind.AGREEMENT)
_FORM_WIDTH = 390


class ReportDialog(QDialog):
    """Remembers nothing from one time to the next.

    Signals:
        look_wanted: an Asked; show its beginning.
        chosen: a ReportChoice; write it.
    """

    look_wanted = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None, formats: Sequence[FormatChoice], offered: Offered) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report"))
        self._formats = tuple(formats)
        self.kind_box, self.format_box = QComboBox(self), QComboBox(self)
        for kind in _KINDS:
            self.kind_box.addItem(kind_title(kind), kind)
        for choice in self._formats:
            self.format_box.addItem(choice.title, choice.id)
        self._about = QuietLabel("", self)
        self.scopes = {
            Scope.OPEN: QRadioButton(self.tr("The open article"), self),
            Scope.LISTED: QRadioButton(self._listed_words(offered.listed), self),
            Scope.ALL: QRadioButton(self._all_words(offered.all), self),
        }
        self.text = QCheckBox(self.tr("The articles’ full text"), self)
        self.attributes = QCheckBox(self.tr("What is known of each passage"), self)
        self.notes = QCheckBox(self.tr("Notes"), self)
        self.held = QCheckBox(self._held_words(offered.held), self)
        self._masked = QuietLabel(self._masked_words(offered.protected), self)
        self.target = QLineEdit(self)
        self._browse = QPushButton(self.tr("Browse…"), self)
        self._replaces = QuietLabel("", self)
        self.preview = Preview(self)
        self._state = QuietLabel("", self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._write = self._buttons.addButton(self.tr("Write"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._soon = QTimer(self, interval=_LOOK_AFTER_MILLISECONDS, singleShot=True)
        self._dress(offered)
        self._lay_out()
        self._connect()
        self._follow_kind()

    def asked(self) -> Asked:
        """What is chosen at the moment, whatever the format and file."""
        options = ReportOptions(self.text.isChecked(), self.attributes.isChecked(), self.notes.isChecked())
        scope = next((scope for scope, button in self.scopes.items() if button.isChecked()), Scope.ALL)
        kind = Kind(self.kind_box.currentData())
        return Asked(kind, Scope.ALL if kind is Kind.AGREEMENT else scope, options, self.held.isChecked())

    def choice(self) -> ReportChoice | None:
        """What is chosen at the moment; None while no file is named."""
        target = target_path(self.target.text(), self._format())
        return ReportChoice(self.asked(), self._format().id, target) if target else None

    def show_beginning(self, blocks: Sequence[Block], marks: Sequence[Mark], parts: int) -> None:
        """Show the beginning of a report that has so many parts."""
        self.preview.show_blocks(blocks, marks)
        words = self.tr("The beginning, as it will stand on paper; {count} parts in all.")
        one = self.tr("The beginning, as it will stand on paper.")
        self._state.setText(words.format(count=number(parts)) if parts > 1 else one)

    def show_refusal(self, words: str) -> None:
        """Say why there is nothing to look at."""
        self.preview.clear()
        self._state.setText(words)

    def state(self) -> str:
        """What is said under the look at the report."""
        return self._state.text()

    def _dress(self, offered: Offered) -> None:
        self.target.setPlaceholderText(self.tr("Where to"))
        for label in (self._about, self._masked, self._replaces, self._state):
            label.setWordWrap(True)
        for part, name in (
            (self.kind_box, self.tr("What the report is about")),
            (self.format_box, self.tr("Format")),
            (self.target, self.tr("File")),
            (self._about, self.tr("What it holds")),
        ):
            part.setAccessibleName(name)
        for box in (self.text, self.attributes, self.notes):
            box.setChecked(True)
        self.scopes[Scope.OPEN].setEnabled(bool(offered.open_title))
        self.scopes[Scope.OPEN].setToolTip(offered.open_title)
        self.scopes[Scope.LISTED].setVisible(0 < offered.listed < offered.all)
        self.scopes[Scope.OPEN if offered.open_title else Scope.ALL].setChecked(True)
        self.held.setVisible(offered.held > 0)
        self._masked.setVisible(offered.protected > 0)
        self._write.setDefault(True)

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.target, 1)
        where.addWidget(self._browse)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Report"), self.kind_box)
        form.addRow("", self._about)
        for place, (words, button) in enumerate(zip((self.tr("Articles"), "", ""), self.scopes.values(), strict=True)):
            form.addRow(words if place == 0 else "", button)
        form.addRow(self.tr("With it"), self.text)
        for box in (self.attributes, self.notes, self.held):
            form.addRow("", box)
        form.addRow("", self._masked)
        form.addRow(self.tr("Format"), self.format_box)
        form.addRow(self.tr("File"), where)
        form.addRow("", self._replaces)
        left, right = QWidget(self), QVBoxLayout()
        left.setLayout(form)
        left.setFixedWidth(_FORM_WIDTH)
        form.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(6)
        right.addWidget(self.preview, 1)
        right.addWidget(self._state)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(left)
        columns.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(16)
        whole.addLayout(columns, 1)
        whole.addWidget(self._buttons)
        self.resize(980, 640)

    def _connect(self) -> None:
        self.kind_box.currentIndexChanged.connect(self._follow_kind)
        self.format_box.currentIndexChanged.connect(self._follow_target)
        self.target.textChanged.connect(self._follow_target)
        for button in (*self.scopes.values(), self.text, self.attributes, self.notes, self.held):
            button.toggled.connect(lambda: self._soon.start())
        self._browse.clicked.connect(self._ask_target)
        self._soon.timeout.connect(lambda: self.look_wanted.emit(self.asked()))
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)

    def _follow_kind(self) -> None:
        """What is offered follows from what the report is about."""
        kind = Kind(self.kind_box.currentData())
        self._about.setText(kind_description(kind))
        of_articles = kind is not Kind.AGREEMENT
        for part in (*self.scopes.values(), self.attributes, self.notes):
            part.setEnabled(of_articles and (part is not self.scopes[Scope.OPEN] or bool(part.toolTip())))
        self.text.setEnabled(kind in (Kind.ARTICLE, Kind.LIBEL, Kind.GOLD))
        self._follow_target()
        self._soon.start()

    def _follow_target(self) -> None:
        target = target_path(self.target.text(), self._format())
        replaces = is_there(target)
        self._replaces.setText(self.tr("There is a file of this name; it will be replaced.") if replaces else "")
        self._replaces.setVisible(replaces)
        self._write.setText(self.tr("Replace") if replaces else self.tr("Write"))
        self._write.setEnabled(target is not None)

    def _accept(self) -> None:
        if choice := self.choice():
            self.chosen.emit(choice)
            self.accept()

    def _format(self) -> FormatChoice:
        return self._formats[max(0, self.format_box.currentIndex())]

    def _ask_target(self) -> None:
        chosen = self._format()
        pattern = " ".join(f"*{extension}" for extension in chosen.extensions)
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write the report to"), self.target.text(), f"{chosen.title} ({pattern})"
        )
        if path:
            self.target.setText(str(with_extension(Path(path), chosen)))

    def _listed_words(self, count: int) -> str:
        if count == 1:
            return self.tr("The article that the list shows")
        return self.tr("The {count} articles that the list shows").format(count=number(count))

    def _all_words(self, count: int) -> str:
        if count == 1:
            return self.tr("The one article of the project")
        return self.tr("All {count} articles").format(count=number(count))

    def _held_words(self, count: int) -> str:
        if count == 1:
            return self.tr("The article on hold, too")
        return self.tr("The {count} articles on hold, too").format(count=number(count))

    def _masked_words(self, count: int) -> str:
        if count == 1:
            return self.tr("The name of the protected source is blacked out wherever it stands.")
        words = self.tr("The names of the {count} protected sources are blacked out wherever they stand.")
        return words.format(count=number(count))
