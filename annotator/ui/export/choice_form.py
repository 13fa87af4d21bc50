"""What of a project goes out: which articles, whose work, which annotations, in what units."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.schema import Severity
from annotator.core.selection import ALL, GOLD, Selection, Unit
from annotator.ui.elided_box import ElidedBox
from annotator.ui.export.choices import FormatChoice, Offered, Scope
from annotator.ui.export.narrow_box import LONGEST_WORDS, NarrowBox
from annotator.ui.lines import number, one_line
from annotator.ui.quiet_label import QuietLabel

_MOST_CONTEXT = 100
_LABEL_LETTERS = 12


class ChoiceForm(QWidget):
    """Gives a Selection and takes one.

    Signals:
        changed: something else is chosen now.
    """

    changed = Signal()

    def __init__(self, offered: Offered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = offered
        self._kept: tuple[UUID, ...] | None = None
        self._heeds: frozenset[str] = frozenset()
        self.scopes = {
            Scope.ALL: QRadioButton(self._all_words(offered.all), self),
            Scope.LISTED: QRadioButton(self._listed_words(len(offered.listed)), self),
            Scope.OPEN: QRadioButton(self.tr("Only the open article"), self),
            Scope.KEPT: QRadioButton("", self),
        }
        self._together = QButtonGroup(self)
        self.reading_box = ElidedBox(self)
        self.narrow, self.filters = QToolButton(self), NarrowBox(offered, self)
        self.unit_box, self.context = QComboBox(self), QSpinBox(self)
        self.negatives = QCheckBox(self.tr("What was read and holds nothing"), self)
        self.furniture = QCheckBox(self.tr("What is not article text"), self)
        self.held = QCheckBox(self._held_words(offered.held), self)
        self.off_record = QCheckBox(self.tr("What is off the record"), self)
        self.pseudonyms = QCheckBox(self.tr("Call persons by numbers"), self)
        self.masked = QuietLabel(self._masked_words(offered.protected), self)
        self._fill()
        self._dress()
        self._lay_out()
        self._connect()

    @property
    def with_furniture(self) -> bool:
        """Whether what is not article text goes out as well."""
        return self.furniture.isChecked() and "with_furniture" in self._heeds

    def fit(self, choice: FormatChoice) -> None:
        """Show what changes something of this format."""
        self._heeds = choice.heeds
        self.furniture.setVisible("with_furniture" in choice.heeds)
        self._follow()

    def documents(self) -> tuple[UUID, ...] | None:
        """The keys of the articles that are chosen; None for all."""
        if self._kept is not None and self.scopes[Scope.KEPT].isChecked():
            return self._kept
        if self.scopes[Scope.OPEN].isChecked() and self._offered.open_id:
            return (self._offered.open_id,)
        return self._offered.listed if self.scopes[Scope.LISTED].isChecked() else None

    def selection(self) -> Selection:
        """What is chosen at the moment."""
        chosen = Selection(
            documents=self.documents(),
            reading=str(self.reading_box.currentData()),
            with_held=self.held.isChecked(),
            with_off_record=self.off_record.isChecked(),
            pseudonyms=self.pseudonyms.isChecked(),
            negatives=self.negatives.isChecked(),
            unit=self._unit(),
            context=self.context.value(),
        )
        return self.filters.add_to(chosen)

    def set_selection(self, wanted: Selection) -> None:
        """Choose what a recipe says, also what is no longer there: without it more would go out than it asks for."""
        self.blockSignals(True)
        self._kept = wanted.documents
        kept = self.scopes[Scope.KEPT]
        kept.setVisible(self._kept is not None)
        kept.setText(self._kept_words(len(self._kept or ())))
        self.scopes[Scope.ALL if self._kept is None else Scope.KEPT].setChecked(True)
        if self.reading_box.findData(wanted.reading) < 0:
            words = self.tr("{name} (from the recipe)")
            self.reading_box.addItem(words.format(name=one_line(wanted.reading, LONGEST_WORDS)), wanted.reading)
        self.reading_box.setCurrentIndex(self.reading_box.findData(wanted.reading))
        self.filters.set_selection(wanted)
        for box, on in (
            (self.held, wanted.with_held),
            (self.off_record, wanted.with_off_record),
            (self.pseudonyms, wanted.pseudonyms),
            (self.negatives, wanted.negatives),
        ):
            box.setChecked(on)
        self._show_what_counts(wanted)
        self.unit_box.setCurrentIndex(max(0, self.unit_box.findData(wanted.unit)))
        self.context.setValue(wanted.context)
        self.blockSignals(False)
        self._tell()

    def _fill(self) -> None:
        offered = self._offered
        self.reading_box.addItem(self.tr("Everybody’s work"), ALL)
        self.reading_box.addItem(self.tr("The gold reading: agreed, ruled, approved"), GOLD)
        for name in offered.people:
            self.reading_box.addItem(one_line(name, LONGEST_WORDS), name)
        for unit, words in (
            (Unit.ARTICLE, self.tr("Articles")),
            (Unit.SENTENCE, self.tr("Sentences")),
            (Unit.SPAN, self.tr("Passages")),
        ):
            self.unit_box.addItem(words, unit)

    def _show_what_counts(self, wanted: Selection) -> None:
        """What is not shown where there is nothing to choose is, where a recipe has chosen all the same."""
        rules = self._offered.label_set.rules
        self._rows.setRowVisible(self.reading_box, len(self._offered.people) > 1 or wanted.reading != ALL)
        self.held.setVisible(self._offered.held > 0 or wanted.with_held)
        self.off_record.setVisible(wanted.with_off_record or any(rule.severity is Severity.HOLD for rule in rules))

    def _dress(self) -> None:
        offered = self._offered
        for button in self.scopes.values():
            self._together.addButton(button)
        self.scopes[Scope.ALL].setChecked(True)
        self.scopes[Scope.OPEN].setEnabled(offered.open_id is not None)
        self.scopes[Scope.OPEN].setToolTip(offered.open_title)
        self.scopes[Scope.LISTED].setVisible(0 < len(offered.listed) < offered.all)
        self.scopes[Scope.KEPT].setVisible(False)
        self.masked.setVisible(offered.protected > 0)
        self.masked.setWordWrap(True)
        self.negatives.setChecked(True)
        self.reading_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reading_box.setMinimumContentsLength(_LABEL_LETTERS)
        self.context.setRange(0, _MOST_CONTEXT)
        self.context.setValue(Selection().context)
        self.context.setSuffix(self.tr(" each side"))
        self.narrow.setCheckable(True)
        self.narrow.setAutoRaise(True)
        for part, name in (
            (self.reading_box, self.tr("Whose work")),
            (self.unit_box, self.tr("One entry is")),
            (self.context, self.tr("Sentences around it")),
        ):
            part.setAccessibleName(name)

    def _lay_out(self) -> None:
        self._units = QWidget(self)
        unit = QHBoxLayout(self._units)
        unit.setContentsMargins(0, 0, 0, 0)
        unit.setSpacing(8)
        unit.addWidget(self.unit_box)
        unit.addWidget(self.context)
        unit.addStretch(1)
        which = QVBoxLayout()
        which.setSpacing(2)
        for button in self.scopes.values():
            which.addWidget(button)
        self._rows = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(row_label(self.tr("Articles"), self), which)
        form.addRow(row_label(self.tr("Whose work"), self, self.reading_box), self.reading_box)
        form.addRow("", self.narrow)
        form.addRow(self.filters)
        form.addRow(row_label(self.tr("One entry is"), self, self.unit_box), self._units)
        with_it = QVBoxLayout()
        with_it.setSpacing(2)
        for box in (self.negatives, self.furniture, self.held, self.off_record, self.pseudonyms):
            with_it.addWidget(box)
        form.addRow(row_label(self.tr("With it"), self), with_it)
        form.addRow("", self.masked)
        self._show_what_counts(Selection())
        self._follow()

    def _connect(self) -> None:
        self.filters.changed.connect(self._tell)
        for box in (self.furniture, self.negatives, self.held, self.off_record, self.pseudonyms):
            box.toggled.connect(self._tell)
        for scope in self.scopes.values():
            scope.toggled.connect(self._tell)
        self.reading_box.currentIndexChanged.connect(self._tell)
        self.unit_box.currentIndexChanged.connect(self._tell)
        self.context.valueChanged.connect(self._tell)
        self.narrow.toggled.connect(self._follow)

    def _tell(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        narrows, opened = self.filters.narrows(), self.narrow.isChecked()
        self.filters.setVisible(opened)
        words = self.tr("Only some of it…")
        if narrows:
            words = self.tr("Only some of it: {count} chosen").format(count=number(narrows))
        self.narrow.setText(f"{words} {'▴' if opened else '▾'}")
        self.narrow.setAccessibleName(words)
        self._rows.setRowVisible(self._units, "unit" in self._heeds)
        self.context.setVisible(self._unit() is Unit.SENTENCE)

    def _unit(self) -> Unit:
        return Unit(self.unit_box.currentData()) if "unit" in self._heeds else Unit.ARTICLE

    def _held_words(self, count: int) -> str:
        if not count:
            return self.tr("Articles on hold (none now)")
        if count == 1:
            return self.tr("The 1 article on hold")
        words = self.tr("The {count} articles on hold")
        return words.format(count=number(count))

    def _masked_words(self, count: int) -> str:
        if count == 1:
            return self.tr("The name of the protected source is blacked out wherever it stands.")
        words = self.tr("The names of the {count} protected sources are blacked out wherever they stand.")
        return words.format(count=number(count))

    def _all_words(self, count: int) -> str:
        if not count:
            return self.tr("There are none in this project yet")
        if count == 1:
            return self.tr("The one article of the project")
        return self.tr("All {count} articles").format(count=number(count))

    def _kept_words(self, count: int) -> str:
        if count == 1:
            return self.tr("The article of the recipe")
        return self.tr("The {count} articles of the recipe").format(count=number(count))

    def _listed_words(self, count: int) -> str:
        if count == 1:
            return self.tr("The article that the list shows")
        return self.tr("The {count} articles that the list shows").format(count=number(count))


def row_label(words: str, parent: QWidget, named: QWidget | None = None) -> QLabel:
    """The label at the head of a row; those of two forms that stand one below the other are of one width.

    It is the name of `named` for who cannot see: on Linux a box that is chosen from has no other.
    """
    label = QLabel(words, parent)
    if named:
        label.setBuddy(named)
    label.setWordWrap(True)
    label.setFixedWidth(label.fontMetrics().averageCharWidth() * _LABEL_LETTERS)
    return label
