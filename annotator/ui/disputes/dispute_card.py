"""The dispute in focus: what each side says, what differs, what was ruled, and the keys that settle it."""

from collections.abc import Iterator, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.disputes import Side
from annotator.core.rulings import Dispute
from annotator.core.schema import LabelSet
from annotator.core.submissions import SubmittedAnnotation
from annotator.operations.disputed_articles import DisputedArticle
from annotator.ui.disputes.words import (
    attribute_words,
    case_words,
    kinds_words,
    label_words,
    link_words,
    ruling_words,
    value_words,
)
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.inspector.label_chip import LabelChip
from annotator.ui.lines import isolated, number, one_line
from annotator.ui.people.chip import PersonChip
from annotator.ui.quiet_label import QuietLabel

_LONGEST = 400
_WIDE, _SIDE = 520, 170  # pixels from which the sides stand beside each other; of each at least


class DisputeCard(QWidget):
    """All about one dispute; each of its buttons has a key on the page.

    Signals:
        side_chosen: rule for this annotator's side.
        key_chosen: what the button with this key does: B, N, E, G.
    """

    side_chosen = Signal(UUID)
    key_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.count = QLabel(self), QuietLabel("", self)
        font = QFont(self.title.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * 1.1)
        self.title.setFont(font)
        self.title.setWordWrap(True)
        self.ruled, self.former = QLabel(self), QuietLabel("", self)
        for words in (self.ruled, self.former):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons: dict[str, QPushButton] = {}
        self._sides = QWidget(self)
        self._beneath = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._sides)
        self._beneath.setContentsMargins(0, 0, 0, 0)
        self._beneath.setSpacing(8)
        self._keys = QWidget(self)
        self._row = FlowLayout(self._keys, spacing=6)
        self._lay_out()

    def show_dispute(
        self, dispute: Dispute, article: DisputedArticle, label_set: LabelSet, theme_name: str, at: tuple[int, int]
    ) -> None:
        """Show a dispute, the so many-th of so many (`at`)."""
        group = dispute.group
        self._article, self._label_set, self._theme_name = article, label_set, theme_name
        self.title.setText(kinds_words(group))
        self.count.setText(self.tr("{at} of {total}").format(at=number(at[0]), total=number(at[1])))
        self._clear()
        for place, side in enumerate(group.sides, 1):
            self._beneath.addWidget(self._side(place, side, dispute), 1)
        self._turn(self.width())
        words = ruling_words(dispute.ruling, group, article, label_set) if dispute.ruling else ""
        case = case_words(dispute.ruling) if dispute.ruling else ""
        self.ruled.setText("\n".join(filter(None, (f"✓ {words}" if words else "", case))))
        self.ruled.setVisible(bool(words))
        former = ruling_words(dispute.former, group, article, label_set) if dispute.former else ""
        self.former.setText(self.tr("Settled before it changed. {ruling}").format(ruling=former))
        self.former.setVisible(bool(former))
        self._offer([(side.annotator_id, article.name(side.annotator_id)) for side in group.sides])
        spoken = [kinds_words(group), *map(self._spoken, group.sides), words]
        self.setAccessibleDescription(". ".join(filter(None, spoken)))

    def set_writable(self, writable: bool) -> None:
        """Whether anything can be settled."""
        for button in self.buttons.values():
            button.setEnabled(writable)

    def _side(self, place: int, side: Side, dispute: Dispute) -> QWidget:
        """What one annotator says."""
        frame = QFrame(self._sides)
        frame.setObjectName("dispute_side")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(10, 8, 10, 8)
        inside.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        key = QLabel(str(place), frame)
        key.setObjectName("key_cap")
        head.addWidget(key)
        if person := self._article.people.get(side.annotator_id):
            chip = PersonChip(person, self._theme_name, frame, with_name=True)
            chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)  # a long name widens no card
            head.addWidget(chip, 1)
        head.addStretch()
        inside.addLayout(head)
        said = [line for one in side.annotations for line in self._annotation(one, dispute, frame)]
        for widget in said or [QuietLabel(self.tr("nothing here"), frame)]:
            inside.addWidget(widget)
        for words in self._link_lines(side, dispute):
            inside.addWidget(_line(words, frame, strong=True))
        inside.addStretch(1)
        return frame

    def _annotation(self, one: SubmittedAnnotation, dispute: Dispute, frame: QWidget) -> Iterator[QWidget]:
        """Its label, its words, the values that differ, and its note."""
        label = next((label for label in self._label_set.labels if label.key == one.label), None)
        yield LabelChip(label, self._theme_name, frame) if label else QuietLabel(one.label, frame)
        yield _line(one_line(self._article.words(one), _LONGEST), frame)
        for key in dispute.group.attributes:
            value = value_words(self._label_set, key, one.attributes)
            yield _line(f"{attribute_words(self._label_set, key)}: {value}", frame, strong=True)
        if one.note:
            note = QuietLabel(self.tr("Note: {note}").format(note=isolated(one_line(one.note))), frame)
            note.setWordWrap(True)
            yield note

    def _link_lines(self, side: Side, dispute: Dispute) -> Sequence[str]:
        """The links that differ, or that there are none of that kind."""
        lines = []
        for kind in dispute.group.links if side.annotations else ():
            ends = [self._article.end_of(link) for link in side.links if link.kind == kind]
            words = ", ".join(isolated(one_line(end, 120)) for end in ends if end) or self.tr("none")
            lines.append(f"{link_words(self._label_set, kind)}: {words}")
        return lines

    def _spoken(self, side: Side) -> str:
        said = (
            f"{label_words(self._label_set, one.label)} “{one_line(self._article.words(one))}”"
            for one in side.annotations
        )
        return f"{self._article.name(side.annotator_id)}: {', '.join(said) or self.tr('nothing here')}"

    def _offer(self, sides: Sequence[tuple[UUID, str]]) -> None:
        """The buttons, each with its key."""
        self._row.clear()
        self.buttons = {}
        for place, (annotator_id, name) in enumerate(sides, 1):
            button = self._button(str(place), one_line(name, 24))
            button.clicked.connect(partial(self.side_chosen.emit, annotator_id))
        for key, words in (
            ("B", self.tr("Both") if len(sides) == 2 else self.tr("All")),
            ("N", self.tr("Neither") if len(sides) == 2 else self.tr("None")),
            ("E", self.tr("Something new")),
            ("G", self.tr("Case of the guideline")),
        ):
            self._button(key, words).clicked.connect(partial(self.key_chosen.emit, key))

    def _button(self, key: str, words: str) -> QPushButton:
        button = QPushButton(f"{key}  {words.replace('&', '&&')}", self._keys)
        button.setAccessibleName(f"{words} ({key})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row.addWidget(button)
        self.buttons[key] = button
        return button

    def _clear(self) -> None:
        while (entry := self._beneath.takeAt(0)) is not None:
            if widget := entry.widget():
                widget.hide()
                widget.deleteLater()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(10)
        whole.addLayout(head)
        for widget in (self._sides, self.ruled, self.former, self._keys):
            whole.addWidget(widget)
        whole.addStretch(1)
        self.setAccessibleName(self.tr("Dispute"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(event.size().width())

    def _turn(self, width: int) -> None:
        beside = width >= max(_WIDE, _SIDE * self._beneath.count())
        for place in range(self._beneath.count()):
            self._beneath.setStretch(place, int(beside))  # one below the other, each is as high as its words
        self._beneath.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())


def _line(words: str, parent: QWidget, *, strong: bool = False) -> QLabel:
    label = QLabel(isolated(words), parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if strong:
        font = QFont(label.font())
        font.setWeight(QFont.Weight.DemiBold)
        label.setFont(font)
    return label
