"""What is said at once of all that will be tagged: the closed attributes of a label that are asked first."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from annotator.core.attributes import value_of
from annotator.core.schema import Attribute, AttributeKind, LabelSet, holds
from annotator.ui.inspector.fields.choice_field import ChoiceField

_MOST = 4


class AttributeRow(QWidget):
    """A field for each; those that other answers make needless go away. What marks tell by themselves is not asked.

    Signals:
        left: the person is done with a field.
    """

    left = Signal()

    def __init__(self, label_set: LabelSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label_set = label_set
        self._attributes: tuple[Attribute, ...] = ()
        self._said: dict[str, Any] = {}
        self._pairs: dict[str, tuple[QLabel, ChoiceField]] = {}
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)

    def set_label(self, label: str) -> None:
        """Ask what can be said with this label; nothing is said yet."""
        while (place := self._line.takeAt(0)) is not None:
            if widget := place.widget():
                widget.hide()
                widget.deleteLater()
        self._said, self._pairs = {}, {}
        self._attributes = self._label_set.attributes_of(label)
        asked = [one for one in self._attributes if one.kind is AttributeKind.CHOICE and one.first and not one.guess]
        for attribute in asked[:_MOST]:
            self._add(attribute)
        self._line.addStretch(1)
        self._show_asked()
        self.setVisible(bool(self._pairs))

    def values(self) -> dict[str, Any]:
        """What is said now: key of an attribute -> value."""
        return {key: value for key, value in self._said.items() if self._is_asked(key)}

    def fields(self) -> list[ChoiceField]:
        """The fields, in order."""
        return [field for _, field in self._pairs.values()]

    def _add(self, attribute: Attribute) -> None:
        name, field = QLabel(f"{attribute.title}:", self), ChoiceField(attribute, self)
        field.set_value(attribute.default or None)
        field.changed.connect(lambda value: self._say(attribute.key, value))
        field.left.connect(self.left)
        if isinstance(field.editor, QComboBox):  # there is room for its words here
            field.editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        name.setBuddy(field.editor)
        self._pairs[attribute.key] = name, field
        self._line.addWidget(name)
        self._line.addWidget(field)

    def _say(self, key: str, value: Any) -> None:
        self._said[key] = value
        self._show_asked()

    def _show_asked(self) -> None:
        for key, pair in self._pairs.items():
            for widget in pair:
                widget.setVisible(self._is_asked(key))

    def _is_asked(self, key: str) -> bool:
        there = {attribute.key: attribute for attribute in self._attributes}
        said = {name: value for name, value in self._said.items() if value is not None}
        return holds(there[key].shown_when, lambda other: value_of(there[other], said) if other in there else None)
