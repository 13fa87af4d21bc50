"""What is known of one source, changed in place: each field is kept as soon as it is left."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from annotator.core.records import SourceRecord
from annotator.ui.line_undo import LineUndo
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.sources.words import kind_words, naming_words, role_words
from annotator.ui.wrapped_line import WrappedLine

_SEPARATOR = ";"
_NOTE_LINES = 2
_LETTERS = 8  # that a choice needs room for; the list below it is as wide as its words


class NoteField(QPlainTextEdit):
    """A few lines. Signal `left`: the keyboard has gone elsewhere."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        edges = self.contentsMargins().top() + self.contentsMargins().bottom() + 2 * self.frameWidth()
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _NOTE_LINES + edges + 18)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class DetailsForm(QWidget):
    """The fields of a source.

    Signals:
        edited: what has been changed, by the name of its field.
    """

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: SourceRecord | None = None
        self._hidden = False
        self.name, self.aliases, self.note = QLineEdit(self), WrappedLine(self), NoteField(self)
        self.kind, self.naming, self.role = QComboBox(self), QComboBox(self), QComboBox(self)
        self.protected = QCheckBox(self.tr("Protected"), self)
        self._says = QuietLabel("", self)
        self._fill()
        self._lay_out()
        self._connect()
        self.show_source(None, "", hidden=False, writable=False)

    def show_source(self, source: SourceRecord | None, name: str, *, hidden: bool, writable: bool) -> None:
        """Show a source under `name`; `hidden`: it is protected, and its names are not to be seen."""
        same = source is not None and self._source is not None and source.id == self._source.id
        self._source, self._hidden = source, hidden
        known = source or SourceRecord(id=None, name="")  # type: ignore[arg-type]  # blank fields
        aliases = f"{_SEPARATOR} ".join(known.aliases)
        fields: tuple[tuple[QLineEdit | WrappedLine, str], ...]
        fields = ((self.name, name), (self.aliases, "" if hidden else aliases))
        for field, words in fields:
            if not (same and field.hasFocus() and field.isModified()):  # else somebody is typing there
                field.setText(words)
            field.setReadOnly(hidden or not writable)
        if not self.name.isModified():
            self.name.setCursorPosition(0)  # of what is long the beginning is seen
        note = "" if hidden else known.note
        if self.note.toPlainText().rstrip() != note and not (same and self.note.hasFocus()):
            self.note.setPlainText(note)
        self.note.setReadOnly(hidden or not writable)
        for box, value in ((self.kind, known.kind), (self.naming, known.naming), (self.role, known.role)):
            box.setCurrentIndex(box.findData(value))
        with QSignalBlocker(self.protected):
            self.protected.setChecked(known.protected)
        for choice in (self.kind, self.naming, self.role, self.protected):
            choice.setEnabled(writable)
        self._says.setText(self._hint(known))
        self._says.setVisible(bool(self._says.text()))
        self.setEnabled(source is not None)

    def edit_name(self) -> None:
        """To the name, to write another one over it."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def commit(self) -> None:
        """Keep what is half typed."""
        self._commit_name()
        self._commit_aliases()
        self._commit_note()

    def _hint(self, source: SourceRecord) -> str:
        if self._hidden:
            return self.tr("The names are hidden. “Show protected names” shows them, and lets you change them.")
        if source.protected:
            return self.tr(
                "Names and aliases are blacked out in exports, logs and window titles. Add other spellings and short "
                "forms as aliases: the program cannot know them."
            )
        return ""

    def _commit_name(self) -> None:
        if self._source and not self._hidden and self.name.text() != self._source.name:
            self.name.setModified(False)
            self.edited.emit({"name": self.name.text()})

    def _commit_aliases(self) -> None:
        if self._source and not self._hidden:
            aliases = [alias.strip() for alias in self.aliases.text().split(_SEPARATOR) if alias.strip()]
            if aliases != list(self._source.aliases):
                self.aliases.setModified(False)
                self.edited.emit({"aliases": aliases})

    def _commit_note(self) -> None:
        if self._source and not self._hidden and self.note.toPlainText().rstrip() != self._source.note:
            self.edited.emit({"note": self.note.toPlainText()})

    def _commit_choice(self, field: str, box: QComboBox) -> None:
        chosen: Any = box.currentData()
        if self._source and chosen != getattr(self._source, field):
            self.edited.emit({field: chosen})

    def _fill(self) -> None:
        for box, words in ((self.kind, kind_words()), (self.naming, naming_words()), (self.role, role_words())):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LETTERS)
            for value, title in words.items():
                box.addItem(title, str(value))
        self.aliases.setPlaceholderText(self.tr("Other names, with ; between them"))
        self.note.setPlaceholderText(self.tr("Note"))
        self.protected.setToolTip(self.tr("The name leaves in no export and stands in no log or window title"))
        self._says.setWordWrap(True)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        rows: tuple[tuple[tuple[str, QWidget], ...], ...] = (
            ((self.tr("&Name"), self.name),),
            ((self.tr("&Aliases"), self.aliases),),
            ((self.tr("&Kind"), self.kind), (self.tr("Nam&ing"), self.naming)),
            ((self.tr("&Role"), self.role),),
            ((self.tr("N&ote"), self.note),),
        )
        for at, row in enumerate(rows):
            for place, (words, field) in enumerate(row):
                label = QLabel(words, self)
                label.setBuddy(field)
                field.setAccessibleName(words.replace("&", ""))
                grid.addWidget(label, at, 2 * place)
                grid.addWidget(field, at, 2 * place + 1, 1, 1 if len(row) > 1 or field is self.role else 3)
        grid.addWidget(self.protected, 3, 3)
        grid.addWidget(self._says, len(rows), 1, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def _connect(self) -> None:
        for line in (self.name, self.aliases):
            LineUndo(line)
        self.name.editingFinished.connect(self._commit_name)
        self.aliases.finished.connect(self._commit_aliases)
        self.note.left.connect(self._commit_note)
        for field, box in (("kind", self.kind), ("naming", self.naming), ("role", self.role)):
            box.activated.connect(lambda _index, field=field, box=box: self._commit_choice(field, box))
        self.protected.clicked.connect(lambda on: self.edited.emit({"protected": on}))
