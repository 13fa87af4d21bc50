"""The page of conflicts: what two copies of the project say differently, a card each, settled by one key.

It asks by signals and is answered by `show_conflicts`; reading and writing are done elsewhere (ui/packets.py).
"""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.operations.conflicts import Conflict
from annotator.ui.lines import number
from annotator.ui.packet.conflict_card import ConflictCard
from annotator.ui.quiet_label import QuietLabel
from annotator.ui.reader.accessibility import announce

_MOST = 60
"""Cards at a time: more would make the page slow, and nobody settles more without a pause."""
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}
_CHOICES = {Qt.Key.Key_1: "kept", Qt.Key.Key_2: "other"}


class ConflictsPage(QWidget):
    """Cards one below the other; one of them is current, and the keys are for it.

    Signals:
        settled: the conflict's key, and "kept" or "other".
        opened: an article is wanted.
        bring_wanted: bring a packet or another copy home.
        left: back to the text.
    """

    settled = Signal(UUID, str)
    opened = Signal(UUID)
    bring_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflicts_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.cards: list[ConflictCard] = []
        self._current = 0
        self.title = QLabel(self.tr("Conflicts"), self)
        font = QFont(self.title.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(font)
        self.count, self.says = QuietLabel("", self), QLabel(self)
        self.says.setWordWrap(True)
        self.says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.keys = QuietLabel(
            self.tr("1 leaves it so · 2 takes the other · J and K move · Enter opens the article"), self
        )
        self.bring = QPushButton(self.tr("Bring a packet home…"), self)
        self.bring.clicked.connect(self.bring_wanted)
        self.area = QScrollArea(self)
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Conflicts"))

    @property
    def current(self) -> Conflict | None:
        """The conflict that the keys are for."""
        return self.cards[self._current].conflict if self.cards else None

    def begin(self) -> None:
        """The page has come into view."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._announce()

    def show_conflicts(self, conflicts: Sequence[Conflict], writable: bool = True) -> None:
        """Show what is open, and stay where one was: at the same conflict, or at the one in its place."""
        former = self.current
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [self._card(one, writable) for one in conflicts[:_MOST]]
        for place, card in enumerate(self.cards):
            self._column.insertWidget(place, card)
            card.show()
        keys = [card.conflict.id for card in self.cards]
        place = keys.index(former.id) if former and former.id in keys else self._current
        self._tell(len(conflicts))
        self._move_to(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        here = self.current
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._move_to(self._current + _STEPS[key])
            self._announce()
        elif key in _CHOICES and here and self.cards[self._current].keep.isEnabled():
            self.settled.emit(here.id, _CHOICES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here and here.document_id:
            self.opened.emit(here.document_id)
        else:
            super().keyPressEvent(event)

    def _card(self, conflict: Conflict, writable: bool) -> ConflictCard:
        card = ConflictCard(conflict, self._inside)
        for button in (card.keep, card.take):
            button.setEnabled(writable)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        card.settled.connect(self.settled)
        card.opened.connect(self.opened)
        card.pointed.connect(lambda: self._move_to(self.cards.index(card)))
        return card

    def _move_to(self, place: int) -> None:
        if not self.cards:
            self._current = 0
            return
        self._current = min(max(0, place), len(self.cards) - 1)
        for number_, card in enumerate(self.cards):
            card.set_current(number_ == self._current)
        self._inside.layout().activate()  # type: ignore[union-attr]  # it has one: the card's place is known now
        self.area.ensureWidgetVisible(self.cards[self._current], 0, 24)

    def _announce(self) -> None:
        if self.cards:
            card = self.cards[self._current]
            announce(self, f"{card.accessibleName()}. {card.accessibleDescription()}")
        else:
            announce(self, self.says.text())

    def _tell(self, total: int) -> None:
        words = self.tr("1 is open") if total == 1 else self.tr("{count} are open").format(count=number(total))
        if total > _MOST:
            words = self.tr("{count} are open; the first {shown} are shown").format(
                count=number(total), shown=number(_MOST)
            )
        self.count.setText(words if total else "")
        self.says.setText(
            self.tr(
                "Nothing is open. When a packet or another copy of the project comes home and says something else than "
                "this one, both stand here, and you choose."
            )
        )
        self.says.setVisible(total == 0)
        self.area.setVisible(total > 0)
        self.keys.setVisible(total > 0)

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self.area.setWidget(self._inside)
        self.area.setWidgetResizable(True)
        for part in (self._inside, self.area.viewport()):
            part.setAutoFillBackground(False)  # the page's own paper shows
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setObjectName("conflicts")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        head.addWidget(self.bring)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 16, 12)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.says, 1)
        whole.addWidget(self.keys)
