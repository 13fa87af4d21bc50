"""Before many places are tagged: each in its sentence, chosen or left out; with which label, and how much of the text.

The labels' own keys choose the label, Space a place, Enter tags.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.found_places import Extent, FoundPlace
from annotator.core.schema import Label, LabelSet
from annotator.core.spans import Span
from annotator.ui.commands import label_command
from annotator.ui.finding.attribute_row import AttributeRow
from annotator.ui.finding.place_delegate import PlaceDelegate
from annotator.ui.finding.place_model import PlaceModel
from annotator.ui.finding.words import chosen_words
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.inspector.label_chip import SWATCH, label_icon
from annotator.ui.keys import Keys, sequences, shown_key
from annotator.ui.lines import number
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader.accessibility import announce
from annotator.ui.tick_list import TickList

_SIZE = (900, 620)


class TagChoice(NamedTuple):
    """What is to be tagged, with which label, and what is said of all of it."""

    label: str
    places: list[tuple[UUID, Span]]
    attributes: dict[str, Any]


class Found(NamedTuple):
    """Places that were found; `more`: there are others that are not here."""

    places: Sequence[FoundPlace]
    more: bool = False


class TagDialog(QDialog):
    """Use `ask`. `list_view` are the places, `labels` and `extents` the buttons that choose how they are tagged."""

    def __init__(self, parent: QWidget | None, found: Found, label_set: LabelSet, keys: Keys, theme_name: str) -> None:
        super().__init__(parent)
        labels = label_set.main or label_set.offered
        self.setWindowTitle(self.tr("Tag what was found"))
        self._theme_name, self._more = theme_name, found.more
        self.model = PlaceModel(found.places, Extent.SENTENCE, labels[0].key, self)
        self.list_view = TickList(self.model, PlaceDelegate(), self.model.toggle, self)
        self.attributes = AttributeRow(label_set, self)
        self.labels = self._label_buttons(labels, keys)
        self.extents = self._extent_buttons()
        self.all_button = QPushButton(self.tr("Choose &all"), self)
        self.none_button = QPushButton(self.tr("Choose &none"), self)
        self.count = QLabel(self)
        self.count.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.tag_button = self._buttons.addButton(self.tr("Tag"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._connect()
        self._tell()
        self.list_view.setAccessibleName(self.tr("Places to be tagged; Space chooses"))
        self.list_view.setCurrentIndex(self.model.index(0, 0))
        self.list_view.setFocus(Qt.FocusReason.TabFocusReason)

    @classmethod
    def ask(
        cls, parent: QWidget | None, found: Found, label_set: LabelSet, keys: Keys, theme_name: str
    ) -> TagChoice | None:
        """What to tag, None when the person thought better of it. There is a place and a label at least."""
        dialog = cls(parent, found, label_set, keys, theme_name)
        try:
            return dialog.choice() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def choice(self) -> TagChoice:
        """What is chosen now."""
        chosen = [(one.place.document_id, one.stretch) for one in self.model.chosen()]
        return TagChoice(self.model.label, chosen, self.attributes.values())

    def _label_buttons(self, labels: Sequence[Label], keys: Keys) -> Mapping[str, QRadioButton]:
        group, ground, made = QButtonGroup(self), self.palette().color(QPalette.ColorRole.Window), {}
        for label in labels:
            command = label_command(label)
            key = shown_key(command, keys)
            button = QRadioButton(f"{label.title}  ({key})" if key else label.title, self)
            button.setIcon(label_icon(label, self._theme_name, ground))
            button.setIconSize(SWATCH)
            button.setToolTip(label.description)
            button.toggled.connect(lambda on, key=label.key: self._plan(label=key) if on else None)
            group.addButton(button)
            for sequence in sequences(command, keys):
                QShortcut(sequence, self).activated.connect(button.click)
            made[label.key] = button
        made[self.model.label].setChecked(True)
        return made

    def _extent_buttons(self) -> Mapping[Extent, QRadioButton]:
        group, made = QButtonGroup(self), {}
        for extent, words in (
            (Extent.SENTENCE, self.tr("The &sentence")),
            (Extent.WORDS, self.tr("The &words")),
            (Extent.EXACT, self.tr("&Exactly what was found")),
        ):
            button = QRadioButton(words, self)
            button.toggled.connect(lambda on, extent=extent: self._plan(extent=extent) if on else None)
            group.addButton(button)
            made[extent] = button
        made[self.model.extent].setChecked(True)
        return made

    def _plan(self, *, label: str | None = None, extent: Extent | None = None) -> None:
        self.model.set_plan(extent or self.model.extent, label or self.model.label)
        if label:
            self.attributes.set_label(label)

    def _tell(self) -> None:
        chosen = self.model.chosen()
        words = chosen_words(chosen, self.model.proposals)
        self.count.setText(words)
        announce(self.list_view, words)
        self.tag_button.setEnabled(bool(chosen))
        counted = self.tr("Tag 1 place") if len(chosen) == 1 else self.tr("Tag {count} places")
        self.tag_button.setText(counted.format(count=number(len(chosen))) if chosen else self.tr("Tag"))

    def _lay_out(self) -> None:
        words = self.tr("All of it can be undone as one step.")
        if self._more:
            first = self.tr("These are the first {count} places; there are more.")
            words = f"{first.format(count=number(self.model.rowCount()))} {words}"
        lines = [QWidget(self), QWidget(self)]
        for line, buttons in zip(lines, (self.labels.values(), self.extents.values()), strict=True):
            flow = FlowLayout(line, spacing=16)
            for button in buttons:
                flow.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for part in (self.all_button, self.none_button):
            part.setAutoDefault(False)
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self._buttons)
        self.tag_button.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(10)
        for line in lines:
            whole.addWidget(line)
        whole.addWidget(self.attributes)
        whole.addWidget(self.list_view, 1)
        whole.addWidget(self.count)
        whole.addWidget(QuietLabel(words, self))
        whole.addLayout(foot)
        self.resize(QSize(*_SIZE))

    def _connect(self) -> None:
        self.model.chosen_changed.connect(self._tell)
        self.attributes.left.connect(self.list_view.setFocus)
        self.all_button.clicked.connect(lambda: self.model.choose_all(on=True))
        self.none_button.clicked.connect(lambda: self.model.choose_all(on=False))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
