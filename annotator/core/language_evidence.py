"""What an article's words and letters say about its language, counted over all of it.

The commonest words of each language, and the letters that it shares with no other, are in its
file in resources/languages. One pass over the words, one over the letters; no profiles.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import repeat
from typing import NamedTuple

from annotator.core.languages import known_languages, read_language

HAN = "han"
KANA = "kana"
_EAST = {HAN: "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff", KANA: "\u3041-\u309f\u30a1-\u30fa"}
_RANGE = re.compile("(.)-(.)")
# Not \w: it would cut Indian words at their vowel signs.
_WORD = re.compile(r"[^\s!-@\[-`{-¿‘-‟…–—।،؛؟、。「」『』,!?]+")
_NOT_LATIN = re.compile("[\u0370-\u1dff\u2c80-\ud7ff\uf900-\ufdff\ufe70-\ufeff]+")


class Evidence(NamedTuple):
    """What was counted: words and letters in all, each language's words, and letters by who writes them.

    `shared`: how many words were common in just these languages. `letters_of` has a language's
    code for letters that are its own, and HAN and KANA. `not_latin` counts Cyrillic, Arabic and
    all other letters that are not Latin.
    """

    words: int
    letters: int
    not_latin: int
    shared: Mapping[tuple[str, ...], int]
    words_of: Mapping[str, int]
    letters_of: Mapping[str, int]

    def beside(self, language: str) -> dict[str, int]:
        """Each other language's common words that are not common in `language`."""
        return _sums({codes: count for codes, count in self.shared.items() if language not in codes})


def weigh(text: str) -> Evidence:
    """Count the evidence of a text that is in small letters and composed (NFC)."""
    words = _WORD.findall(text)
    shared = Counter(map(_word_table().get, words, repeat(())))
    other_letters = "" if text.isascii() else "".join(_NOT_LATIN.findall(text))
    return Evidence(
        words=len(words),
        letters=sum(map(len, words)),
        not_latin=len(other_letters),
        shared=shared,
        words_of=_sums(shared),
        letters_of=_letters_of(other_letters),
    )


def _sums(shared: Mapping[tuple[str, ...], int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for codes, count in shared.items():
        for code in codes:
            found[code] = found.get(code, 0) + count
    return found


def _letters_of(letters: str) -> dict[str, int]:
    found: dict[str, int] = {}
    writers = _letter_table()
    for letter, count in Counter(letters).items():
        writer = writers.get(letter)
        if writer:
            found[writer] = found.get(writer, 0) + count
    return found


@cache
def owner_of_letters(language: str) -> str:
    """The language that the letters of `language` are put down to: Yiddish is written in Hebrew ones. "" for none."""
    words = read_language(language).identification.words
    return _letter_table().get(words[0][0], "") if words else ""


@cache
def is_latin(language: str) -> bool:
    """True for a language that is written in Latin letters, as far as its file tells."""
    facts = read_language(language).identification
    return language not in ("zh", "ja") and not facts.letters and not _NOT_LATIN.match("".join(facts.words[:1]))


@cache
def _word_table() -> dict[str, tuple[str, ...]]:
    """Each common word with the languages that it is common in."""
    found: dict[str, list[str]] = {}
    for code in known_languages():
        for word in dict.fromkeys(read_language(code).identification.words):
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


@cache
def _letter_table() -> dict[str, str]:
    """Each letter that tells by itself, with its language."""
    ranges = {code: read_language(code).identification.letters for code in known_languages()} | _EAST
    return {
        chr(point): code
        for code, letters in ranges.items()
        for first, last in _RANGE.findall(letters)
        for point in range(ord(first), ord(last) + 1)
    }


@cache
def unknown_to_langdetect() -> dict[str, tuple[str, ...]]:
    """The languages that langdetect has no profile of, with what it takes them for."""
    found = ((code, read_language(code).identification.taken_for) for code in known_languages())
    return {code: taken_for for code, taken_for in found if taken_for}
