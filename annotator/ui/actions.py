"""The table of commands as living QActions: menus, toolbar, shortcuts, enabled or not."""

import logging
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from annotator.core.schema import LabelSet
from annotator.errors import AnnotatorError
from annotator.ui.command import CONTEXT, MENUS, TAG, Command, title_of
from annotator.ui.commands import TOOLBAR, all_commands
from annotator.ui.icons import icon
from annotator.ui.keys import Keys, sequences, shown_key
from annotator.ui.theme import Theme

_log = logging.getLogger(__name__)


class Actions(QObject):
    """One QAction a command. `actors` are the objects that commands call, by the name before the dot.

    Signals:
        failed: the AnnotatorError that a command ended with.
    """

    failed = Signal(object)

    def __init__(self, window: QWidget, reader: QWidget) -> None:
        super().__init__(window)
        self.actors: dict[str, object] = {}
        self._window, self._reader = window, reader
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._keys: Keys = {}
        self._facts: frozenset[str] = frozenset()
        self._labels: LabelSet | None = None
        for command in all_commands(None):
            self._make(command)
        self.set_facts(self._facts)

    def __getitem__(self, command_id: str) -> QAction:
        """The action of a command. Raises KeyError when there is none."""
        return self._actions[command_id]

    @property
    def commands(self) -> tuple[Command, ...]:
        """All commands there are now, those of the labels among them."""
        return all_commands(self._labels)

    def fill_menus(self, bar: QMenuBar) -> None:
        """Make the menus, in the table's order."""
        for title in MENUS:
            self._menus[title] = bar.addMenu(QCoreApplication.translate(CONTEXT, title))
            self._fill(title)

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Put the most used commands on a toolbar."""
        for command_id in TOOLBAR:
            if command_id:
                bar.addAction(self._actions[command_id])
            else:
                bar.addSeparator()

    def open_tag_menu(self, place: QPoint) -> None:
        """The tagging commands at a place of the screen: the mouse's way to them."""
        self._menus[TAG].popup(place)

    def set_labels(self, labels: LabelSet | None) -> None:
        """One tagging command for each label of the project."""
        for command_id in [one for one in self._actions if one.startswith("tag_")]:
            self._actions.pop(command_id).deleteLater()
            del self._commands[command_id]
        self._labels = labels
        for command in self.commands:
            if command.id not in self._actions:
                self._make(command)
        self._fill(TAG)
        self.set_keys(self._keys)
        self.set_facts(self._facts)

    def set_keys(self, keys: Keys) -> None:
        """Take the person's keys."""
        self._keys = keys
        for command_id, action in self._actions.items():
            command = self._commands[command_id]
            action.setShortcuts(sequences(command, keys))
            key = shown_key(command, keys)
            action.setToolTip(f"{title_of(command)}  ({key})" if key else title_of(command))

    def set_facts(self, facts: frozenset[str]) -> None:
        """Enable what can be done when exactly these facts hold."""
        self._facts = facts
        for command_id, action in self._actions.items():
            action.setEnabled(self._commands[command_id].needs <= facts)

    def set_theme(self, theme: Theme) -> None:
        """Draw the toolbar's icons in this theme's ink."""
        for command_id in TOOLBAR:
            if command_id:
                drawing = self._commands[command_id].icon
                self._actions[command_id].setIcon(icon(drawing, theme.ink, theme.line))

    def name_undo(self, undo: str | None, redo: str | None) -> None:
        """Say in the menu what would be undone and redone."""
        for command_id, title in (("undo", undo), ("redo", redo)):
            words = title_of(self._commands[command_id])
            action = self._actions[command_id]
            action.setText(f"{words} {title}" if title else words)
            key = shown_key(self._commands[command_id], self._keys)
            action.setToolTip(f"{action.text()}  ({key})" if key else action.text())

    def call(self, command_id: str) -> None:
        """Do what the command says. What a person can act on is announced by `failed`."""
        command = self._commands[command_id]
        name, _, slot = command.calls.partition(".")
        actor = self.actors.get(name)
        if actor is None:
            _log.info("%s is not there yet for %s", name, command_id)
            return
        try:
            getattr(actor, slot)(*command.arguments)
        except AnnotatorError as error:
            self.failed.emit(error)

    def _make(self, command: Command) -> None:
        action = QAction(title_of(command), self)
        action.setIconVisibleInMenu(False)
        if command.scope == "reader":
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._reader.addAction(action)
        else:
            self._window.addAction(action)
        action.triggered.connect(lambda: self.call(command.id))
        self._commands[command.id] = command
        self._actions[command.id] = action

    def _fill(self, title: str) -> None:
        if title not in self._menus:
            return
        menu, group = self._menus[title], 0
        menu.clear()
        for command in self.commands:
            if command.menu != title:
                continue
            if group and command.group != group:
                menu.addSeparator()
            group = command.group
            menu.addAction(self._actions[command.id])


def actors_missing(actors: Mapping[str, object], commands: tuple[Command, ...]) -> list[str]:
    """The commands whose slot none of these actors has; a test holds this empty."""
    return [
        command.id
        for command in commands
        if not hasattr(actors.get(command.calls.partition(".")[0]), command.calls.partition(".")[2])
    ]
