"""Yes or no, as a box to tick."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from annotator.core.schema import Attribute
from annotator.ui.inspector.fields.field import DIFFERENT, Field


class YesNoField(Field):
    """Ticked, not ticked, or half where several annotations differ."""

    def __init__(self, attribute: Attribute, parent: QWidget | None = None) -> None:
        super().__init__(attribute, parent)
        self._box = QCheckBox(self)
        self._box.clicked.connect(self._choose)
        self._take_editor(self._box)

    def set_value(self, value: Any) -> None:
        mixed = value is DIFFERENT
        self._box.setTristate(mixed)
        self._box.setCheckState(Qt.CheckState.PartiallyChecked if mixed else _state(bool(value)))
        self._name()

    def _choose(self) -> None:
        chosen = self._box.checkState() != Qt.CheckState.Unchecked
        self._box.setTristate(False)
        self._box.setCheckState(_state(chosen))
        self._name()
        self.changed.emit(chosen)

    def _name(self) -> None:
        words = {Qt.CheckState.Checked: self.tr("yes"), Qt.CheckState.Unchecked: self.tr("no")}
        self._box.setText(words.get(self._box.checkState(), self.tr("(differs)")))
        self._box.setAccessibleName(f"{self.attribute.title}: {self._box.text()}")


def _state(chosen: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
