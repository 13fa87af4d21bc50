"""Whether a full stop ends a sentence, or an abbreviation, an initial or a number.

The lists are each language's own (resources/languages). Where they leave it open, the next word
decides: one that often starts sentences, or that the article writes small elsewhere.
"""

import re
import unicodedata
from collections.abc import Iterator

from annotator.core.languages import Sentences

_WORD_REACH = 24
_ENDING = 3
_SHOUT = 24
_BULLETS = "•⁃▪▫■□●○◦‣·*"
_BEFORE_WORD = "(\"'“”„«»‘’`[/" + _BULLETS
_JOIN = re.compile("[-'’‘/(–—]")
_NUMBER = re.compile(r"\d|[IVXLC]+\b(?!['’])|[^\W\d_]\.?\d")  # 12, XI, A.2; not C'est
_NUMBERING = re.compile(r"(?!(?:19|20)\d\d\Z)\d+(?:\.\d+)*|[IVX]+")  # 1995. begins no list
_FIGURES = re.compile(r"\d[\d.,/:–-]*")
_ORDINAL = re.compile(r"(?:\d{1,3}\.[-–/])?\d{1,3}|[IVXLC]+")  # 3. May, 3.-5. May, 3./4. May, Louis XV.
_FIRST = frozenset("1AaIi")
_DATE = re.compile(r"\d\. ?\d{1,2}\. ?(?:19|20)\d\d")  # 24. 8. 2020
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\. \d{1,2}\. \d")  # 2020. 8. 24.
_ROMAN = re.compile("(?=.)(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_BEFORE_NUMBER = _BULLETS + " \t\xa0–—-("
# Not \w, which leaves out the vowel signs of Indian scripts.
WORD = r"[^\s.,;:!?…،؛؟۔।॥。，、()\[\]{}\"“”„«»—–/]+"
_NEXT_WORD = re.compile(WORD)
_SMALL_WORD = re.compile(r"\b[^\W\d_A-Z][\w’']*")


class FullStops:
    """Decides about the full stops of one text."""

    __slots__ = ("_facts", "_small_words", "_text")

    def __init__(self, text: str, facts: Sentences) -> None:
        self._text, self._facts = text, facts
        self._small_words: frozenset[str] | None = None

    def ends(self, start: int, stop: int, at: int) -> bool:
        """True when the stop at `stop` ends the sentence that began at `start`; `at`: the next word."""
        facts, whole = self._facts, self._word_before(start, stop)
        if not facts.full_stops:
            return False
        if not whole or self._is_plain(whole):
            return True
        if whole in _FIRST and self._text[max(0, stop - 4) : stop - 1].rstrip().endswith(":"):
            return False  # Three things: 1. The gate
        if _FIGURES.fullmatch(whole) or _ROMAN.fullmatch(whole):
            return self._ends_after_number(whole, start, stop, at)
        shouted = whole.isupper() and self._text[max(start, stop - _SHOUT) : at + _SHOUT].isupper()
        for word in _lookups(whole, heads=self._heads(start, stop - len(whole)), shouted=shouted):
            if word in facts.abbreviations:
                return False
            if word in facts.number_abbreviations and self._number_follows(at):
                return False
            if word in facts.final_abbreviations:
                return self.opens(at) or (word.islower() and self._is_small_elsewhere(at))
            if word in facts.ending_abbreviations:
                return True
        return self._ends_after_initial(whole, start, stop, at)

    def _is_plain(self, word: str) -> bool:
        """True for an ordinary word in small letters, which nine in ten are: the other tests cannot find anything."""
        listed = self._facts.listed
        return (
            len(word) > 1
            and word.islower()
            and word.isalpha()
            and word not in listed
            and "-" + word[-_ENDING:] not in listed
        )

    def opens(self, at: int) -> bool:
        """True when the next word is one that often starts a sentence; an initial is none."""
        found = _NEXT_WORD.match(self._text, at, at + _WORD_REACH)
        if found is None:
            return False
        word = found.group()
        if word in self._facts.openers:
            return len(word) > 1 or self._text[found.end() : found.end() + 1] != "."
        head, mark, rest = word.replace("’", "'").partition("'")
        return bool(mark) and head in self._facts.openers and (len(head) > 1 or rest[:1].islower())

    def _ends_after_number(self, word: str, start: int, stop: int, at: int) -> bool:
        if self._heads(start, stop - len(word)) and _NUMBERING.fullmatch(word):
            return False  # 3. The third point
        if len(word) == 1 and word.isalpha():
            return self.opens(at)
        if word.isdigit() and len(word) < 3 and _DATE.search(self._text, max(0, stop - 7), stop + 12):
            return False
        if _YEAR_FIRST.search(self._text, max(0, stop - 12), stop + 8):
            return self.opens(at)
        return not (self._facts.ordinals and _ORDINAL.fullmatch(word)) or self.opens(at)

    def _ends_after_initial(self, whole: str, start: int, stop: int, at: int) -> bool:
        word = _JOIN.split(whole)[-1]
        head = whole[: -len(word) - 1]
        if len(word) != 1 or not word.isalpha() or (len(head) > 2 and head[-1] != "."):
            return not _is_chain(word) or self.opens(at)
        if self._heads(start, stop - 1):
            return False  # a. The first item
        # J.-P. and the like stand before names only, whatever the name begins with.
        return not word.isupper() or (self.opens(at) and not head)

    def _heads(self, start: int, at: int) -> bool:
        """True when nothing but bullets stands between the sentence's start and `at`."""
        return at - start <= _WORD_REACH and not self._text[start:at].strip(_BEFORE_NUMBER)

    def _number_follows(self, at: int) -> bool:
        number = _NUMBER.match(self._text, at, at + _WORD_REACH)
        return self._text[at : at + 1].islower() or (number is not None and number[0] not in self._facts.always_capital)

    def _word_before(self, start: int, stop: int) -> str:
        """The word that the stop follows, without quotes and brackets before it."""
        text = self._text
        words = text[max(start, stop - _WORD_REACH) : stop].split()
        if not words or text[stop - 1].isspace():
            return ""
        return words[-1].lstrip(_BEFORE_WORD)

    def _is_small_elsewhere(self, at: int) -> bool:
        """True when the article writes the next word with a small letter elsewhere: it is no name."""
        found = _NEXT_WORD.match(self._text, at, at + _WORD_REACH)
        if found is None or not found.group()[0].isupper():
            return False
        if self._small_words is None:
            self._small_words = frozenset(_SMALL_WORD.findall(self._text))
        return found.group().lower() in self._small_words


def _lookups(word: str, *, heads: bool, shouted: bool) -> Iterator[str]:
    """Forms of a word to look for in the lists. `heads`: it is the first of its sentence; `shouted`: all capitals."""
    yield word
    if shouted:
        yield from (word.capitalize(), word.lower())
    if heads:
        yield word[0].lower() + word[1:]
    last = _JOIN.split(word)[-1]
    if last != word and (len(last) != 1 or word[-2] in "-–"):  # McDonald's is no “s.”, km/h no “h.”
        yield last
    if len(word) > _ENDING:
        yield "-" + word[-_ENDING:]  # “-str” is for Hauptstr


def _is_chain(word: str) -> bool:
    """True for initials with their stops: D.W, a.m, S.Pd, जी.डी."""
    if "." not in word:
        return False
    if not word.isascii():
        word = "".join(letter for letter in word if unicodedata.category(letter)[0] != "M")
    return max(map(len, word.split("."))) < 3 and word.replace(".", "").isalpha()
