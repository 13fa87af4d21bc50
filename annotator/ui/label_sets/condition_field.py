"""When something holds: always, or where a field has one of some values."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from annotator.core.schema import Attribute, AttributeKind, Condition, LabelSet
from annotator.ui.label_sets.check_list import CheckList
from annotator.ui.quiet_label import QuietLabel

_CLOSED = (AttributeKind.CHOICE, AttributeKind.YES_NO)


class ConditionField(QWidget):
    """Edits the first part of a condition; further parts, which a set's file may have, stay and are told.

    Signals:
        edited: the condition as it is now.
    """

    edited = Signal(tuple)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attributes: dict[str, Attribute] = {}
        self._rest: Condition = ()
        self.box = QComboBox(self)
        self.box.setAccessibleName(name)
        self.values = CheckList(self.tr("Values: {name}").format(name=name), self)
        self.more = QuietLabel("", self)
        self.more.setWordWrap(True)
        self.box.activated.connect(self._choose)
        self.values.chosen.connect(lambda: self.edited.emit(self.condition()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.box, self.values, self.more):
            column.addWidget(widget)

    def show_condition(self, label_set: LabelSet, condition: Condition, without: str = "") -> None:
        """Show a condition on the closed fields of a set; `without` is a field that cannot depend on itself."""
        closed = [one for one in label_set.attributes if one.kind in _CLOSED and not one.retired and one.key != without]
        self._attributes = {one.key: one for one in closed}
        key, values = condition[0] if condition else ("", ())
        self._rest = condition[1:]
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(self.tr("Always"), "")
            for one in closed:
                self.box.addItem(self.tr("Where “{title}” is").format(title=one.title), one.key)
            self.box.setCurrentIndex(max(0, self.box.findData(key)))
        self._show_values(values)
        titles = [label_set.attribute(one).title for one, _values in self._rest]
        self.more.setText(self.tr("and as “{titles}” say").format(titles="”, “".join(titles)) if titles else "")
        self.more.setVisible(bool(titles))

    def condition(self) -> Condition:
        """What is chosen; without a value nothing is asked."""
        key, values = str(self.box.currentData() or ""), self.values.keys()
        return ((key, values), *self._rest) if key and values else self._rest

    def _choose(self) -> None:
        self._show_values(())
        self.edited.emit(self.condition())

    def _show_values(self, ticked: tuple[str, ...]) -> None:
        attribute = self._attributes.get(str(self.box.currentData() or ""))
        titles = [("yes", self.tr("yes")), ("no", self.tr("no"))]
        if attribute and attribute.kind is AttributeKind.CHOICE:
            titles = [
                (value.key, value.title) for value in attribute.values if not value.retired or value.key in ticked
            ]
        self.values.show_choices(titles if attribute else (), ticked)
        self.values.setVisible(attribute is not None)
