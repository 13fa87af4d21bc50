"""What may not be said aloud: logs, error output and crash reports ask here before they write anything down.

Those who write them know no project, so each open project leaves its mask here for as long as it is in memory.
"""

from typing import Protocol
from weakref import WeakKeyDictionary


class Hides(Protocol):
    """Whatever takes protected names out of a text (core/masking.py)."""

    def text(self, text: str) -> str: ...


_masks: WeakKeyDictionary[object, Hides] = WeakKeyDictionary()


def keep_quiet(owner: object, mask: Hides) -> None:
    """From now on hide what this mask hides, while `owner` (an open project) is in memory; one mask for each."""
    _masks[owner] = mask


def discreet(text: str) -> str:
    """The text without a protected name of any project that is or was open here."""
    for mask in tuple(_masks.values()):
        text = mask.text(text)
    return text
