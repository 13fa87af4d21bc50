"""What narrows an export down: labels, people, states, languages, outlets, what is said, days of publication."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from annotator.core.language import UNKNOWN
from annotator.core.review_states import ReviewState
from annotator.core.schema import AttributeKind, LabelSet
from annotator.core.selection import Selection
from annotator.ui.export.choices import Offered
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.lines import isolated_language, one_line
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.search.day_field import DayField
from annotator.ui.search.filter_row import FilterButton

LONGEST_WORDS = 60
_COLUMNS = 2
_DAY = len("2026-01-31")
_CHOSEN_IN = ("labels", "annotators", "states", "languages", "outlets", "attributes")

Choices = list[tuple[Any, str]]
"""Values, with their words."""


class NarrowBox(QWidget):
    """Signals:
    changed: something else is chosen now.
    understood: whether what is typed as days are some.
    """

    changed = Signal()
    understood = Signal(bool)

    def __init__(self, offered: Offered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = FilterButton(self.tr("Label"), self)
        self.people = FilterButton(self.tr("Annotator"), self)
        self.states = FilterButton(self.tr("State"), self)
        self.languages = FilterButton(self.tr("Language"), self)
        self.outlets = FilterButton(self.tr("Outlet"), self)
        self.attributes = FilterButton(self.tr("What is said of it"), self)
        self.since, self.until = DayField(last=False, parent=self), DayField(last=True, parent=self)
        self.no_day = QuietLabel("", self)
        self._buttons = (self.labels, self.people, self.states, self.languages, self.outlets, self.attributes)
        self._choices = dict(zip(self._buttons, self._offered_choices(offered), strict=True))
        for button, choices in self._choices.items():
            button.set_choices(choices)
        self._lay_out()
        self._connect()

    @property
    def is_understood(self) -> bool:
        """False while something is typed as a day that is none: nobody can say then what is to go out."""
        return self.since.is_understood and self.until.is_understood

    def add_to(self, selection: Selection) -> Selection:
        """The selection, narrowed by what is chosen."""
        chosen: dict[str, Any] = {name: tuple(sorted(button.chosen())) for name, button in self._named()}
        return replace(selection, since=_iso(self.since.day()), until=_iso(self.until.day()), **chosen)

    def set_selection(self, wanted: Selection) -> None:
        """Choose what a recipe says, also what is no longer there: without it more would go out than it asks for."""
        for name, button in self._named():
            self._choose(button, getattr(wanted, name))
        self.since.setText(wanted.since[:_DAY])
        self.until.setText(wanted.until[:_DAY])

    def narrows(self) -> int:
        """How many of the choices leave something out."""
        wanted, plain = self.add_to(Selection()), Selection()
        return sum(getattr(wanted, name) != getattr(plain, name) for name in (*_CHOSEN_IN, "since", "until"))

    def _named(self) -> Iterator[tuple[str, FilterButton]]:
        return zip(_CHOSEN_IN, self._buttons, strict=True)

    def _choose(self, button: FilterButton, values: Sequence[Any]) -> None:
        """Choose these; what the project does not offer is offered as well, as a recipe asks for it."""
        offered = self._choices[button]
        there = {value for value, _ in offered}
        button.set_choices([*offered, *((one, self._recipe_words(one)) for one in values if one not in there)])
        button.choose(values)

    def _recipe_words(self, value: str | tuple[str, str]) -> str:
        """What a recipe asks for that is not offered: it may have gone from the project, or be a value of any words."""
        said = value if isinstance(value, str) else ": ".join(value)
        return self.tr("{name} (from the recipe)").format(name=one_line(said, LONGEST_WORDS))

    def _offered_choices(self, offered: Offered) -> tuple[Choices, ...]:
        """What each of the filters offers, in their order."""
        unknown = self.tr("unknown")
        return (
            [(label.key, label.title) for label in offered.label_set.labels],
            [(name, one_line(name, LONGEST_WORDS)) for name in offered.people],
            [(state.value, self._state_words(state)) for state in ReviewState],
            [
                (code, unknown if code in ("", "und", UNKNOWN) else isolated_language(code))
                for code in offered.languages
            ],
            [(outlet, one_line(outlet, LONGEST_WORDS)) for outlet in offered.outlets],
            _closed_values(offered.label_set, self.tr("yes"), self.tr("no")),
        )

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        buttons = FlowLayout(spacing=4)  # what is chosen may have a long name, which would widen a column of them
        for button in self._buttons:
            buttons.addWidget(button)
        days = QGridLayout()
        days.setSpacing(4)
        days.setColumnStretch(_COLUMNS, 1)
        fields = ((self.tr("Published from"), self.since), (self.tr("Published until"), self.until))
        for row, (words, field) in enumerate(fields):
            days.addWidget(QuietLabel(words, self), row, 0)
            days.addWidget(field, row, 1)
            field.setAccessibleName(words)
        whole.addLayout(buttons)
        whole.addLayout(days)
        whole.addWidget(self.no_day)
        self.no_day.setWordWrap(True)
        self.no_day.hide()

    def _connect(self) -> None:
        for part in (*self._buttons, self.since, self.until):
            part.changed.connect(self.changed)
        for field in (self.since, self.until):
            field.textChanged.connect(self._follow_days)
            field.editingFinished.connect(self._tell_no_day)

    def _follow_days(self) -> None:
        """What is not yet a day is told once it is left, and may not go out before it is one."""
        if self.is_understood:
            self.no_day.hide()
        self.understood.emit(self.is_understood)

    def _tell_no_day(self) -> None:
        words = self.tr("“{typed}” is no day. Write a year, a month or a day: 2025, 2025-07 or 2025-07-04.")
        typed = next((field.text() for field in (self.since, self.until) if not field.is_understood), "")
        self.no_day.setText(words.format(typed=one_line(typed, LONGEST_WORDS)))
        self.no_day.setVisible(bool(typed))

    def _state_words(self, state: ReviewState) -> str:
        return {
            ReviewState.DRAFT: self.tr("Draft"),
            ReviewState.SUBMITTED: self.tr("Submitted"),
            ReviewState.APPROVED: self.tr("Approved"),
            ReviewState.REJECTED: self.tr("Rejected"),
            ReviewState.ADJUDICATED: self.tr("Adjudicated"),
        }[state]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _closed_values(label_set: LabelSet, yes: str, no: str) -> Choices:
    """Every value that is one of a few: (key, value) and its words."""
    found: Choices = []
    for one in label_set.attributes:
        if one.retired:
            continue
        if one.kind is AttributeKind.CHOICE:
            found += [
                ((one.key, value.key), f"{one.title}: {value.title}") for value in one.values if not value.retired
            ]
        elif one.kind is AttributeKind.YES_NO:
            found += [((one.key, key), f"{one.title}: {words}") for key, words in (("yes", yes), ("no", no))]
    return found
