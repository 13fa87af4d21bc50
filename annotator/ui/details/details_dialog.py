"""The form of an article's details; what cannot be kept, or looks wrong, is said under its field."""

from collections.abc import Sequence
from dataclasses import asdict

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.language import UNKNOWN
from annotator.core.records import Status
from annotator.operations.details import DETECT, Details
from annotator.ui import fonts
from annotator.ui.details.remarks import read_printed, refusals, remarks
from annotator.ui.details.words_field import WordsField
from annotator.ui.language_picker import LanguagePicker
from annotator.ui.lines import isolated_language
from annotator.ui.quiet_label import QuietLabel

_WIDTH = 620
_NOTE_LINES = 3


class DetailsDialog(QDialog):
    """Use `ask`. `fields` hold the lines by their name in `Details`; `changes` is what a person has changed."""

    def __init__(
        self, parent: QWidget | None, details: Details, languages: Sequence[str] = (), *, older_version: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Details of the article"))
        fonts.load_fonts_for(" ".join((details.title, details.outlet, details.byline, details.source_note)))
        self._start = {name: str(value) for name, value in asdict(details).items()}
        self._languages = tuple(languages)
        self._language_now = details.language
        self._read = read_printed(details.published, details.language)
        self.fields = {name: WordsField(self._start[name], words, self) for name, words in self._lines().items()}
        self.language = QPushButton(self)
        self.status = QComboBox(self)
        self.source_note = QPlainTextEdit(details.source_note, self)
        self._notes = {name: self._note() for name in self._start}
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.save = self._buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._dress(older_version=older_version)
        self._lay_out()
        self._show_language()
        self._follow()
        self.fields["title"].setFocus(Qt.FocusReason.TabFocusReason)

    @classmethod
    def ask(
        cls, parent: QWidget | None, details: Details, languages: Sequence[str] = (), *, older_version: bool = False
    ) -> dict[str, str] | None:
        """What a person changed (field -> value), None when they thought better of it.

        `languages` are those of the project, the commonest first. In an `older_version` the language is left alone.
        """
        dialog = cls(parent, details, languages, older_version=older_version)
        try:
            return dialog.changes() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def values(self) -> dict[str, str]:
        """What stands in the form."""
        lines = {name: field.text() for name, field in self.fields.items()}
        rest = {
            "language": self._language_now,
            "status": str(self.status.currentData()),
            "source_note": self.source_note.toPlainText(),
        }
        return {name: {**lines, **rest}[name] for name in self._start}

    def changes(self) -> dict[str, str]:
        """What differs from what was there."""
        return {name: value for name, value in self.values().items() if value != self._start[name]}

    def note(self, name: str) -> str:
        """What is said under a field."""
        return self._notes[name].text()

    def _lines(self) -> dict[str, str]:
        return {
            "title": self.tr("Title"),
            "outlet": self.tr("Outlet"),
            "byline": self.tr("Byline"),
            "published": self.tr("Published, as printed"),
            "published_at": self.tr("Published on"),
            "url": self.tr("Address"),
            "embargo_until": self.tr("Embargo until"),
        }

    def _note(self) -> QuietLabel:
        label = QuietLabel("", self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.hide()
        return label

    def _dress(self, *, older_version: bool) -> None:
        names = {
            Status.USABLE: self.tr("Usable"),
            Status.WITHHELD: self.tr("Withheld"),
            Status.CANCELLED: self.tr("Cancelled"),
        }
        for status, words in names.items():
            self.status.addItem(words, status.value)
        self.status.setCurrentIndex(self.status.findData(self._start["status"]))
        self.status.setAccessibleName(self.tr("Status"))
        self.source_note.setAccessibleName(self.tr("Source note"))
        self.source_note.setTabChangesFocus(True)
        self.source_note.setFixedHeight(_NOTE_LINES * self.fontMetrics().lineSpacing() + 16)
        for name in ("published_at", "embargo_until"):
            self.fields[name].setPlaceholderText(self.tr("2025-07-04 or 2025-07-04T21:35:00+07:00"))
        self.language.setEnabled(not older_version)
        self.language.clicked.connect(self._choose_language)
        self.save.setDefault(True)
        for name, field in self.fields.items():
            field.textChanged.connect(self._printed_changed if name == "published" else self._follow)
        self.status.currentIndexChanged.connect(self._follow)
        self.source_note.textChanged.connect(self._follow)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        widgets: dict[str, QWidget] = {
            **self.fields,
            "language": self.language,
            "status": self.status,
            "source_note": self.source_note,
        }
        titles = self._lines() | {
            "language": self.tr("Language"),
            "status": self.tr("Status"),
            "source_note": self.tr("Source note"),
        }
        before: QWidget | None = None
        for name in self._start:
            form.addRow(titles[name], self._with_note(widgets[name], self._notes[name]))
            if before:
                self.setTabOrder(before, widgets[name])
            before = widgets[name]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(16)
        whole.addLayout(form)
        whole.addStretch(1)
        whole.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)

    def _with_note(self, field: QWidget, note: QuietLabel) -> QVBoxLayout:
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(field)
        both.addWidget(note)
        return both

    def _follow(self) -> None:
        """Say under each field what is to be said; what cannot be kept keeps the form open."""
        values = self.values()
        refused = refusals({name: value for name, value in values.items() if value != self._start[name]})
        told = {**remarks(values), **refused}
        for name, label in self._notes.items():
            words = told.get(name, "")
            if words != label.text():
                label.setText(words)
                label.setVisible(bool(words))
                self._describe(name, words)
        self.save.setEnabled(not refused)

    def _describe(self, name: str, words: str) -> None:
        """Tell a screen reader, too."""
        field = self.fields.get(name) or {"language": self.language, "status": self.status}.get(name)
        if field:
            field.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(field, QAccessible.Event.DescriptionChanged))

    def _printed_changed(self) -> None:
        """The day that is printed is written in the field below, unless a person has written another there."""
        read = read_printed(self.fields["published"].text(), self._language_now)
        at = self.fields["published_at"]
        if at.text() in ("", self._read):
            at.setText(read)
        self._read = read
        self._follow()

    def _choose_language(self) -> None:
        picker = LanguagePicker(self._language_now or UNKNOWN, self._languages, self)
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.language_chosen.connect(self._take_language)
        # A method: a lambda's own receiver is freed too early when the list is deleted on closing.
        picker.detection_requested.connect(self._detect_language)
        picker.open()

    def _detect_language(self) -> None:
        self._take_language(DETECT)

    def _take_language(self, language: str) -> None:
        self._language_now = language
        self._show_language()
        self._follow()

    def _show_language(self) -> None:
        words = isolated_language(self._language_now)
        if self._language_now == UNKNOWN:
            words = self.tr("Unknown")
        elif self._language_now == DETECT:
            words = self.tr("Detect again")
        self.language.setText(words)
        self.language.setAccessibleName(self.tr("Language: {language}").format(language=words))
