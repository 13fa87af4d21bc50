"""How long a passphrase would hold: a rough word on it, that praises nothing which is merely long."""

import math
import unicodedata
from enum import StrEnum


class Strength(StrEnum):
    """What is said of a passphrase."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


_WORD_BITS = 12.0
"""What an unguessable word is worth: one of four thousand that people think of."""
_FAIR_BITS, _STRONG_BITS = 36.0, 48.0
_KINDS = {"Ll": 26, "Lu": 26, "Nd": 10, "Lo": 500}
_OTHER = 33


def strength_of(passphrase: str) -> Strength:
    """The lesser of two estimates counts: letters tried one by one, or words from a list.

    Each try costs a sixth of a second of one processor, so 36 bits cost some hundred years of one, 48 that of many.
    """
    bits = min(_bits_of_letters(passphrase), _bits_of_words(passphrase))
    if bits >= _STRONG_BITS:
        return Strength.STRONG
    return Strength.FAIR if bits >= _FAIR_BITS else Strength.WEAK


def _bits_of_letters(passphrase: str) -> float:
    """Different letters are worth what their alphabet says; a letter that follows itself, or its neighbour, little."""
    kinds = {unicodedata.category(letter) for letter in passphrase}
    alphabet = sum(_KINDS.get(kind, _OTHER) for kind in kinds) or 1
    steps = zip(passphrase, f"\0{passphrase}", strict=False)
    worth = sum(0.2 if abs(ord(letter) - ord(before)) <= 1 else 1.0 for letter, before in steps)
    return worth * math.log2(alphabet)


def _bits_of_words(passphrase: str) -> float:
    """Words by spaces; what is no word counts by its letters, as scripts without spaces do."""
    words = {word.casefold() for word in passphrase.split()}
    return sum(_WORD_BITS if word.isalpha() and word.isascii() else _bits_of_letters(word) for word in words)
