"""The strip at the bottom: the keys that matter now, how far the reading is, and whether it is kept."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from annotator.core.records import Progress
from annotator.core.schema import LabelSet
from annotator.ui.command import Command, short_of
from annotator.ui.commands import STRIP, all_commands, label_command
from annotator.ui.inspector.label_chip import LabelChip
from annotator.ui.keys import Keys, shown_key
from annotator.ui.lines import number
from annotator.ui.theme import Theme

_MARGIN = 16
_SPACING = 12
_EVERYWHERE = "everywhere"  # a key that works on every page


class KeyStrip(QWidget):
    """Made from the label set and the commands; the right end tells progress and state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key_strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._keys = QHBoxLayout()
        self._keys.setSpacing(16)
        self._progress, self._state = QLabel(self), QLabel(self)
        self._here = self._before = ""
        self._with_text = True
        self._state.setAccessibleName(self.tr("Whether everything is saved"))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(_MARGIN, 4, _MARGIN, 4)
        whole.setSpacing(_SPACING)
        whole.addLayout(self._keys)
        whole.addStretch(1)
        whole.addWidget(self._progress)
        whole.addWidget(self._state)

    def set_commands(self, labels: LabelSet | None, keys: Keys, theme: Theme) -> None:
        """Show these labels and the keys that the person has for them."""
        while entry := self._keys.takeAt(0):
            if old := entry.widget():
                old.hide()
                old.deleteLater()
        for label in labels.main if labels else ():
            key = shown_key(label_command(label), keys)
            self._keys.addWidget(LabelChip(replace(label, shortcut=key), theme.name, self, with_key=bool(key)))
        for command in all_commands(None):
            if command.id in STRIP and (key := shown_key(command, keys)):
                self._keys.addWidget(self._hint(command, key))
        self._make_room()

    def set_progress(self, progress: Progress | None) -> None:
        """How far the open article is read."""
        words = ""
        if progress:
            done, total = number(progress.decided), number(progress.sentences)
            words = self.tr("{done} of {total} read").format(done=done, total=total)
        self._progress.setText(words)
        self._make_room()

    def set_with_text(self, with_text: bool) -> None:
        """Whether the text is there, which takes these keys; a page in its place has others, and says them itself."""
        self._with_text = with_text
        self._progress.setVisible(with_text)
        self._make_room()

    def set_state(self, words: str) -> None:
        """Whether what was done is kept, in a word or two."""
        self._state.setText(words)
        self._make_room()

    def say_here(self, words: str) -> None:
        """Say something of the sentence in focus instead, until `move_on`."""
        if self.state != self._here:
            self._before = self.state
        self._here = words
        self.set_state(words)

    def move_on(self) -> None:
        """Another sentence has the focus: what was said of the last one is no longer said."""
        if self._here and self.state == self._here:
            self.set_state(self._before)
        self._here = ""

    @property
    def state(self) -> str:
        """What stands at the right end."""
        return self._state.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave the last keys out where the words at the right end need their room: half a key is none."""
        said = (self._progress.sizeHint().width() if self._with_text else 0) + self._state.sizeHint().width()
        room = self.width() - said - 2 * _MARGIN - 3 * _SPACING
        entries = (self._keys.itemAt(index) for index in range(self._keys.count()))
        for hint in [entry.widget() for entry in entries if entry]:
            if hint:
                here = self._with_text or bool(hint.property(_EVERYWHERE))
                hint.setVisible(here and hint.sizeHint().width() <= room)
                room -= hint.sizeHint().width() + self._keys.spacing() if here else 0

    def _hint(self, command: Command, key: str) -> QWidget:
        hint = QWidget(self)
        hint.setProperty(_EVERYWHERE, command.scope != "reader")
        line = QHBoxLayout(hint)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        cap = QLabel(key, hint)
        cap.setProperty("key", True)
        line.addWidget(cap)
        line.addWidget(QLabel(short_of(command), hint))
        return hint
