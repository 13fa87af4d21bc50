"""A label set as a tree: the set itself, and below it labels, fields, links, rules."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from annotator.core.label_changes import KINDS, parts
from annotator.core.label_differences import title_of
from annotator.core.schema import Label, LabelSet
from annotator.ui.inspector.label_chip import SWATCH, label_icon

_PART = Qt.ItemDataRole.UserRole
SET = "set"
"""The kind of the row for the set itself."""


class PartsTree(QTreeWidget):
    """Alt+Up and Alt+Down put parts in order, Del retires.

    Signals:
        part_chosen: kind and key of the row in focus; without a key for the head of a group.
        move_requested: by how many places.
        retire_requested: the part in focus shall be retired.
    """

    part_chosen = Signal(str, str)
    move_requested = Signal(int)
    retire_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setIconSize(SWATCH)
        self.setAccessibleName(self.tr("Parts of the label set"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda: self.part_chosen.emit(*self.chosen()))

    def chosen(self) -> tuple[str, str]:
        """Kind and key of the row in focus."""
        row = self.currentItem()
        return (SET, "") if row is None else row.data(0, _PART)

    def show_set(self, label_set: LabelSet, theme_name: str) -> None:
        """Show a set; the row in focus stays in focus, and folded groups stay folded."""
        kind, key = self.chosen()
        folded = {row.data(0, _PART)[0] for row in self._groups() if not row.isExpanded()}
        if not self._heads():
            folded = {"relations", "rules"}  # seldom changed
        with QSignalBlocker(self):
            self.clear()
            self._row(self, label_set.title, SET, "")
            for group, title in zip(KINDS, self._titles(), strict=True):
                head = self._row(self, title, group, "")
                for part in parts(label_set, group):
                    self._part_row(head, group, part, theme_name)
                head.setExpanded(group not in folded)
            self.choose(kind, key)

    def choose(self, kind: str, key: str) -> None:
        """Give a part the focus, else the head of its group."""
        heads = [row for row in self._heads() if row.data(0, _PART)[0] == kind] or self._heads()[:1]
        for head in heads:
            inside = [row for row in _rows_below(head) if row.data(0, _PART)[1] == key]
            self.setCurrentItem(inside[0] if inside else head)

    def rename_chosen(self, key: str) -> None:
        """The part in focus has another key from now on."""
        row = self.currentItem()
        if row is not None:
            row.setData(0, _PART, (self.chosen()[0], key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.move_requested.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.retire_requested.emit()
        else:
            super().keyPressEvent(event)

    def _heads(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(index) for index in range(self.topLevelItemCount()))
        return [row for row in found if row is not None]

    def _groups(self) -> list[QTreeWidgetItem]:
        return self._heads()[1:]

    def _titles(self) -> tuple[str, ...]:
        return self.tr("Labels"), self.tr("Fields"), self.tr("Links"), self.tr("Rules")

    def _part_row(self, head: QTreeWidgetItem, kind: str, part: object, theme_name: str) -> None:
        retired = bool(getattr(part, "retired", False))
        title = title_of(part)
        words = self.tr("{title} (retired)").format(title=title) if retired else title
        row = self._row(head, words, kind, str(getattr(part, "key", "")))
        row.setToolTip(0, title)
        if isinstance(part, Label) and not retired:
            row.setIcon(0, label_icon(part, theme_name, self.palette().base().color()))

    def _row(self, above: "QTreeWidget | QTreeWidgetItem", words: str, kind: str, key: str) -> QTreeWidgetItem:
        row = QTreeWidgetItem(above, [words])
        row.setData(0, _PART, (kind, key))
        return row


def _rows_below(head: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (head.child(index) for index in range(head.childCount()))
    return [row for row in found if row is not None]
