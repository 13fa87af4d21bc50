"""Asks which articles go to whom, blind or open, and says how many that would be."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.core.assigning import Plan
from annotator.core.people import Person
from annotator.ui.lines import number, one_line
from annotator.ui.people.chip import person_dot
from annotator.ui.people.people_words import role_words
from annotator.ui.quiet_label import QuietLabel

_WIDTH, _ROWS, _ROW_GAP, _INSET, _AMOUNT = 520, 5, 6, 24, 110
_MOST = 100_000
OPEN_ONE, SHARE, RANDOM, UNSURE = "open_one", "share", "random", "unsure"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is chosen in the dialog. `amount` is percent for a share, else a number of articles."""

    way: str
    amount: int
    people: tuple[UUID, ...]
    blind: bool = True
    in_turn: bool = False
    only_handed_in: bool = False


class AssignDialog(QDialog):
    """Whoever shows it answers `changed` with a plan.

    Signals:
        changed: what is chosen now, a Wish.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None, people: Sequence[Person], theme_name: str, title: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Assign articles"))
        self.people = {person.id: self._person_box(person, theme_name) for person in people}
        self._group = QButtonGroup(self)
        self.ways = {
            OPEN_ONE: QRadioButton(self.tr("&The open article"), self),
            SHARE: QRadioButton(self.tr("A &share of all articles:"), self),
            RANDOM: QRadioButton(self.tr("So &many by lot:"), self),
            UNSURE: QRadioButton(self.tr("Those the program is &unsure of:"), self),
        }
        self.amounts = {
            SHARE: self._amount(20, 100, " %"),
            RANDOM: self._amount(50, _MOST, ""),
            UNSURE: self._amount(50, _MOST, ""),
        }
        for button in self.ways.values():
            self._group.addButton(button)
        self.ways[OPEN_ONE].setEnabled(bool(title))
        self.ways[OPEN_ONE].setToolTip(one_line(title))
        self.ways[OPEN_ONE if title else SHARE].setChecked(True)
        self.handed_in = QCheckBox(self.tr("Only what somebody has &handed in"), self)
        self.blind = QCheckBox(self.tr("&Blind: nothing of the others’ work is shown before they hand in"), self)
        self.blind.setChecked(True)
        self.in_turn = QCheckBox(self.tr("&Deal out: each article to one of them"), self)
        self.count = QLabel(self)
        self.count.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.assign = self._buttons.addButton(self.tr("Assign"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.assign.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._connect()
        self._enable()
        self.show_plan(None)

    def wish(self) -> Wish:
        """What is chosen at the moment."""
        way = next((key for key, button in self.ways.items() if button.isChecked()), SHARE)
        amount = self.amounts[way].value() if way in self.amounts else 1
        chosen = tuple(key for key, box in self.people.items() if box.isChecked())
        drawn = self.handed_in.isChecked() and way in (SHARE, RANDOM)
        return Wish(way, amount, chosen, self.blind.isChecked(), self.in_turn.isChecked() and len(chosen) > 1, drawn)

    def show_working(self) -> None:
        """It is being worked out which articles these are."""
        self.count.setText(self.tr("Working out which articles these are …"))
        self.assign.setEnabled(False)

    def show_plan(self, plan: Plan | None) -> None:
        """Say what would be assigned; None while nobody is chosen."""
        self.assign.setEnabled(bool(plan and plan.pairs))
        if plan is None:
            self.count.setText(self.tr("Choose who is to read."))
            return
        self.count.setText(_plan_words(self, plan))

    def show_failure(self, words: str) -> None:
        """It cannot be said which articles, and why."""
        self.count.setText(words)
        self.assign.setEnabled(False)

    def _connect(self) -> None:
        self._group.buttonToggled.connect(self._chosen)
        for box in (self.handed_in, self.blind, self.in_turn):
            box.toggled.connect(self._chosen)
        for amount in self.amounts.values():
            amount.valueChanged.connect(self._chosen)

    def _chosen(self, *_what: object) -> None:
        self._enable()
        self.changed.emit(self.wish())

    def _enable(self) -> None:
        wish = self.wish()
        for way, amount in self.amounts.items():
            amount.setEnabled(way == wish.way)
        self.handed_in.setEnabled(wish.way in (SHARE, RANDOM))
        self.in_turn.setEnabled(len(wish.people) > 1)

    def _person_box(self, person: Person, theme_name: str) -> QCheckBox:
        name = one_line(person.name).replace("&", "&&")
        box = QCheckBox(f"{name} · {role_words(person.role)}", self)
        box.setIcon(person_dot(person, theme_name))
        box.toggled.connect(self._chosen)
        return box

    def _people_list(self) -> QScrollArea:
        rows = QWidget(self)
        column = QVBoxLayout(rows)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(_ROW_GAP)
        for box in self.people.values():
            column.addWidget(box)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.tr("Who is to read them"))
        area.setWidget(rows)
        row = max((box.sizeHint().height() for box in self.people.values()), default=20) + _ROW_GAP
        area.setFixedHeight(row * min(_ROWS, max(2, len(self.people))) + 12)
        return area

    def _amount(self, value: int, most: int, suffix: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(1, most)
        box.setValue(value)
        box.setSuffix(suffix)
        box.setGroupSeparatorShown(True)
        box.setMinimumWidth(_AMOUNT)
        return box

    def _lay_out(self) -> None:
        who = QLabel(self.tr("&Who is to read them"), self)
        if self.people:
            who.setBuddy(next(iter(self.people.values())))
        which = QGridLayout()
        which.setHorizontalSpacing(12)
        which.setVerticalSpacing(4)
        which.setColumnStretch(2, 1)
        which.addWidget(self.ways[OPEN_ONE], 0, 0, 1, 3)
        for row, way in ((1, SHARE), (2, RANDOM), (4, UNSURE)):
            which.addWidget(self.ways[way], row, 0)
            which.addWidget(self.amounts[way], row, 1)
            self.amounts[way].setAccessibleName(self.ways[way].text().replace("&", ""))
        inset = QHBoxLayout()
        inset.addSpacing(_INSET)
        inset.addWidget(self.handed_in, 1)
        which.addLayout(inset, 3, 0, 1, 3)
        advice = QuietLabel(
            self.tr("Nobody gets an article that they have worked on. This guides; it locks nothing away."), self
        )
        advice.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setSpacing(10)
        whole.addWidget(who)
        whole.addWidget(self._people_list())
        whole.addLayout(which)
        whole.addWidget(self.blind)
        whole.addWidget(self.in_turn)
        whole.addWidget(advice)
        whole.addWidget(self.count)
        whole.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)


def _plan_words(dialog: AssignDialog, plan: Plan) -> str:
    passed = number(plan.passed_over)
    if not plan.pairs:
        if plan.passed_over:
            return dialog.tr("Nothing is left to assign: they have these articles, or have worked on them.")
        return dialog.tr("There is no such article.")
    one, many = dialog.tr("1 article will be assigned."), dialog.tr("{n} articles will be assigned.")
    words = one if plan.articles == 1 else many.format(n=number(plan.articles))
    if len(plan.pairs) > plan.articles:
        words = words[:-1] + dialog.tr(", {n} readings in all.").format(n=number(len(plan.pairs)))
    if plan.passed_over == 1:
        words += " " + dialog.tr("1 was passed over: who is chosen for it has it already, or has worked on it.")
    elif plan.passed_over:
        words += " " + dialog.tr(
            "{n} were passed over: who is chosen for them has them already, or has worked on them."
        ).format(n=passed)
    return words
