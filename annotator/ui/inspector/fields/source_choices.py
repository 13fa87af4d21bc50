"""The list below a source field: what is found, and the row that makes a new source."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

_CHOICE = Qt.ItemDataRole.UserRole
_MOST_ROWS = 8
_WIDEST = 360


@dataclass(frozen=True, slots=True)
class SourceChoice:
    """One row: a source of the project, or a name of which one is to be made (`source_id` None).

    `hint` says what else is known: its kind, and the other name by which it was found. `likely`: something in the
    article speaks for it, so that Enter may take it before a letter is typed.
    """

    source_id: UUID | None
    name: str
    hint: str = ""
    likely: bool = True


class SourceChoices(QListWidget):
    """Lies over whatever is below the field; the keyboard stays in the field.

    Signals:
        chosen: a SourceChoice was clicked.
    """

    chosen = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self.setObjectName("choices")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Sources"))
        self.setFrameShape(QFrame.Shape.Box)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._place)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(_CHOICE)))
        self.hide()

    def show_choices(self, choices: Sequence[SourceChoice], current: int) -> None:
        """Offer these, beginning at one of them; -1: at none."""
        self.clear()
        for choice in choices:
            item = QListWidgetItem(self._words(choice), self)
            item.setData(_CHOICE, choice)
            item.setToolTip(item.text())
        self.setCurrentRow(current)
        self.setVisible(bool(choices))
        self._follow_field()
        self._place()

    def choice(self) -> SourceChoice | None:
        """The row that is marked."""
        if not self.isVisible() or self.currentRow() < 0:
            return None
        found: SourceChoice = self.currentItem().data(_CHOICE)
        return found

    def words(self) -> str:
        """The marked row's words."""
        return self.currentItem().text() if self.currentRow() >= 0 else ""

    def step(self, by: int) -> None:
        """Mark another row."""
        if self.count():
            self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + by)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.isVisible():
            self._soon.start()
        return super().eventFilter(watched, event)

    def _follow_field(self) -> None:
        """Stay below the field when the panel is scrolled, or laid out anew."""
        around: QWidget | None = self._field
        while around is not None and around is not self._field.window():
            around.removeEventFilter(self)
            around.installEventFilter(self)
            around = around.parentWidget()

    def _words(self, choice: SourceChoice) -> str:
        words = choice.name
        if choice.source_id is None:
            words = self.tr("Create “{name}”").format(name=choice.name)
        return f"{words}  ·  {choice.hint}" if choice.hint else words

    def _place(self) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            shown = self.isVisible()
            self.setParent(window)
            self.setVisible(shown)
        self.doItemsLayout()
        row = self.visualItemRect(self.item(0)).height() if self.count() else 0
        height = min(self.count(), _MOST_ROWS) * row + 2 * self.frameWidth()
        wanted = max(self._field.width(), min(_WIDEST, self.sizeHintForColumn(0) + 28))
        width = min(wanted, window.width())
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(corner.x() + self._field.width() - width)
        corner.setX(max(0, min(corner.x(), window.width() - width)))
        if corner.y() + height > window.height():
            corner.setY(max(0, self._field.mapTo(window, QPoint(0, 0)).y() - height - 2))
        self.setGeometry(corner.x(), corner.y(), width, height)
        self.raise_()
