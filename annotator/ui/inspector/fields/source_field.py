"""Who said it: looked for among the project's sources while one types, and made when nobody fits.

What the article itself says comes first while nothing is typed, so that one key and Enter name the source.
"""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from annotator.core.records import SourceRecord
from annotator.core.schema import Attribute
from annotator.ui.inspector.fields.field import DIFFERENT, Field
from annotator.ui.inspector.fields.source_choices import SourceChoice, SourceChoices
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.reader.accessibility import announce

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_WIDEST_CHIP = 120  # pixels of a name: the panel may be narrow
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SourceFinder(Protocol):
    """Who knows the project's sources."""

    def found(self, typed: str) -> Sequence[SourceChoice]:
        """The sources that what was typed may mean, the likeliest first."""
        ...

    def proposed(self, kind: str) -> Sequence[SourceChoice]:
        """Who it may be before anything is typed: whom the article names, then whom it named last."""
        ...

    def name_of(self, source: SourceRecord) -> str:
        """A source's name as it may be shown."""
        ...


class SourceField(Field):
    """One source, or several as removable chips.

    Signals:
        create_requested: a source of this name is to be made, and named.
        rearranged: there are other chips than before; who orders what the keyboard goes through has to do so anew.
    """

    create_requested = Signal(str)
    rearranged = Signal()

    def __init__(self, attribute: Attribute, finder: SourceFinder, parent: QWidget | None = None) -> None:
        super().__init__(attribute, parent)
        self._finder = finder
        self._sources: tuple[SourceRecord, ...] = ()
        self._shown = ""
        self._known: tuple[bool, tuple[SourceRecord, ...], list[str]] | None = None
        self._line = QLineEdit(self)
        self._line.textEdited.connect(self._typed)
        self._take_editor(self._line)
        self._chips = FlowLayout(spacing=4)
        self._rows.insertLayout(0, self._chips)
        self._list: SourceChoices | None = None
        self.set_value(())

    @property
    def choices(self) -> SourceChoices:
        """The list below the field."""
        if self._list is None:
            self._list = SourceChoices(self._line)
            self._list.chosen.connect(self._take)
        return self._list

    def set_value(self, value: Any) -> None:
        mixed = value is DIFFERENT
        sources: tuple[SourceRecord, ...] = () if mixed else tuple(value or ())
        names = [self._finder.name_of(source) for source in sources]
        if (mixed, sources, names) == self._known:
            return  # what is being typed stays
        self._known, self._sources = (mixed, sources, names), sources
        self._shown = "" if self.attribute.many else "".join(names[:1])
        self._line.setPlaceholderText(self.tr("(differs)") if mixed else self.tr("Type a name"))
        self._line.setText(self._shown)
        self._line.setCursorPosition(0)
        chips = list(zip(sources, names, strict=True)) if self.attribute.many else []
        differ = bool(chips or self._chips.count())
        self._chips.clear()
        for source, name in chips:
            self._chips.addWidget(self._chip(source, name))
        if differ:
            self.rearranged.emit()

    def begin(self) -> None:
        """Give the field the keyboard, with whom the article names offered."""
        super().begin()
        self._line.selectAll()
        self._offer()

    def tab_order(self) -> list[QWidget]:
        return [*self._chips_there(), self._line]

    def commit(self) -> None:
        self._close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._act(event):
                return True
            if isinstance(event, QFocusEvent) and event.lostFocus() and not _is_for_a_menu(event):
                self._close()
        return super().eventFilter(watched, event)

    def _chips_there(self) -> list[QWidget]:
        placed = (self._chips.itemAt(at) for at in range(self._chips.count()))
        return [widget for one in placed if one and (widget := one.widget())]

    def _act(self, event: QKeyEvent) -> bool:
        key, typed = Qt.Key(event.key()), self._line.text().strip()
        if key in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.choices.isVisible():
                self.choices.step(_STEPS[key])
                announce(self._line, self.choices.words())
            else:
                self._offer()
            return True
        if key in _ENTER:
            self._enter(typed, create=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return True
        if key == Qt.Key.Key_Backspace and self.attribute.many and not self._line.text() and self._sources:
            self._tell(self._sources[:-1])
            return True
        return False

    def _enter(self, typed: str, *, create: bool) -> None:
        choice = self.choices.choice()
        if create and typed:
            choice = SourceChoice(None, typed)
        if choice:
            self._take(choice)
            return
        if not typed and self._shown:
            self._tell(())
        self._close()
        self.left.emit()

    def _take(self, choice: SourceChoice) -> None:
        many = self.attribute.many
        if self._list:
            self._list.hide()
        if choice.source_id is None:
            self.create_requested.emit(choice.name)
        elif choice.source_id not in [source.id for source in self._sources]:
            there = [source.id for source in self._sources] if many else []
            self.changed.emit([*there, choice.source_id])
        if many:
            self._line.clear()
        self._close()
        if not many:
            self.left.emit()

    def _tell(self, sources: Sequence[SourceRecord]) -> None:
        self.changed.emit([source.id for source in sources])

    def _typed(self, words: str) -> None:
        if not words.strip():
            # An emptied field takes the source away with Enter: no row is marked that Enter would take instead.
            self._offer(marked=not self._shown)
            return
        found = self._further(self._finder.found(words))
        known = any(choice.name.casefold() == words.strip().casefold() for choice in found)
        create = [] if known else [SourceChoice(None, words.strip())]
        self._show([*found, *create], 0)

    def _offer(self, *, marked: bool = True) -> None:
        proposed = self._further(self._finder.proposed(self.attribute.key))
        there = {source.id for source in self._sources}
        now = next((row for row, choice in enumerate(proposed) if choice.source_id in there), -1)
        first = now if self._shown else (0 if proposed and proposed[0].likely else -1)
        self._show(proposed, first if marked else -1)

    def _further(self, choices: Sequence[SourceChoice]) -> list[SourceChoice]:
        """Where several can be named, those that are not named yet."""
        there = {source.id for source in self._sources} if self.attribute.many else set()
        return [choice for choice in choices if choice.source_id not in there]

    def _show(self, choices: Sequence[SourceChoice], current: int) -> None:
        self.choices.show_choices(choices, current)
        if current >= 0:
            announce(self._line, self.choices.words())

    def _close(self) -> None:
        """Put the list away, and what was typed and not taken."""
        if self._list:
            self._list.hide()
        if self._line.text() != self._shown:
            self._line.setText(self._shown)
        self._line.setCursorPosition(0)  # of a long name the beginning is seen

    def _chip(self, source: SourceRecord, name: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setText(f"{self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _WIDEST_CHIP)}  ✕")
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setAccessibleName(self.tr("Take {name} away").format(name=name))
        chip.setToolTip(chip.accessibleName())
        chip.clicked.connect(lambda: self._tell([one for one in self._sources if one.id != source.id]))
        return chip


def _is_for_a_menu(event: QFocusEvent) -> bool:
    return event.reason() == Qt.FocusReason.PopupFocusReason
