"""The strip at the bottom: the keys that matter now, how far the reading is, and whether it is kept."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from annotator.core.records import Progress
from annotator.core.schema import LabelSet
from annotator.ui.command import Command, short_of
from annotator.ui.commands import STRIP, all_commands, label_command
from annotator.ui.inspector.label_chip import LabelChip
from annotator.ui.keys import Keys, shown_key
from annotator.ui.lines import number
from annotator.ui.theme import Theme


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
        self._state.setAccessibleName(self.tr("Whether everything is saved"))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 4, 16, 4)
        whole.setSpacing(12)
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
        for label in labels.labels if labels else ():
            key = shown_key(label_command(label), keys)
            self._keys.addWidget(LabelChip(replace(label, shortcut=key), theme.name, self, with_key=bool(key)))
        for command in all_commands(None):
            if command.id in STRIP and (key := shown_key(command, keys)):
                self._keys.addWidget(self._hint(command, key))

    def set_progress(self, progress: Progress | None) -> None:
        """How far the open article is read."""
        if progress is None:
            self._progress.clear()
            return
        words = self.tr("{done} of {total} read").format(
            done=number(progress.decided), total=number(progress.sentences)
        )
        self._progress.setText(words)

    def set_state(self, words: str) -> None:
        """Whether what was done is kept, in a word or two."""
        self._state.setText(words)

    @property
    def state(self) -> str:
        """What stands at the right end."""
        return self._state.text()

    def _hint(self, command: Command, key: str) -> QWidget:
        hint = QWidget(self)
        line = QHBoxLayout(hint)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        cap = QLabel(key, hint)
        cap.setProperty("key", True)
        line.addWidget(cap)
        line.addWidget(QLabel(short_of(command), hint))
        return hint
