"""A short list of things of which any number can be chosen, each with a box of its own."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QWidget

_KEY = Qt.ItemDataRole.UserRole
_MOST_ROWS = 5


class CheckList(QListWidget):
    """Keys by their titles; Space ticks the row that is in focus.

    Signals:
        chosen: the keys that are ticked now, in the order of the list.
    """

    chosen = Signal(tuple)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: list[tuple[str, str]] = []
        self.setAccessibleName(name)
        # Or in dark themes boxes without a tick have no edge.
        self.setPalette(QApplication.palette("QCheckBox"))  # type: ignore[call-overload]  # it takes no bytes
        self.itemChanged.connect(lambda: self.chosen.emit(self.keys()))

    def show_choices(self, titles: Iterable[tuple[str, str]], ticked: Iterable[str]) -> None:
        """Offer these keys and titles, and tick those; nothing is told."""
        wanted, offered = set(ticked), list(titles)
        with QSignalBlocker(self):
            # Rows stay where they can: one of them may be the very row that is being ticked.
            if offered != self._offered:
                self._offered = offered
                self._fill()
            for row in range(self.count()):
                on = self.item(row).data(_KEY) in wanted
                self.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        if self.count() and self.currentRow() < 0:
            self.setCurrentRow(0)
        high = max(self.sizeHintForRow(0), self.fontMetrics().height() + 4)
        self.setFixedHeight(high * max(1, min(_MOST_ROWS, self.count())) + 2 * self.frameWidth() + 2)

    def _fill(self) -> None:
        self.clear()
        for key, title in self._offered:
            row = QListWidgetItem(title, self)
            row.setData(_KEY, key)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)

    def keys(self) -> tuple[str, ...]:
        """What is ticked."""
        rows = [self.item(row) for row in range(self.count())]
        return tuple(str(row.data(_KEY)) for row in rows if row.checkState() == Qt.CheckState.Checked)

    def tick(self, key: str, *, on: bool) -> None:
        """Tick a row, or take its tick away, as a person would."""
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
