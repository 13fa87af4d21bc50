"""Which way a text runs, and how foreign words stand in a line without turning it."""

import re
import unicodedata

# Marks that turn the direction of what follows: inside a line they would reorder the whole of it.
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def is_right_to_left(text: str) -> bool:
    """True when the first letter with a direction runs right to left (UAX #9, rules P2 and P3)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def without_turns(text: str) -> str:
    """The text without the marks that turn the direction of what follows them."""
    return _TURNS.sub("", text)


def set_apart(words: str) -> str:
    """Somebody's words such that they leave the order of the words around them alone."""
    plain = without_turns(words)
    return f"\u2068{plain}\u2069" if is_right_to_left(plain) else plain
