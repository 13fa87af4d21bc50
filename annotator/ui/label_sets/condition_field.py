"""When something holds: always, or where a field has one of some values, and another field one of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from annotator.core.schema import Attribute, AttributeKind, Condition, LabelSet
from annotator.ui.label_sets.check_list import CheckList

_CLOSED = (AttributeKind.CHOICE, AttributeKind.YES_NO)


class ConditionPart(QWidget):
    """One field and those of its values with which something holds.

    Signals:
        edited: another field is chosen, or other values are.
    """

    edited = Signal()

    def __init__(self, name: str, *, is_first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attributes: dict[str, Attribute] = {}
        self._is_first = is_first
        self.box = QComboBox(self)
        self.box.setAccessibleName(name)
        self.values = CheckList(self.tr("Values: {name}").format(name=name), self)
        self.box.activated.connect(self._choose)
        self.values.chosen.connect(lambda _keys: self.edited.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.box)
        column.addWidget(self.values)

    @property
    def key(self) -> str:
        """The field that is chosen, "" for none."""
        return str(self.box.currentData() or "")

    def show_part(self, offered: Sequence[Attribute], key: str, values: tuple[str, ...]) -> None:
        """Offer these fields, with one of them and its values chosen."""
        self._attributes = {one.key: one for one in offered}
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(self.tr("Always") if self._is_first else self.tr("and nothing else is asked"), "")
            words = self.tr("Where “{title}” is") if self._is_first else self.tr("and “{title}” is")
            for one in offered:
                self.box.addItem(words.format(title=one.title), one.key)
            self.box.setCurrentIndex(max(0, self.box.findData(key)))
        self._show_values(values)

    def _choose(self) -> None:
        self._show_values(())
        self.edited.emit()

    def _show_values(self, ticked: tuple[str, ...]) -> None:
        attribute = self._attributes.get(self.key)
        titles = [("yes", self.tr("yes")), ("no", self.tr("no"))]
        if attribute and attribute.kind is AttributeKind.CHOICE:
            titles = [
                (value.key, value.title) for value in attribute.values if not value.retired or value.key in ticked
            ]
        elif attribute and attribute.kind not in _CLOSED:  # of a set's file: what is written may be anything
            titles = [(value, value) for value in ticked]
        self.values.show_choices(titles if attribute else (), ticked)
        self.values.setVisible(attribute is not None)


class ConditionField(QWidget):
    """Edits a condition part by part; below the last there is room for one more.

    Signals:
        edited: the condition as it is now.
    """

    edited = Signal(tuple)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._about = name, ""
        self._offered: list[Attribute] = []
        self.parts: list[ConditionPart] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._need(1)

    def show_condition(self, label_set: LabelSet, condition: Condition, without: str = "", about: str = "") -> None:
        """Show a condition on the closed fields of a set; `without` is a field that cannot depend on itself.

        `about` says of what it is the condition: a field that is chosen and has no value yet stays while that does.
        """
        asked = dict(condition)
        self._offered = [
            one
            for one in label_set.attributes
            if one.key in asked or (one.kind in _CLOSED and not one.retired and one.key != without)
        ]
        parts = [*condition]
        if about and about == self._about and condition == self.condition():
            parts = [(part.key, part.values.keys()) for part in self._shown() if part.key]
        self._about = about
        self._show(parts)

    def condition(self) -> Condition:
        """What is chosen; without a value nothing is asked."""
        chosen = [(part.key, part.values.keys()) for part in self._shown()]
        return tuple((key, values) for key, values in chosen if key and values)

    def _shown(self) -> list[ConditionPart]:
        return [part for part in self.parts if not part.isHidden()]

    def _show(self, parts: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """Show these parts, and one for a further field where every one of them has a value."""
        taken = [key for key, _values in parts]
        is_whole = all(values for _key, values in parts)
        rows = [*parts, ("", ())] if is_whole and len(taken) < len(self._offered) else [*parts]
        self._need(len(rows))
        for row, part in enumerate(self.parts):
            part.setVisible(row < len(rows))
            if row < len(rows):
                key, values = rows[row]
                part.show_part([one for one in self._offered if one.key == key or one.key not in taken], key, values)

    def _need(self, count: int) -> None:
        """Have so many parts at least; those there are stay, since one of them may have the keyboard."""
        while len(self.parts) < count:
            at = len(self.parts)
            name = f"{self._name} {at + 1}" if at else self._name
            part = ConditionPart(name, is_first=not at, parent=self)
            part.edited.connect(self._tell)
            self._column.addWidget(part)
            self.parts.append(part)

    def _tell(self) -> None:
        self._show([(part.key, part.values.keys()) for part in self._shown() if part.key])
        self.edited.emit(self.condition())
