"""Whose agreement, on what: the quiet row of choices above the figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from annotator.operations.agreement import Question
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.lines import isolated_language, one_line
from annotator.ui.quiet_label import QuietLabel, small
from annotator.ui.search.day_field import DayField
from annotator.ui.search.filter_row import FilterButton


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from: key and name each, and codes of languages."""

    annotators: tuple[tuple[UUID, str], ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    languages: tuple[str, ...] = ()


class ChoiceRow(QWidget):
    """Buttons with menus, two days, and whether drafts count.

    Signals:
        changed: the choice is another one now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.annotators = FilterButton(self.tr("Annotators"), self)
        self.labels = FilterButton(self.tr("Labels"), self)
        self.languages = FilterButton(self.tr("Language"), self)
        self.since, self.until = DayField(last=False, parent=self), DayField(last=True, parent=self)
        self.drafts = QCheckBox(self.tr("Count drafts"), self)
        self._dress()
        self._lay_out()

    def way(self) -> tuple[QWidget, ...]:
        """The widgets in the order in which Tab goes through them."""
        return (self.annotators, self.labels, self.languages, self.since, self.until, self.drafts)

    def set_choices(self, choices: Choices) -> None:
        """Offer what there is in the project."""
        self.annotators.set_choices((key, one_line(name, 60)) for key, name in choices.annotators)
        self.labels.set_choices(choices.labels)
        self.languages.set_choices((code, self._language(code)) for code in choices.languages)

    def question(self) -> Question:
        """What is chosen."""
        return Question(
            annotators=_in_order(self.annotators.chosen()),
            labels=tuple(sorted(self.labels.chosen())),
            languages=tuple(sorted(self.languages.chosen())),
            since=self.since.day(),
            until=self.until.day(),
            drafts=self.drafts.isChecked(),
        )

    def _language(self, code: str) -> str:
        return self.tr("unknown") if code in ("", "und") else isolated_language(code)

    def _dress(self) -> None:
        self.since.setAccessibleName(self.tr("Handed in from"))
        self.until.setAccessibleName(self.tr("Handed in until"))
        self.drafts.setFont(small(self.drafts.font()))
        self.drafts.setToolTip(self.tr("Count readings that are not handed in, too, as they are now"))
        for button in (self.annotators, self.labels, self.languages):
            button.changed.connect(self.changed)
        for field in (self.since, self.until):
            field.changed.connect(self.changed)
        self.drafts.toggled.connect(self.changed)

    def _lay_out(self) -> None:
        row = FlowLayout(self)
        days: tuple[QWidget, ...] = (
            QuietLabel(self.tr("handed in"), self),
            self.since,
            QuietLabel("–", self),
            self.until,
        )
        for widget in (self.annotators, self.labels, self.languages, *days, self.drafts):
            row.addWidget(widget)


def _in_order(keys: Iterable[UUID]) -> tuple[UUID, ...]:
    return tuple(sorted(keys))
