"""What is chosen for some formats only; the others do not show it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from annotator.core.losses import Flat
from annotator.core.recipes import ExportRequest, Partition
from annotator.core.splits import PARTS, SHARES
from annotator.ui.export.choice_form import row_label
from annotator.ui.export.choices import FormatChoice
from annotator.ui.quiet_label import QuietLabel

_DATASET = "dataset"
_TABLES = frozenset({"csv", "tsv", "quotes", "claims"})
_LICENCES = ("CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-ND-4.0", "CC0-1.0")
_GREATEST_SEED = 2**31 - 1
_WHOLE = 100


class SpecialBox(QWidget):
    """Adds to a request what its format asks for besides.

    Signals:
        changed: something else is chosen now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flat, self.part, self.partition, self.licence = (QComboBox(self) for _ in range(4))
        self.shares = [QSpinBox(self) for _ in SHARES]
        self.seed = QSpinBox(self)
        self.earlier, self.find_earlier = QLineEdit(self), QPushButton(self.tr("Browse…"), self)
        self.lean = QCheckBox(self.tr("Without what restores a project"), self)
        self.mark = QCheckBox(self.tr("For Excel (byte order mark)"), self)
        self.parquet = QCheckBox(self.tr("Parquet in place of JSON Lines"), self)
        self.places_only = QCheckBox(self.tr("Places without the text"), self)
        self.no_parquet = QuietLabel(self.tr("What puts the text back in reads no Parquet."), self)
        self._fill()
        self._form = QFormLayout(self)
        self._dealt, self._earlier_row = QWidget(self), QWidget(self)
        self._choice: FormatChoice | None = None
        self._is_asked = self._is_marked = False
        self._lay_out()
        self._connect()

    def fit(self, choice: FormatChoice) -> None:
        """Show what this format asks for."""
        for part, name in (
            (self.flat, "flat"),
            (self.partition, "partition_by"),
            (self.licence, "licence"),
            (self.lean, "lean"),
            (self.parquet, "parquet"),
            (self.places_only, "without_text"),
        ):
            self._form.setRowVisible(part, name in choice.heeds)
        self._choice = choice
        self._form.setRowVisible(self.part, not self._is_dataset)
        self._follow()

    @property
    def _is_dataset(self) -> bool:
        return self._choice is not None and self._choice.id == _DATASET

    def add_to(self, request: ExportRequest) -> ExportRequest:
        """The request with what is chosen here; what its format does not ask for stays as usual."""
        there = {part: self._form.isRowVisible(part) for part in self._parts()}
        dealt = self._form.isRowVisible(self._dealt)
        part = str(self.part.currentData()) if there[self.part] else ""
        train, dev, test = (one.value() for one in self.shares)
        return replace(
            request,
            selection=replace(request.selection, split=part),
            flat=Flat(self.flat.currentData()) if there[self.flat] else Flat.OUTERMOST,
            partition_by=tuple(str(self.partition.currentData()).split()) if there[self.partition] else (),
            licence=self.licence.currentText().strip() if there[self.licence] else "",
            lean=there[self.lean] and self.lean.isChecked(),
            bom=there[self.mark] and self.mark.isChecked(),
            parquet=there[self.parquet] and self.parquet.isChecked(),
            without_text=there[self.places_only] and self.places_only.isChecked(),
            seed=self.seed.value() if dealt else 0,
            splits=_whole(self.earlier.text()) if dealt else "",
            shares=(train, dev, test) if dealt else SHARES,
        )

    def set_request(self, request: ExportRequest) -> None:
        """Choose what a recipe says."""
        self.flat.setCurrentIndex(self.flat.findData(request.flat.value))
        self.part.setCurrentIndex(max(0, self.part.findData(request.selection.split)))
        names = " ".join(request.partition_by)
        if self.partition.findData(names) < 0:
            self.partition.addItem(self.tr("By month and language"), names)
        self.partition.setCurrentIndex(self.partition.findData(names))
        self.licence.setCurrentText(request.licence)
        self._is_marked = request.bom
        self._is_asked = (request.seed, request.shares, request.splits) != (0, SHARES, "")
        self.seed.setValue(request.seed)
        self.earlier.setText(request.splits)
        for box, on in (
            (self.lean, request.lean),
            (self.mark, request.bom),
            (self.places_only, request.without_text),
            (self.parquet, request.parquet),  # after what it may not stand with
        ):
            box.setChecked(on)
        for field, share in zip(self.shares, request.shares, strict=True):
            field.setMaximum(max(_WHOLE, share))
            field.setValue(share)
        self._follow()

    def _parts(self) -> tuple[QWidget, ...]:
        boxes = (self.flat, self.part, self.partition, self.licence)
        return (*boxes, self.lean, self.mark, self.parquet, self.places_only)

    def _fill(self) -> None:
        self.flat.addItem(self.tr("The outer of overlapping passages"), Flat.OUTERMOST.value)
        self.flat.addItem(self.tr("The inner of overlapping passages"), Flat.INNERMOST.value)
        self.flat.addItem(self.tr("All, in a folder with a file a label"), Flat.LAYERS.value)
        self.part.addItem(self.tr("Everything"), "")
        for part, words in zip(PARTS, (self.tr("Only train"), self.tr("Only dev"), self.tr("Only test")), strict=True):
            self.part.addItem(words, part)
        self.partition.addItem(self.tr("One file"), "")
        for names, words in (
            ((Partition.LANGUAGE,), self.tr("By language")),
            ((Partition.MONTH,), self.tr("By month")),
            ((Partition.LANGUAGE, Partition.MONTH), self.tr("By language and month")),
        ):
            self.partition.addItem(words, " ".join(names))
        self.licence.setEditable(True)
        self.licence.addItems(_LICENCES)
        self.licence.setCurrentText("")
        edit = self.licence.lineEdit()
        if edit:
            edit.setPlaceholderText(self.tr("not decided"))
        self.seed.setRange(-_GREATEST_SEED, _GREATEST_SEED)
        self.earlier.setPlaceholderText(self.tr("an earlier dataset"))
        self.earlier.setToolTip(
            self.tr("An earlier dataset’s folder, or a list of parts (….splits.json). Its articles keep their parts.")
        )
        for field, share, words in zip(
            self.shares, SHARES, (self.tr("train"), self.tr("dev"), self.tr("test")), strict=True
        ):
            field.setRange(0, _WHOLE)
            field.setValue(share)
            field.setAccessibleName(words)
            field.setToolTip(words)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._dealt)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for field in self.shares:
            row.addWidget(field)
        row.addStretch(1)
        found = QHBoxLayout(self._earlier_row)
        found.setContentsMargins(0, 0, 0, 0)
        found.setSpacing(6)
        found.addWidget(self.earlier, 1)
        found.addWidget(self.find_earlier)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        for words, part in (
            (self.tr("Layer"), self.flat),
            (self.tr("Files"), self.partition),
            (self.tr("Licence"), self.licence),
            (self.tr("Part"), self.part),
            (self.tr("Train, dev, test"), self._dealt),
            (self.tr("Seed"), self.seed),
        ):
            self._form.addRow(row_label(words, self, part), part)
            part.setAccessibleName(words)
        words = self.tr("Parts as in")
        self._form.addRow(row_label(words, self, self.earlier), self._earlier_row)
        self.earlier.setAccessibleName(words)
        self.find_earlier.setAccessibleName(self.tr("Find an earlier dataset"))
        for box in (self.lean, self.mark, self.parquet, self.places_only, self.no_parquet):
            self._form.addRow(row_label("", self), box)
        self.no_parquet.setWordWrap(True)
        self.lean.setToolTip(self.tr("Enough to train on: people, readings, rulings and comments stay out."))
        self.places_only.setToolTip(
            self.tr("For texts that may not be passed on; a script in the folder puts them back in.")
        )

    def _connect(self) -> None:
        for chooser in (self.flat, self.part, self.partition):
            chooser.currentIndexChanged.connect(self._tell)
        self.licence.currentTextChanged.connect(self._tell)
        self.earlier.textChanged.connect(self._tell)
        self.find_earlier.clicked.connect(self._ask_earlier)
        for field in (*self.shares, self.seed):
            field.valueChanged.connect(self._tell)
        for box in (self.lean, self.mark, self.parquet, self.places_only):
            box.toggled.connect(self._tell)

    def _tell(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """How articles are dealt out, and whether there is a mark, is asked where that matters or a recipe says it."""
        self._follow_places()
        heeds_mark = self._choice is not None and "bom" in self._choice.heeds
        wants_mark = self._choice is not None and (self._choice.id in _TABLES or self._is_marked)
        self._form.setRowVisible(self.mark, heeds_mark and wants_mark)
        parted = bool(self.part.currentData() and self._form.isRowVisible(self.part))
        for part in (self._dealt, self.seed, self._earlier_row):
            self._form.setRowVisible(part, self._is_dataset or parted or self._is_asked)

    def _follow_places(self) -> None:
        """Without the text a dataset is JSON Lines."""
        places_only = self.places_only.isChecked()
        if places_only:
            self.parquet.setChecked(False)
        self.parquet.setEnabled(not places_only)
        self._form.setRowVisible(self.no_parquet, places_only and self._form.isRowVisible(self.parquet))

    def _ask_earlier(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("An earlier dataset"), _whole(self.earlier.text()))
        if folder:
            self.earlier.setText(folder)


def _whole(typed: str) -> str:
    """The path that is typed, with the home folder in place of “~”: nothing else would read that."""
    words = typed.strip()
    return str(Path.home() / words[2:]) if words.startswith("~/") else words
