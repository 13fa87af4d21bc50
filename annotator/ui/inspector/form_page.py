"""The fields of one label, made from its attributes: those asked first, and the rest to be unfolded."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.core.schema import Attribute, AttributeKind
from annotator.ui.inspector.fields.choice_field import ChoiceField
from annotator.ui.inspector.fields.date_field import DateField
from annotator.ui.inspector.fields.field import Field
from annotator.ui.inspector.fields.number_field import NumberField
from annotator.ui.inspector.fields.source_field import SourceField, SourceFinder
from annotator.ui.inspector.fields.text_field import TextField
from annotator.ui.inspector.fields.yes_no_field import YesNoField
from annotator.ui.inspector.mnemonics import with_mnemonics

_FIELDS: Mapping[AttributeKind, Callable[[Attribute, QWidget], Field]] = {
    AttributeKind.CHOICE: ChoiceField,
    AttributeKind.YES_NO: YesNoField,
    AttributeKind.TEXT: TextField,
    AttributeKind.NUMBER: NumberField,
    AttributeKind.DATE: DateField,
}


class FormPage(QWidget):
    """`fields` by attribute. What is shown of them depends on the values, see `show_only`."""

    def __init__(
        self, attributes: Sequence[Attribute], finder: SourceFinder, taken: Container[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("fields")
        self.attributes = tuple(attributes)
        self.fields: dict[str, Field] = {}
        self._labels: dict[str, QLabel] = {}
        self._asked: set[str] = set()
        self._said = 0
        for attribute in attributes:
            source = attribute.kind is AttributeKind.SOURCE
            made = SourceField(attribute, finder, self) if source else _FIELDS[attribute.kind](attribute, self)
            self.fields[attribute.key] = made
        self.fold = QToolButton(self)
        self.fold.setAutoRaise(True)
        self.fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fold.setAccessibleName(self.tr("More fields"))
        self._rest = QWidget(self)
        self._lay_out(with_mnemonics([one.title for one in attributes], taken))
        self.show_only({one.key for one in attributes})

    @property
    def is_empty(self) -> bool:
        """True where the label has no attributes."""
        return not self.fields

    def shown_fields(self) -> Iterator[Field]:
        """The fields that are asked of what is shown now, folded ones too."""
        return (field for key, field in self.fields.items() if key in self._asked)

    def show_only(self, asked: set[str]) -> None:
        """Ask for these attributes; the others do not apply."""
        self._asked = asked & self.fields.keys()
        for key, field in self.fields.items():
            field.setVisible(key in asked)
            self._labels[key].setVisible(key in asked)
        self.fold.setVisible(any(not one.first and one.key in asked for one in self.attributes))

    def tab_order(self) -> list[QWidget]:
        """What has the keyboard one after the other: as it is seen, from top to bottom."""
        first = [widget for one in self.attributes if one.first for widget in self.fields[one.key].tab_order()]
        rest = [widget for one in self.attributes if not one.first for widget in self.fields[one.key].tab_order()]
        return [*first, self.fold, *rest]

    def set_unfolded(self, unfolded: bool) -> None:
        """Show the fields that are not asked first, or fold them away."""
        self._rest.setVisible(unfolded)
        self._name_fold()
        self.fold.setAccessibleDescription(self.tr("unfolded") if unfolded else self.tr("folded"))

    def is_folded_away(self, key: str) -> bool:
        """True for a field that has to be unfolded to be seen."""
        return self._rest.isHidden() and any(one.key == key and not one.first for one in self.attributes)

    def tell_fold(self, said: Mapping[str, Any]) -> None:
        """Say on the fold how many of the folded fields say something."""
        self._said = sum(1 for one in self.attributes if not one.first and one.key in said and one.key in self._asked)
        self._name_fold()

    def _name_fold(self) -> None:
        # An arrow as a letter: those of buttons lie over the words where these run from right to left.
        folded = "◂" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "▸"
        words = self.tr("More · {n}").format(n=self._said) if self._said else self.tr("More")
        self.fold.setText(f"{folded if self._rest.isHidden() else '▾'}  {words}")

    def _lay_out(self, titles: Sequence[str]) -> None:
        first, rest = _form(), _form(self._rest)
        for attribute, title in zip(self.attributes, titles, strict=True):
            label = QLabel(title, self)
            label.setBuddy(self.fields[attribute.key].editor)
            label.setToolTip(attribute.description)
            label.setFrameShape(QFrame.Shape.NoFrame)
            self._labels[attribute.key] = label
            (first if attribute.first else rest).addRow(label, self.fields[attribute.key])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(first)
        whole.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addWidget(self._rest)


def _form(parent: QWidget | None = None) -> QFormLayout:
    form = QFormLayout(parent) if parent else QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setVerticalSpacing(6)
    form.setHorizontalSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return form
