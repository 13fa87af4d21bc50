"""One of a few closed values: chosen from a list, or by typing how it begins."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from annotator.core.schema import Attribute, Value
from annotator.ui.inspector.fields.field import DIFFERENT, Field

_NARROWEST = 6  # characters
_AROUND = 24  # pixels: edges, and a bar to scroll by
_NOTHING = "–"


class ChoiceField(Field):
    """A closed list. What is retired is offered only where it is the value that there is."""

    def __init__(self, attribute: Attribute, parent: QWidget | None = None) -> None:
        super().__init__(attribute, parent)
        self._value: Any = None
        self._box = QComboBox(self)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(_NARROWEST)
        self._box.setPlaceholderText(self.tr("(differs)"))
        if not attribute.default:
            self._box.addItem(_NOTHING, None)
            self._box.setItemData(0, self.tr("nothing said"), Qt.ItemDataRole.AccessibleTextRole)
        for value in attribute.values:
            if not value.retired:
                self._offer(value)
        # The list is as wide as its longest value, however narrow the panel is.
        self._box.view().setMinimumWidth(self._box.view().sizeHintForColumn(0) + _AROUND)
        self._box.activated.connect(self._choose)
        self._take_editor(self._box)

    def set_value(self, value: Any) -> None:
        self._value = value
        if value is DIFFERENT:
            self._box.setCurrentIndex(-1)
            return
        found = self._box.findData(value)
        if found < 0 and (retired := self.attribute.value(str(value))):
            self._offer(retired)
            found = self._box.count() - 1
        self._box.setCurrentIndex(found)
        self._tell_whole()

    def _offer(self, value: Value) -> None:
        self._box.addItem(value.title, value.key)
        self._box.setItemData(self._box.count() - 1, value.description, Qt.ItemDataRole.ToolTipRole)

    def _choose(self, index: int) -> None:
        value = self._box.itemData(index)
        if value != self._value:
            self._value = value
            self._tell_whole()
            self.changed.emit(value)

    def _tell_whole(self) -> None:
        """What there may be no room for: the value in full, and what it means."""
        known = self.attribute.value(str(self._value))
        words = [self.attribute.description]
        if known:
            words.append(f"{known.title} – {known.description}" if known.description else known.title)
        self._box.setToolTip("\n".join(words))

    def _leaves(self, event: QKeyEvent) -> bool:
        return super()._leaves(event) and not self._box.view().isVisible()
