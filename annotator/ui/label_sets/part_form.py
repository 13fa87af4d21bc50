"""What the forms of labels, fields, links and rules have in common."""

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.core.label_changes import Part
from annotator.core.schema import LabelSet
from annotator.ui.quiet_label import QuietLabel

_LINES = 3
MARGINS = (4, 8, 12, 8)
"""Pixels around a form: left, top, right, bottom."""


class PartForm(QWidget):
    """Shows one part of a set and tells what of it is changed.

    Signals:
        edited: what is otherwise now, by the names of the part's fields.
    """

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(8)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.key = QuietLabel("", self)
        # The pages of a stack are as high as the highest; rows must not drift apart for it.
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.addLayout(self.form)
        column.addStretch(1)

    @abstractmethod
    def show_part(self, label_set: LabelSet, part: Part, *, is_new: bool) -> None:
        """Show a part of this set; one that `is_new` is in use nowhere. Nothing is told."""

    def tell(self, **details: Any) -> None:
        """Something has been changed by the person."""
        self.edited.emit(details)

    def add_line(self, title: str, field: str) -> QLineEdit:
        """A line of text that is one of the part's fields."""
        line = QLineEdit(self)
        line.setAccessibleName(title)
        line.textEdited.connect(lambda words: self.tell(**{field: words.strip()}))
        self.form.addRow(title, line)
        return line

    def add_text(self, title: str, field: str) -> QPlainTextEdit:
        """A few lines of text that are one of the part's fields."""
        text = QPlainTextEdit(self)
        text.setAccessibleName(title)
        text.setTabChangesFocus(True)
        text.setFixedHeight(_LINES * text.fontMetrics().lineSpacing() + 16)
        text.textChanged.connect(lambda: self._text_edited(text, field))
        self.form.addRow(title, text)
        return text

    def show_text(self, text: QPlainTextEdit, words: str) -> None:
        """Show words in a field of several lines without telling of it."""
        if text.toPlainText() != words:
            text.blockSignals(True)
            text.setPlainText(words)
            text.blockSignals(False)

    def add_key(self) -> None:
        """The key, which is shown and never changed."""
        self.key.setToolTip(self.tr("What databases and exports hold; it never changes."))
        self.form.addRow(self.tr("Key"), self.key)

    def _text_edited(self, text: QPlainTextEdit, field: str) -> None:
        self.tell(**{field: " ".join(text.toPlainText().split())})
