"""Asks which column of a table gives what of an article, and shows the first article as it would be read."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.formats.columns import FIELDS, TablePreview
from annotator.ui import fonts
from annotator.ui.lines import is_right_to_left, number, one_line
from annotator.ui.quiet_label import QuietLabel

_ROWS_SEEN = 4
_CELL = 200  # characters of a cell: more are never seen in a row
_COLUMN_WIDTH = 190
_HEADING = 60
_TEXT = 420
_COMBO_CHARACTERS = 18
_SIZE = (860, 600)


@dataclass(frozen=True, slots=True)
class ColumnsChoice:
    """What a person chose: field -> heading, and whether it holds for other tables with these headings."""

    columns: dict[str, str]
    remember: bool


class ColumnsDialog(QDialog):
    """Use `ask`. `boxes` hold the choice of each field, `table` the first rows, `first_text` how the text begins."""

    def __init__(
        self, parent: QWidget | None, name: str, preview: TablePreview, columns: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Columns of the table"))
        self._preview = preview
        shown = " ".join([*preview.headings, *(cell[:_CELL] for row in preview.rows for cell in row)])
        fonts.load_fonts_for(shown)
        self.table = self._rows()
        chosen = columns or preview.guess
        self.boxes = {field: self._box(field, chosen.get(field, "")) for field in FIELDS}
        self.first_title, self.first_text = QLabel(self), QLabel(self)
        self.remember = QCheckBox(self.tr("Remember this for tables with these headings"), self)
        self.remember.setChecked(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.load = self._buttons.addButton(self.tr("Load"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.load.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(name)
        self._follow()
        self.boxes["title" if "text" in self.columns() else "text"].setFocus(Qt.FocusReason.TabFocusReason)
        self.resize(*_SIZE)

    @classmethod
    def ask(
        cls, parent: QWidget | None, name: str, preview: TablePreview, columns: Mapping[str, str] | None = None
    ) -> ColumnsChoice | None:
        """Which column gives what, or None when the person thought better of it.

        `columns` are those of the last time; else what is guessed is offered.
        """
        dialog = cls(parent, name, preview, columns)
        try:
            return dialog.choice() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def choice(self) -> ColumnsChoice | None:
        """What is chosen at the moment; None while no column is the text."""
        columns = self.columns()
        return ColumnsChoice(columns, self.remember.isChecked()) if "text" in columns else None

    def columns(self) -> dict[str, str]:
        """Field -> heading, of the fields that a column gives."""
        return {field: str(box.currentData()) for field, box in self.boxes.items() if box.currentData()}

    def _field_words(self, field: str) -> str:
        return {
            "title": self.tr("Title"),
            "text": self.tr("Text"),
            "outlet": self.tr("Outlet"),
            "byline": self.tr("Byline"),
            "published": self.tr("Published"),
            "url": self.tr("Address"),
            "language": self.tr("Language"),
            "embargo_until": self.tr("Embargo until"),
            "status": self.tr("Status"),
            "source_note": self.tr("Source note"),
        }[field]

    def _box(self, field: str, chosen: str) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("(choose)") if field == "text" else self.tr("(none)"), "")
        for heading in self._preview.headings:
            box.addItem(one_line(heading, _HEADING), heading)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_COMBO_CHARACTERS)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setAccessibleName(self._field_words(field))
        box.currentIndexChanged.connect(self._follow)
        return box

    def _rows(self) -> QTableWidget:
        headings, rows = self._preview.headings, self._preview.rows
        table = QTableWidget(len(rows), len(headings), self)
        table.setHorizontalHeaderLabels([one_line(heading, _HEADING) for heading in headings])
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                item = QTableWidgetItem(one_line(cell, _CELL))
                side = Qt.AlignmentFlag.AlignRight if is_right_to_left(cell) else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(at, column, item)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)  # Tab leaves it
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultSectionSize(_COLUMN_WIDTH)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.setMinimumHeight((_ROWS_SEEN + 1) * table.verticalHeader().defaultSectionSize())
        table.setAccessibleName(self.tr("The first rows of the table"))
        return table

    def _follow(self) -> None:
        """Show the first article as these columns give it."""
        columns = self.columns()
        self.load.setEnabled("text" in columns)
        title, text = self._first(columns.get("title", "")), self._first(columns.get("text", ""))
        if "text" not in columns:
            self._show(self.first_title, "")
            self._show(self.first_text, self.tr("Choose which column is the text; the rest may stay empty."))
            return
        self._show(self.first_title, one_line(title, _CELL))
        beginning = one_line(text, _TEXT)
        empty = self.tr("This column is empty in the first rows.")
        self._show(self.first_text, f"{beginning} …" if len(text) > _TEXT else beginning or empty)

    def _first(self, heading: str) -> str:
        """What stands in a column, in the first row with something in it; the title of that same row."""
        row = self._first_row()
        if row is None or heading not in self._preview.headings:
            return ""
        return self._preview.rows[row][self._preview.headings.index(heading)]

    def _first_row(self) -> int | None:
        text = self.columns().get("text", "")
        if text not in self._preview.headings:
            return None
        at = self._preview.headings.index(text)
        return next((number for number, row in enumerate(self._preview.rows) if row[at].strip()), None)

    def _show(self, label: QLabel, words: str) -> None:
        label.setText(words)
        side = Qt.AlignmentFlag.AlignRight if is_right_to_left(words) else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)

    def _lay_out(self, name: str) -> None:
        words = self.tr("“{name}” is a table. Which column gives what? Each row becomes an article.")
        question = QLabel(words.format(name=one_line(name, _CELL)), self)
        question.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(question)
        whole.addWidget(self.table, 1)
        if len(self._preview.sheets) > 1:
            whole.addWidget(self._sheets())
        whole.addLayout(self._form())
        whole.addWidget(QuietLabel(self.tr("The first article"), self))
        for label, title in ((self.first_title, self.tr("Its title")), (self.first_text, self.tr("Its text"))):
            label.setTextFormat(Qt.TextFormat.PlainText)  # it is somebody else's
            label.setWordWrap(True)
            label.setAccessibleDescription(title)
            whole.addWidget(label)
        font = self.first_title.font()
        font.setBold(True)
        self.first_title.setFont(font)
        self.first_text.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        whole.addWidget(self.remember)
        whole.addWidget(self._buttons)

    def _sheets(self) -> QLabel:
        words = self.tr("The workbook has {count} sheets; every sheet with these headings is read.")
        label = QuietLabel(words.format(count=number(len(self._preview.sheets))), self)
        label.setWordWrap(True)
        return label

    def _form(self) -> QHBoxLayout:
        """The fields in two columns, read down first."""
        halves = QHBoxLayout()
        halves.setSpacing(24)
        fields = list(self.boxes)
        middle = (len(fields) + 1) // 2
        for part in (fields[:middle], fields[middle:]):
            form = QFormLayout()
            form.setHorizontalSpacing(12)
            form.setVerticalSpacing(8)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
            for field in part:
                form.addRow(self._field_words(field), self.boxes[field])
            halves.addLayout(form, 1)
        return halves
