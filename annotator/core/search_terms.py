"""The terms a text is found by, and the same text spelt plainly without losing track of its places.

Two spellings. The *folded* one forgets case, accents and variants of letters; the search index holds
only that. The *plain* one forgets case and what a writer may leave out anyway (Arabic and Hebrew
vowel signs, invisible joiners); a search that minds accents holds the frozen text against it.
Scripts without spaces between words, and Korean, whose particles cling to words, are cut into single
characters, so that any word in them is a phrase.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from annotator.core.spans import Span, has_word_spaces

_IGNORED = re.compile(
    "[\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u0653\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]"
)
"""Signs that writers leave out as they like, and what nobody sees."""

_ACCENTS = re.compile("[\u0300-\u036f\u0483-\u0487\u0654\u0655\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_VARIANTS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i",
        "ħ": "h", "ŧ": "t", "ŋ": "n", "ƒ": "f", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ə": "e",
        "ς": "σ", "ґ": "г",
        "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ے": "ي",
    }
)  # fmt: skip
"""Letters that are not a letter with an accent to Unicode, but to those who search."""

_COMPOSED = "[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+|[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?"
"""What several code points write that one could, as an expression."""

_COMPOSING = frozenset(map(chr, (*range(0x300, 0x370), 0x3099, 0x309A, *range(0x1100, 0x1200))))
_MANY = 48  # letters to be replaced from which one pass with a table beats a pass for each


def is_single(character: str) -> bool:
    """True for the characters that are a term each."""
    return not has_word_spaces(character) or "\uac00" <= character <= "\ud7a3"


def is_of_word(character: str) -> bool:
    """True for what words consist of: letters, figures, and marks that are no accents (Indic vowel signs)."""
    return character.isalnum() or (character > "\u02ff" and unicodedata.category(character)[0] == "M")


def _fold(character: str) -> str:
    """A character's folded spelling, in which a space parts terms."""
    if _IGNORED.match(character):
        return ""
    letters = unicodedata.normalize("NFKD", character.casefold())
    bare = unicodedata.normalize("NFC", _ACCENTS.sub("", letters)).casefold().translate(_VARIANTS)
    if not bare:
        return ""
    spelt = "".join(letter if is_of_word(letter) else " " for letter in bare)
    return "".join(f" {letter} " if is_single(letter) else letter for letter in spelt)


def _plain(character: str) -> str:
    """A character's plain spelling: one without case. What is of no word stays, so that its place does."""
    if _IGNORED.match(character):
        return ""
    if character in "Iİ":
        return "i"
    if not is_of_word(character):
        return character
    return unicodedata.normalize("NFKC", character).lower().replace("ς", "σ")


class _Spellings(dict[str, str]):
    """What each character becomes; worked out when it is met first."""

    def __init__(self, folded: bool, aligned: bool) -> None:
        self._folded, self._aligned = folded, aligned

    def __missing__(self, character: str) -> str:
        spelt = _fold(character) if self._folded else _plain(character)
        if self._aligned and self._folded:
            spelt = " ".join(spelt.split()) if is_of_word(character) else (spelt and character)
        self[character] = spelt
        return spelt


_TERMS = _Spellings(folded=True, aligned=False)
_ALIGNED = {folded: _Spellings(folded=folded, aligned=True) for folded in (False, True)}
_ASCII = {number: _TERMS[chr(number)] for number in range(128)}


ACCENTED = "é"
"""The term that tells the index of a text in which accents may make a difference. No other has an accent."""


def indexed(text: str) -> str:
    """What the index is given of a text: its terms, in order, with spaces between, and ACCENTED where that is so."""
    if text.isascii():
        return text.translate(_ASCII)
    text, letters = _composed(text)
    folded = _replaced(text, letters, _TERMS)
    plain, bare = _ALIGNED[False], _ALIGNED[True]
    return f"{folded} {ACCENTED}" if any(plain[letter] != bare[letter] for letter in letters) else folded


def terms(text: str) -> list[str]:
    """The terms of a text, in order."""
    if text.isascii():
        return text.translate(_ASCII).split()
    return _replaced(*_composed(text), _TERMS).split()


def _composed(text: str) -> tuple[str, set[str]]:
    """The text without letters that are written with several code points where one would do, and its characters."""
    letters = set(text)
    if letters.isdisjoint(_COMPOSING):
        return text, letters
    text = unicodedata.normalize("NFC", text)
    return text, set(text)


def _replaced(text: str, letters: set[str], spellings: dict[str, str]) -> str:
    """The text with each of these letters as it is spelt; no spelling holds what is spelt otherwise itself."""
    changes = {letter: spelt for letter in letters if (spelt := spellings[letter]) != letter}
    if len(changes) > _MANY:
        return text.translate({ord(letter): spelt for letter, spelt in changes.items()})
    for letter, spelt in changes.items():
        text = text.replace(letter, spelt)
    return text


@dataclass(frozen=True, slots=True)
class Spelling:
    """A text spelt plainly or folded. `span` leads back to the text as it is.

    Between `starts` and `ends` in `letters` stands what the text writes with more or fewer code points;
    after each of them the text's places differ from those of the letters by one of `differences`.
    """

    letters: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    differences: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The stretch of the text that `letters[start:end]` are the spelling of, to whole characters."""
        if not self.ends:
            return Span(start, end)
        index = bisect_right(self.ends, start)
        if index < len(self.starts):
            start = start if start < self.starts[index] else self.starts[index]
        first = start + (self.differences[index - 1] if index else 0)
        index = bisect_right(self.ends, end)
        last = end + (self.differences[index - 1] if index else 0)
        if index < len(self.starts) and end > self.starts[index]:
            last = self.ends[index] + self.differences[index]
        return Span(first, last)


def spelling(text: str, *, folded: bool) -> Spelling:
    """A text spelt folded or plainly, with the way back to its places."""
    if text.isascii():
        return Spelling(text.lower())
    spellings, letters = _ALIGNED[folded], set(text)
    odd = "".join(letter for letter in letters if len(spellings[letter]) != 1)
    composing = not letters.isdisjoint(_COMPOSING)
    if not odd and not composing:
        return Spelling(_replaced(text, letters, spellings))
    pattern = f"[{re.escape(odd)}]" if odd else ""
    if composing:
        pattern = f"{_COMPOSED}|{pattern}" if odd else _COMPOSED
    return _spelt_in_pieces(text, re.compile(pattern, re.DOTALL), spellings)


def _spelt_in_pieces(text: str, odd: re.Pattern[str], spellings: dict[str, str]) -> Spelling:
    """The spelling of a text in which what `odd` finds is as long as its spelling only by chance."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    differences: list[int] = []
    length = at = 0
    table = {ord(letter): spellings[letter] for letter in set(text)}
    for piece in odd.finditer(text):
        before = text[at : piece.start()].translate(table)
        spelt = "".join(spellings[letter] for letter in unicodedata.normalize("NFC", piece[0]))
        pieces += (before, spelt)
        starts.append(length + len(before))
        length += len(before) + len(spelt)
        at = piece.end()
        ends.append(length)
        differences.append(at - length)
    pieces.append(text[at:].translate(table))
    return Spelling("".join(pieces), tuple(starts), tuple(ends), tuple(differences))
