"""Annotations that were made elsewhere, looked at before they come in: what they are, mean, and what is left out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.import_map import ImportMap
from annotator.core.schema import LabelSet
from annotator.operations.import_maps import unknown_labels
from annotator.operations.import_preview import ImportPreview
from annotator.ui import fonts
from annotator.ui.imports import import_choices, import_words
from annotator.ui.imports.import_choices import Asked
from annotator.ui.imports.map_form import MapForm
from annotator.ui.imports.rows_table import RowsTable
from annotator.ui.lines import number, one_line
from annotator.ui.quiet_label import QuietLabel

_SETTLED_MILLISECONDS = 200
_SIZE = (980, 600)
_SHOWN = 500


class ImportDialog(QDialog):
    """Shows a preview, and asks for another one when something is chosen.

    Signals:
        look_wanted: what is chosen now (Asked); answer with `show_preview` or `show_refusal`.
        chosen: import it so (Asked).
        load_wanted: load the file as articles instead.
    """

    look_wanted = Signal(object)
    chosen = Signal(object)
    load_wanted = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        name: str,
        formats: Sequence[tuple[str, str]],
        people: Sequence[str] = (),
        me: str = "",
    ) -> None:
        """`formats` are ids with titles; `people` are those of the project, `me` the one who imports."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import annotations"))
        self._people, self._me = people, me
        self._preview: ImportPreview | None = None
        self._titles: dict[str, str] = {}
        self._mapped_for: tuple[str, ...] | None = None
        self.heading = QLabel(self.tr("Annotations in “{name}”").format(name=one_line(name, 80)), self)
        self.format = QComboBox(self)
        for format_id, title in formats:
            self.format.addItem(title, format_id)
        self.format.setCurrentIndex(-1)  # until it is recognised or chosen
        self.format.setPlaceholderText(self.tr("Choose its format…"))
        self.found, self.outcome = QLabel("", self), QuietLabel("", self)
        nothing = self.tr("There are none in this file.")
        self.labels = MapForm(self.tr("Labels"), nothing, self)
        self.attributes = MapForm(self.tr("Attributes"), nothing, self)
        self.relations = MapForm(self.tr("Links"), nothing, self)
        self.annotators = MapForm(
            self.tr("People"), self.tr("The file names nobody; the annotations will be yours."), self
        )
        self.maps, self.views = QTabWidget(self), QTabWidget(self)
        self.samples = RowsTable(self.tr("First rows"), self._sample_headings(), 1, self)
        self.left_out = RowsTable(self.tr("Left out"), self._left_out_headings(), 1, self)
        self.about = QuietLabel("", self)
        self.new_labels = QCheckBox("", self)
        self.submit = QCheckBox(self.tr("Hand the readings in, so that agreement and disputes count them"), self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = self._buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.load_instead = QPushButton(self.tr("Load as articles instead"), self)
        self._settled = QTimer(self, interval=_SETTLED_MILLISECONDS, singleShot=True)
        self._dress()
        self._lay_out()
        self._connect()
        self.wait()

    def choose_format(self, format_id: str) -> None:
        """Show which format was recognised."""
        self.format.setCurrentIndex(max(0, self.format.findData(format_id)))

    def asked(self) -> Asked:
        """What is chosen at the moment."""
        attributes = self.attributes.chosen()
        names = ImportMap(
            labels=import_choices.names_in(self.labels.chosen()),
            attributes=import_choices.names_in(attributes),
            values=import_choices.values_in(attributes),
            relations=import_choices.names_in(self.relations.chosen()),
            annotators=import_choices.names_in(self.annotators.chosen()),
        )
        new_labels = self.new_labels.isVisibleTo(self) and self.new_labels.isChecked()
        return Asked(self.format.currentData(), names, new_labels, self.submit.isChecked())

    def wait(self, done: int = 0, total: int = 0) -> None:
        """Say that the file is being looked at, and how far that is."""
        words = self.tr("Looking at the file…")
        self.outcome.setText(f"{words} {number(done)} / {number(total)}" if total else words)
        self.go.setEnabled(False)

    def show_preview(self, preview: ImportPreview, label_set: LabelSet) -> None:
        """Show what is in the file and what would become of it."""
        first, self._preview = self._preview is None, preview
        self._titles = {label.key: label.title for label in label_set.labels}
        shown = " ".join([*preview.survey.labels, *preview.survey.annotators, *(one.words for one in preview.samples)])
        fonts.load_fonts_for(shown)
        self._show_maps(preview, label_set)
        self.found.setText(import_words.found_words(preview))
        self.outcome.setText(import_words.outcome_words(preview))
        self.samples.show_rows([self._sample(preview, at) for at in range(len(preview.samples))])
        left = [(import_words.sentence(one.why), one.what, one.article) for one in preview.losses.named]
        left = [*((import_words.sentence(why), name, "") for name, why in preview.unread), *left]
        self.left_out.show_rows(left[:_SHOWN])
        total = sum(preview.losses.counts.values()) + len(preview.unread)
        self.views.setTabText(1, self.tr("Left out ({count})").format(count=number(total)))
        about = self.tr("About this format:")
        self.about.setText("\n".join([about, *(f"– {one}" for one in preview.cannot_hold)]))
        self.about.setVisible(bool(preview.cannot_hold))
        unknown = unknown_labels(preview.names)
        words = self.tr("Add to the label set what is left out of the labels: {names}")
        self.new_labels.setText(words.format(names=one_line(", ".join(unknown), 60)))
        self.new_labels.setVisible(bool(unknown))
        self.submit.show()
        can_go = preview.taken > 0 or preview.known > 0 or preview.is_own
        restores = preview.is_own and not preview.taken
        self.go.setText(import_words.button_words(preview.taken) if can_go and not restores else self.tr("Import"))
        self.go.setEnabled(can_go)
        if first and self.labels.boxes:
            next(iter(self.labels.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, words: str) -> None:
        """Say why the file cannot be looked at."""
        self._mapped_for = None
        self.found.setText(words)
        self.outcome.setText("")
        for at, (title, form) in enumerate(self._forms()):
            form.show_rows(())
            self.maps.setTabText(at, title)
        self.views.setTabText(1, self.tr("Left out"))
        self.samples.show_rows(())
        self.left_out.show_rows(())
        for part in (self.new_labels, self.submit, self.about):
            part.hide()
        self.go.setText(self.tr("Import"))
        self.go.setEnabled(False)

    def _show_maps(self, preview: ImportPreview, label_set: LabelSet) -> None:
        """The boxes; made anew only where there are others, so that nobody loses the one that is open."""
        rows = import_choices.attribute_rows(preview, label_set)
        names = (preview.format_id, *(one for row in rows for one in row.key))
        if names == self._mapped_for:
            return
        self._mapped_for = names
        self.labels.show_rows(import_choices.label_rows(preview, label_set))
        self.attributes.show_rows(rows)
        self.relations.show_rows(import_choices.relation_rows(preview, label_set))
        self.annotators.show_rows(import_choices.people_rows(preview, self._people, self._me))
        before: QWidget = self.maps.tabBar()
        for at, (title, form) in enumerate(self._forms()):
            for box in form.boxes.values():  # made after all that follows them
                QWidget.setTabOrder(before, box)
                before = box
            self.maps.setTabText(at, f"{title} ({number(form.names)})")

    def _sample(self, preview: ImportPreview, at: int) -> tuple[str, str, str]:
        one = preview.samples[at]
        words = (
            f"{one.label} → {self._titles.get(one.ours, one.ours)}"
            if one.ours
            else self.tr("left out: {label}").format(label=one.label)
        )
        return one.article, one.words, words

    def _forms(self) -> tuple[tuple[str, MapForm], ...]:
        return (
            (self.tr("Labels"), self.labels),
            (self.tr("Attributes"), self.attributes),
            (self.tr("Links"), self.relations),
            (self.tr("People"), self.annotators),
        )

    def _sample_headings(self) -> tuple[str, str, str]:
        return self.tr("Article"), self.tr("Words"), self.tr("What becomes of it")

    def _left_out_headings(self) -> tuple[str, str, str]:
        return self.tr("Why"), self.tr("What"), self.tr("Article")

    def _dress(self) -> None:
        font = self.heading.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.heading.setFont(font)
        for label in (self.heading, self.found, self.outcome, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.format.setAccessibleName(self.tr("Format"))
        self.samples.setColumnWidth(0, 130)
        self.samples.setColumnWidth(2, 200)
        self.left_out.setColumnWidth(0, 230)
        self.left_out.setColumnWidth(2, 110)
        self.new_labels.hide()
        self.about.hide()
        self.go.setDefault(True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        said = QLabel(self.tr("&Format"), self)
        said.setBuddy(self.format)
        head.addWidget(said)
        head.addWidget(self.format)
        for title, form in self._forms():
            self.maps.addTab(form, title)
        self.views.addTab(self.samples, self.tr("First rows"))
        self.views.addTab(self._left_out_page(), self.tr("Left out"))
        self.maps.setAccessibleName(self.tr("What the names in the file mean here"))
        self.views.setAccessibleName(self.tr("What comes in"))
        for tabs in (self.maps, self.views):
            tabs.tabBar().setAccessibleName(tabs.accessibleName())
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.maps, 4)
        middle.addWidget(self.views, 5)
        foot = QHBoxLayout()
        foot.addWidget(self.load_instead)
        foot.addStretch(1)
        foot.addWidget(self._buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(10)
        whole.addLayout(head)
        whole.addWidget(self.found)
        whole.addLayout(middle, 1)
        for part in (self.outcome, self.about, self.new_labels, self.submit):
            whole.addWidget(part)
        whole.addLayout(foot)
        self.resize(*_SIZE)

    def _left_out_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.left_out, 1)
        told = self.left_out.tell_row_below()
        told.setContentsMargins(6, 0, 6, 6)
        column.addWidget(told)
        return page

    def _connect(self) -> None:
        for _, form in self._forms():
            form.changed.connect(self._look_soon)
        self.format.activated.connect(self._look_anew)
        self.new_labels.toggled.connect(self._look_soon)
        self._settled.timeout.connect(lambda: self.look_wanted.emit(self.asked()))
        self._buttons.accepted.connect(self._choose)
        self._buttons.rejected.connect(self.reject)
        self.load_instead.clicked.connect(self._load_instead)

    def _look_soon(self) -> None:
        self.wait()
        self._settled.start()

    def _look_anew(self) -> None:
        """Another format: what its names mean is proposed anew."""
        self._mapped_for = None
        for _, form in self._forms():
            form.show_rows(())
        self._look_soon()

    def _choose(self) -> None:
        self.chosen.emit(self.asked())
        self.accept()

    def _load_instead(self) -> None:
        self.load_wanted.emit()
        self.reject()
