"""The closed values of a field: added, renamed, put in order, retired, merged."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from annotator.core.label_changes import add_value, key_from
from annotator.core.schema import Attribute, AttributeKind, Value

_KEY = Qt.ItemDataRole.UserRole
_ROWS = 6


class ValuesEditor(QWidget):
    """F2 renames, Alt+Up and Alt+Down put in order.

    Signals:
        edited: all values as they are now, retired ones too.
        merge_requested: key of the value that shall become another.
    """

    edited = Signal(tuple)
    merge_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[Value, ...] = ()
        self._fresh = ""  # the key of a value that has been added and has no title of its own yet
        self.list = _Rows(self)
        self.list.setAccessibleName(self.tr("Values"))
        self.list.itemChanged.connect(self._rename)
        self.list.currentRowChanged.connect(self._follow)
        self.list.moved.connect(self.reorder)
        self.add_button = self._button(self.tr("Add"), self._add)
        self.retire_button = self._button(self.tr("Retire"), self._retire)
        self.merge_button = self._button(self.tr("Merge…"), lambda: self.merge_requested.emit(self._key()))
        line = QHBoxLayout()
        for button in (self.add_button, self.retire_button, self.merge_button):
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addLayout(line)

    def show_values(self, values: tuple[Value, ...]) -> None:
        """Show these; the row that has the focus keeps it."""
        if _keys(values) != _keys(self._values):
            self._fresh = ""
        key, self._values = self._key(), values
        words = [self._words(value) for value in values]
        # Rows stay where they can: one of them may be the very row that is being edited.
        if [(row.data(_KEY), row.text()) for row in self._rows()] != list(zip(_keys(values), words, strict=True)):
            with QSignalBlocker(self.list):
                self._fill(words)
                self.list.setCurrentRow(_keys(values).index(key) if key in _keys(values) else 0)
        self._follow()

    def _rows(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _words(self, value: Value) -> str:
        return self.tr("{title} (retired)").format(title=value.title) if value.retired else value.title

    def _fill(self, words: list[str]) -> None:
        self.list.clear()
        for value, title in zip(self._values, words, strict=True):
            row = QListWidgetItem(title, self.list)
            row.setData(_KEY, value.key)
            if not value.retired:
                row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)

    def reorder(self, by: int) -> None:
        """Put the value in focus so many rows further down."""
        there, at = list(self._values), self.list.currentRow()
        if 0 <= at < len(there) and 0 <= at + by < len(there):
            there.insert(at + by, there.pop(at))
            self._tell(tuple(there))

    def _button(self, words: str, slot: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _key(self) -> str:
        return str(self.list.currentIndex().data(_KEY) or "")

    def _follow(self) -> None:
        value = next((one for one in self._values if one.key == self._key()), None)
        retired = value is not None and value.retired
        self.retire_button.setText(self.tr("Bring back") if retired else self.tr("Retire"))
        self.retire_button.setEnabled(value is not None)
        self.merge_button.setEnabled(value is not None and not retired and len(self._values) > 1)

    def _add(self) -> None:
        whole = Attribute("x", "", AttributeKind.CHOICE, values=self._values)
        self._tell(add_value(whole, self.tr("new value")).values)
        self._fresh = self._values[-1].key
        self.list.setCurrentRow(len(self._values) - 1)
        self.list.editItem(self.list.currentItem())

    def _retire(self) -> None:
        key = self._key()
        self._tell(tuple(replace(one, retired=not one.retired) if one.key == key else one for one in self._values))

    def _rename(self, row: QListWidgetItem) -> None:
        title, key = row.text().strip(), str(row.data(_KEY))
        named, self._fresh = key if key != self._fresh or not title else self._key_from(title, key), ""
        # The rows stay as they are: this one is being edited.
        with QSignalBlocker(self.list):
            row.setData(_KEY, named)
        self._values = tuple(
            replace(one, key=named, title=title or one.title) if one.key == key else one for one in self._values
        )
        self.edited.emit(self._values)

    def _key_from(self, title: str, key: str) -> str:
        """The key of a value that has just been made, by the title that it is given."""
        return key_from(title, {one.key for one in self._values} - {key}, "value")

    def _tell(self, values: tuple[Value, ...]) -> None:
        self.show_values(values)
        self.edited.emit(values)


def _keys(values: tuple[Value, ...]) -> list[str]:
    return [value.key for value in values]


class _Rows(QListWidget):
    """Rows that Alt and an arrow move.

    Signals:
        moved: by how many rows.
    """

    moved = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(_ROWS * (self.fontMetrics().height() + 6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
