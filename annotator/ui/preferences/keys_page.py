"""Where a person changes keys: each command with its keys, clashes shown, everything reset by a button."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.fuzzy import fold
from annotator.ui.command import Command, title_of
from annotator.ui.key_sheet import key_words
from annotator.ui.keys import Keys, conflicts, in_words, keys_of, with_keys

_ID = Qt.ItemDataRole.UserRole
_PORTABLE = QKeySequence.SequenceFormat.PortableText


class KeysPage(QWidget):
    """Edits the keys that differ from the built-in ones.

    Signals:
        chosen: the new choice, command id -> keys.
    """

    chosen = Signal(dict)

    def __init__(self, commands: Sequence[Command], keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = {command.id: command for command in commands}
        self._keys = dict(keys)
        self._rows: list[QTreeWidgetItem] = []
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search by what it does or by key"))
        self.search.setAccessibleName(self.tr("Search commands and keys"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([self.tr("What it does"), self.tr("Keys")])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(self.tr("Commands and their keys"))
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.currentItemChanged.connect(self._show_current)
        self.editor = QKeySequenceEdit(self)
        self.editor.setMaximumSequenceLength(1)
        self.editor.setAccessibleName(self.tr("Press the new key"))
        self.editor.editingFinished.connect(self._take)
        self.editor.installEventFilter(self)
        self.clash = QLabel(self)
        self.clash.setWordWrap(True)
        self._lay_out()
        self._fill()

    def reset_all(self) -> None:
        """Every command back to its built-in keys."""
        self._set({})

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Who presses Escape wants to be out of the field; “Reset” gives the command back that has this key.
        press = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if watched is self.editor and press and press.key() == Qt.Key.Key_Escape and not press.modifiers():
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        none, back, all_back = (
            QPushButton(words, self) for words in (self.tr("No key"), self.tr("Reset"), self.tr("Reset all"))
        )
        for button in (none, back, all_back):
            # Enter in the list must not press the first of them.
            button.setAutoDefault(False)
        none.clicked.connect(lambda: self._give(()))
        back.clicked.connect(lambda: self._give(self._current().keys))
        all_back.clicked.connect(self.reset_all)
        line = QHBoxLayout()
        line.addWidget(QLabel(self.tr("New key:"), self))
        line.addWidget(self.editor, 1)
        for button in (none, back, all_back):
            line.addWidget(button)
        whole = QVBoxLayout(self)
        whole.addWidget(self.search)
        whole.addWidget(self.tree, 1)
        whole.addWidget(self.clash)
        whole.addLayout(line)

    def _fill(self) -> None:
        for command in self._commands.values():
            row = QTreeWidgetItem(self.tree, [title_of(command), key_words(command, self._keys)])
            row.setData(0, _ID, command.id)
            self._rows.append(row)
        self.tree.setCurrentItem(self._rows[0])
        self._tell_clashes()

    def _filter(self, typed: str) -> None:
        """Show the rows that have all that is typed, in their words or their keys."""
        wanted = fold(typed).split()
        for row in self._rows:
            words = fold(f"{row.text(0)} {row.text(1)}")
            row.setHidden(not all(word in words for word in wanted))
        current = self.tree.currentItem()
        shown = [row for row in self._rows if not row.isHidden()]
        if shown and (current is None or current.isHidden()):
            self.tree.setCurrentItem(shown[0])

    def _current(self) -> Command:
        row = self.tree.currentItem() or self._rows[0]
        return self._commands[row.data(0, _ID)]

    def _show_current(self) -> None:
        keys = keys_of(self._current(), self._keys)
        self.editor.setKeySequence(QKeySequence(keys[0], _PORTABLE) if keys else QKeySequence())

    def _take(self) -> None:
        key = self.editor.keySequence().toString(_PORTABLE)
        if key and key not in keys_of(self._current(), self._keys):
            self._give((key,))

    def _give(self, keys: Sequence[str]) -> None:
        self._set(with_keys(self._keys, self._current(), keys))

    def _set(self, keys: dict[str, str]) -> None:
        self._keys = keys
        for row in self._rows:
            row.setText(1, key_words(self._commands[row.data(0, _ID)], keys))
        self._show_current()
        self._tell_clashes()
        self.chosen.emit(dict(keys))

    def _tell_clashes(self) -> None:
        found = conflicts(tuple(self._commands.values()), self._keys)
        sentences = [
            self.tr("{key} is given to {titles}; it works for none of them.").format(
                key=in_words(QKeySequence(key, _PORTABLE)),
                titles=", ".join(f"“{title_of(self._commands[name])}”" for name in ids),
            )
            for key, ids in found.items()
        ]
        self.clash.setText("\n".join(sentences))
        self.clash.setVisible(bool(sentences))
