"""How long a task will go on, told the way a person would."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

# Too early a guess jumps about; nothing is said before this much has been seen.
_FIRST_GUESS_S = 2.0


class TimeLeft:
    """Works the remaining time out from the rate since the start. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._started = clock()

    def restart(self) -> None:
        """Another task starts now."""
        self._started = self._clock()

    def seconds(self, done: int, total: int) -> float | None:
        """Seconds left, None while it is too early to say or the total is not known."""
        passed = self._clock() - self._started
        if done <= 0 or total <= 0 or passed < _FIRST_GUESS_S:
            return None
        return passed / done * max(0, total - done)


def in_words(seconds: float | None) -> str:
    """The time left as "about 2 min left"; blank when it is not known."""
    if seconds is None:
        return ""
    if seconds < 5:
        return _tr("a few seconds left")
    if seconds < 55:
        return _tr("about {count} s left").format(count=round(seconds / 5) * 5)
    if seconds < 3570:
        return _tr("about {count} min left").format(count=max(1, round(seconds / 60)))
    return _tr("about {count} h left").format(count=max(1, round(seconds / 3600)))


def _tr(words: str) -> str:
    return QCoreApplication.translate("TimeLeft", words)
