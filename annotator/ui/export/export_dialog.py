"""Asks what to export, as which format and where to, and says what the format cannot hold."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
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

from annotator.operations.exported_readings import ALL, GOLD
from annotator.ui.export.choices import ExportChoice, FormatChoice, is_there, target_path, with_extension
from annotator.ui.lines import number, one_line
from annotator.ui.quiet_label import QuietLabel

_ALONE = 3  # ways to say whose work, where a single person has a name


class ExportDialog(QDialog):
    """Use `ask`. It remembers nothing from one time to the next."""

    def __init__(
        self,
        parent: QWidget | None,
        formats: Sequence[FormatChoice],
        document_count: int,
        current_title: str = "",
        held_count: int = 0,
        protected_count: int = 0,
        readers: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._formats = tuple(formats)
        self.format_box = QComboBox(self)
        for choice in self._formats:
            self.format_box.addItem(choice.title, choice.id)
        self.reading_box = QComboBox(self)
        self.reading_box.addItem(self.tr("Everybody’s work"), ALL)
        self.reading_box.addItem(self.tr("The gold reading: agreed, ruled, approved"), GOLD)
        for name in readers:
            self.reading_box.addItem(one_line(name, 60), name)
        self.all_articles = QRadioButton(self._all_words(document_count), self)
        self.this_article = QRadioButton(self.tr("Only the open article"), self)
        self.this_article.setToolTip(current_title)
        self.this_article.setEnabled(bool(current_title))
        self.all_articles.setChecked(True)
        self.furniture = QCheckBox(self.tr("Include what is not article text"), self)
        self.held = QCheckBox(self._held_words(held_count), self)
        self.held.setVisible(held_count > 0)
        self.masked = QuietLabel(self._masked_words(protected_count), self)
        self.masked.setVisible(protected_count > 0)
        self.mark = QCheckBox(self.tr("For Excel (UTF-8 with a byte order mark)"), self)
        self.target = QLineEdit(self)
        self._browse = QPushButton(self.tr("Browse…"), self)
        self._losses = QuietLabel("", self)
        self._replaces = QuietLabel("", self)
        self._replaces.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._export = self._buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._dress()
        self._lay_out()
        self._follow()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        formats: Sequence[FormatChoice],
        document_count: int,
        current_title: str = "",
        held_count: int = 0,
        protected_count: int = 0,
        readers: Sequence[str] = (),
    ) -> ExportChoice | None:
        """What to export, or None when the person thought better of it. There is at least one format.

        `current_title` is the open article's, blank when none is open. `held_count` are the articles of the project
        that are withheld, cancelled or under an embargo, `protected_count` its protected sources, `readers` the names
        of its people: with a single one nobody is asked whose work is wanted.
        """
        dialog = cls(parent, formats, document_count, current_title, held_count, protected_count, readers)
        try:
            return dialog.choice() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def choice(self) -> ExportChoice | None:
        """What is chosen at the moment; None while no file is named."""
        chosen, target = self._format(), self._target()
        if target is None:
            return None
        return ExportChoice(
            format_id=chosen.id,
            target=target,
            current_only=self.this_article.isChecked(),
            include_furniture=self.furniture.isChecked(),
            byte_order_mark=self.mark.isChecked() and self._holds_mark(),
            with_held=self.held.isChecked(),
            reading=str(self.reading_box.currentData()),
        )

    def losses(self) -> str:
        """What the chosen format cannot hold, as it is shown."""
        return self._losses.text()

    def _dress(self) -> None:
        self.target.setPlaceholderText(self.tr("Where to"))
        self._losses.setWordWrap(True)
        self.masked.setWordWrap(True)
        self._losses.setTextFormat(Qt.TextFormat.PlainText)
        names = (
            (self.format_box, self.tr("Format")),
            (self.reading_box, self.tr("Whose work")),
            (self.target, self.tr("File")),
            (self._losses, self.tr("Losses")),
        )
        for part, name in names:
            part.setAccessibleName(name)
        self._export.setDefault(True)
        self.format_box.currentIndexChanged.connect(self._follow)
        self.target.textChanged.connect(self._follow)
        self._browse.clicked.connect(self._ask_target)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.target, 1)
        where.addWidget(self._browse)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Format"), self.format_box)
        form.addRow("", self._losses)
        form.addRow("", self.masked)
        form.addRow(self.tr("Articles"), self.all_articles)
        form.addRow("", self.this_article)
        form.addRow(self.tr("Whose work"), self.reading_box)
        form.setRowVisible(self.reading_box, self.reading_box.count() > _ALONE)
        form.addRow(self.tr("With it"), self.furniture)
        form.addRow("", self.held)
        form.addRow("", self.mark)
        form.addRow(self.tr("File"), where)
        form.addRow("", self._replaces)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(24)
        whole.addLayout(form)
        whole.addStretch(1)
        whole.addWidget(self._buttons)
        self.setMinimumWidth(480)

    def _follow(self) -> None:
        """What is offered follows from the format and the file."""
        losses = self._format().losses
        whole = self.tr("This format holds everything.")
        lost = self.tr("This format cannot hold everything:") + "".join(f"\n– {loss}" for loss in losses)
        self._losses.setText(lost if losses else whole)
        self.mark.setVisible(self._holds_mark())
        target = self._target()
        replaces = is_there(target)
        self._replaces.setText(self.tr("There is a file of this name; it will be replaced.") if replaces else "")
        self._replaces.setVisible(replaces)
        self._export.setText(self.tr("Replace") if replaces else self.tr("Export"))
        self._export.setEnabled(target is not None)

    def _format(self) -> FormatChoice:
        return self._formats[max(0, self.format_box.currentIndex())]

    def _target(self) -> Path | None:
        return target_path(self.target.text(), self._format())

    def _holds_mark(self) -> bool:
        return ".csv" in self._format().extensions

    def _ask_target(self) -> None:
        chosen = self._format()
        pattern = " ".join(f"*{extension}" for extension in chosen.extensions) or "*"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export as"), self.target.text(), f"{chosen.title} ({pattern})"
        )
        if path:
            self.target.setText(str(with_extension(Path(path), chosen)))

    def _held_words(self, count: int) -> str:
        if count == 1:
            return self.tr("Include the 1 article that is withheld, cancelled or under embargo")
        words = self.tr("Include the {count} articles that are withheld, cancelled or under embargo")
        return words.format(count=number(count))

    def _masked_words(self, count: int) -> str:
        if count == 1:
            return self.tr("The name of the protected source is blacked out wherever it stands.")
        words = self.tr("The names of the {count} protected sources are blacked out wherever they stand.")
        return words.format(count=number(count))

    def _all_words(self, count: int) -> str:
        if count == 1:
            return self.tr("The one article of the project")
        return self.tr("All {count} articles").format(count=number(count))
