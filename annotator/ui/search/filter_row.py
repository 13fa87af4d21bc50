"""The quiet row of filters: a button a kind, with a menu of what there is in the project."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from annotator.core.language import UNKNOWN
from annotator.core.records import Status
from annotator.core.search_filters import EVERYTHING, Filters, Reading
from annotator.core.search_results import SearchChoices
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.lines import isolated_language, number, one_line
from annotator.ui.quiet_label import QuietLabel, small
from annotator.ui.search.day_field import DayField
from annotator.ui.steady_menu import SteadyMenu


class FilterButton(QToolButton):
    """A button that says what is chosen of its kind, with a menu to choose in; several may be chosen.

    Signals:
        changed: something was chosen or no longer is.
    """

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._menu = SteadyMenu(self)
        self._menu.triggered.connect(self._tell)
        self.setMenu(self._menu)
        self.setFont(small(self.font()))
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dress()

    def set_choices(self, choices: Iterable[tuple[Any, str]]) -> None:
        """What can be chosen: a value and its words each. What was chosen and is still there stays chosen."""
        chosen = self.chosen()
        self._menu.clear()
        for value, words in choices:
            action = self._menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setData((value,))  # in a tuple: Qt would turn a text of its own kind into one
            action.setChecked(value in chosen)
        self._dress()

    def chosen(self) -> frozenset[Any]:
        """The values that are chosen."""
        return frozenset(action.data()[0] for action in self._menu.actions() if action.isChecked())

    def choose(self, values: Iterable[Any]) -> None:
        """Choose these values, as far as they are there, and no others."""
        wanted = set(values)
        for action in self._menu.actions():
            action.setChecked(action.data()[0] in wanted)
        self._dress()

    def clear_choice(self) -> None:
        """Choose nothing."""
        for action in self._menu.actions():
            action.setChecked(False)
        self._dress()

    def _tell(self) -> None:
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        names = [action.text().replace("&&", "&") for action in self._menu.actions() if action.isChecked()]
        words = self._title
        if names:
            more = f" +{number(len(names) - 1)}" if len(names) > 1 else ""
            words = f"{self._title}: {one_line(names[0], 24)}{more}"
        self.setText(f"{words.replace('&', '&&')} ▾")
        self.setAccessibleName(f"{self._title}: {', '.join(names)}" if names else self._title)
        self.setEnabled(bool(self._menu.actions()))


class FilterRow(QWidget):
    """Which articles are searched.

    Signals:
        changed: the filters are others now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = FilterButton(self.tr("Label"), self)
        self.annotators = FilterButton(self.tr("Annotator"), self)
        self.languages = FilterButton(self.tr("Language"), self)
        self.outlets = FilterButton(self.tr("Outlet"), self)
        self.readings = FilterButton(self.tr("State"), self)
        self.since, self.until = DayField(last=False, parent=self), DayField(last=True, parent=self)
        self.clear = QToolButton(self)
        self._buttons = (self.labels, self.annotators, self.languages, self.outlets, self.readings)
        self._dress()
        self._lay_out()
        self._tell_apart()

    def way(self) -> tuple[QWidget, ...]:
        """The widgets in the order in which Tab goes through them."""
        return (*self._buttons, self.since, self.until, self.clear)

    def set_choices(self, choices: SearchChoices) -> None:
        """Offer what there is in the project."""
        self.labels.set_choices((label.key, label.title) for label in choices.label_set.labels)
        self.annotators.set_choices(choices.annotators.items())
        unknown = self.tr("unknown")
        names = (
            (code, unknown if code in ("", "und", UNKNOWN) else isolated_language(code)) for code in choices.languages
        )
        self.languages.set_choices(names)
        self.outlets.set_choices((outlet, one_line(outlet, 60)) for outlet in choices.outlets)
        self.readings.set_choices(self._states())

    def filters(self) -> Filters:
        """The filters as they are set."""
        states = self.readings.chosen()
        return Filters(
            labels=self.labels.chosen(),
            annotators=self.annotators.chosen(),
            languages=self.languages.chosen(),
            outlets=self.outlets.chosen(),
            since=self.since.day(),
            until=self.until.day(),
            readings=frozenset(state for state in states if isinstance(state, Reading)),
            statuses=frozenset(state for state in states if isinstance(state, Status)),
            with_superseded="superseded" in states,
        )

    def clear_all(self) -> None:
        """Search everything again."""
        for button in self._buttons:
            button.clear_choice()
        for field in (self.since, self.until):
            field.clear()
        self._tell_apart()
        self.changed.emit()

    def _states(self) -> list[tuple[object, str]]:
        return [
            (Reading.UNTOUCHED, self.tr("Not begun")),
            (Reading.BEGUN, self.tr("Begun")),
            (Reading.DONE, self.tr("Every sentence decided")),
            (Status.USABLE, self.tr("Usable")),
            (Status.WITHHELD, self.tr("Withheld")),
            (Status.CANCELLED, self.tr("Cancelled")),
            ("superseded", self.tr("Older versions, too")),
        ]

    def _dress(self) -> None:
        self.since.setAccessibleName(self.tr("Published from"))
        self.until.setAccessibleName(self.tr("Published until"))
        self.clear.setText(self.tr("Clear filters"))
        self.clear.setAutoRaise(True)
        self.clear.setFont(small(self.font()))
        self.clear.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clear.clicked.connect(self.clear_all)
        for button in self._buttons:
            button.changed.connect(self._change)
        for field in (self.since, self.until):
            field.changed.connect(self._change)

    def _lay_out(self) -> None:
        days = QWidget(self)
        between = QHBoxLayout(days)
        between.setContentsMargins(0, 0, 0, 0)
        for words, field in ((self.tr("from"), self.since), (self.tr("to"), self.until)):
            between.addWidget(QuietLabel(words, days))
            between.addWidget(field)
        line = FlowLayout(self, spacing=4)
        for widget in (*self._buttons, days, self.clear):
            line.addWidget(widget)

    def _change(self) -> None:
        self._tell_apart()
        self.changed.emit()

    def _tell_apart(self) -> None:
        self.clear.setVisible(self.filters() != EVERYTHING)
