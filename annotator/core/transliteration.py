"""Names of other scripts in Latin letters, and what is left of a name when every way to spell it counts as one.

Nobody is to read these spellings: they only have to meet what somebody types who knows the name from another script.
Han is left as it is; how it is read depends on the language.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from annotator import resources
from annotator.core.search_terms import is_of_word, is_single, terms

_INDIC = range(0x0900, 0x0D80)
_BLOCK = 0x80
_NASAL, _NASAL_BEFORE_LIPS = re.compile("~"), re.compile("~(?=[pbm])")
_DOUBLED = re.compile(r"([a-z])\1+")


@dataclass(frozen=True, slots=True)
class _Tables:
    """resources/transliteration.toml, ready to be looked up."""

    letters: dict[str, str]
    pairs: dict[str, str]
    consonants: dict[str, str]
    vowels: dict[str, str]
    signs: dict[str, str]
    after: dict[str, str]
    skeleton: dict[str, str]
    spellings: re.Pattern[str]


def romanised(word: str) -> str:
    """A word in small Latin letters without accents; what has no Latin spelling here stays."""
    letters = unicodedata.normalize("NFC", word).casefold()
    if letters.isascii():
        return letters
    return _of_india(letters) if any(ord(letter) in _INDIC for letter in letters) else _letter_by_letter(letters)


@lru_cache(maxsize=4096)  # many people have the same first name
def skeleton(latin: str) -> str:
    """What is left of a Latin spelling: consonants, those taken together that are mixed up between countries."""
    tables = _tables()
    plain = _DOUBLED.sub(r"\1", latin)
    return tables.spellings.sub(lambda found: tables.skeleton[found[0]], plain)


def is_latin(word: str) -> bool:
    """True for a word that needs no other spelling to be typed on a Latin keyboard; Han stays Han."""
    return word.isascii() or all(map(_needs_no_other, word))


@lru_cache(maxsize=4096)
def _needs_no_other(letter: str) -> bool:
    return not is_of_word(letter) or is_single(letter) or unicodedata.name(letter, "").startswith("LATIN")


def _letter_by_letter(letters: str) -> str:
    tables, spelt, at = _tables(), [], 0
    while at < len(letters):
        pair = tables.pairs.get(_bare(letters[at]) + _bare(letters[at + 1])) if at + 1 < len(letters) else None
        spelt.append(_spelt(letters[at]) if pair is None else pair)
        at += 1 if pair is None else 2
    return "".join(spelt)


@lru_cache(maxsize=4096)
def _spelt(letter: str) -> str:
    """One letter of a script whose letters are read one by one."""
    found = _tables().letters.get(letter)
    if found is not None:
        return found
    bare = _bare(letter)
    return _tables().letters.get(bare, bare)


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    """A letter without accents, as it is folded for searching."""
    return "".join(terms(letter))


def _of_india(letters: str) -> str:
    """A word of a script whose consonants have an “a” until a sign takes it away; the last one's is not spoken."""
    tables = _tables()
    spelt: list[str] = []
    open_syllable = False
    for letter in unicodedata.normalize("NFD", letters):
        here = chr(_INDIC.start + ord(letter) % _BLOCK) if ord(letter) in _INDIC else letter
        if here in tables.after:
            if open_syllable and tables.after[here]:
                spelt.append("a")
                open_syllable = False
            spelt.append(tables.after[here])
        elif here in tables.signs:
            spelt.append(tables.signs[here])
            open_syllable = False
        else:
            if open_syllable:
                spelt.append("a")
            open_syllable = here in tables.consonants
            known = tables.consonants.get(here, tables.vowels.get(here))
            spelt.append(_spelt(letter) if known is None else known)
    return _NASAL.sub("n", _NASAL_BEFORE_LIPS.sub("m", "".join(spelt)))


@cache
def _tables() -> _Tables:
    data: dict[str, Any] = resources.read_toml("transliteration.toml")
    india, skeletons = data["devanagari"], data["skeleton"]
    longest_first = "|".join(sorted(map(re.escape, skeletons), key=len, reverse=True))
    words = india["consonants"], india["vowels"], india["signs"], india["after"]
    return _Tables(data["letters"], data["pairs"], *words, skeletons, re.compile(longest_first))
