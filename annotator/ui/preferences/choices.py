"""What the person has chosen, kept on disk as soon as it is, and told to whoever cares."""

import logging
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from annotator import settings
from annotator.settings import Settings

_log = logging.getLogger(__name__)
_RECENT = 10


class Choices(QObject):
    """The settings of this program, as one value that is replaced whole.

    Signals:
        changed: the new Settings.
    """

    changed = Signal(object)

    def __init__(self, chosen: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = chosen or settings.load()

    @property
    def settings(self) -> Settings:
        """What is chosen now."""
        return self._settings

    def choose(self, **values: Any) -> None:
        """Replace some settings, write them, and tell."""
        chosen = replace(self._settings, **values)
        if chosen == self._settings:
            return
        self._settings = chosen
        try:
            settings.save(chosen)
        except OSError as error:
            # A choice that cannot be written holds until the program ends.
            _log.warning("the settings cannot be written: %s", error.strerror)
        self.changed.emit(chosen)

    def remember_project(self, address: str) -> None:
        """Make a project the newest of the recent ones."""
        others = tuple(one for one in self._settings.recent_projects if one != address)
        self.choose(last_project=address, recent_projects=(address, *others)[:_RECENT])
