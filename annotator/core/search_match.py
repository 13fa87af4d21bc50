"""Where the parts of a query stand in a text as it is: exact stretches, with or without regard to accents.

The index only says which texts may match: it knows no accents and no punctuation. Here each candidate is held
against what was typed. A text costs linear time, and plain ones little more than a search for a string.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice

from annotator.core.search_query import Part
from annotator.core.search_terms import Spelling, is_of_word, is_single, spelling, terms
from annotator.core.spans import Span, covered

Place = tuple[int, int]

_BETWEEN_WORDS = r"[\W_]{1,100}"
_WITHIN_WORD = r"\s?"


class Needle:
    """One part of a query, ready to be found in many texts."""

    def __init__(self, part: Part, *, folded: bool) -> None:
        self._part = part
        units = list(_units(spelling(part.written, folded=folded).letters))
        self._first = units[0][1] if units else ""
        rest = "".join((_BETWEEN_WORDS if apart else _WITHIN_WORD) + re.escape(unit) for apart, unit in units[1:])
        self._rest = re.compile(rest) if rest else None
        # In plain ASCII a word of its own is found by the expression alone, but for what stands before it.
        tail = r"[^\W_]*" if part.is_beginning else r"(?![^\W_])"
        self._word = re.compile(re.escape(self._first) + tail) if len(units) == 1 and self._first.isascii() else None
        self._starts_word = bool(self._first) and not is_single(self._first[0])
        self._ends_word = bool(units) and not is_single(units[-1][1][-1])

    def places(self, letters: str) -> Iterator[Place]:
        """Each place in a text's spelling, from left to right; none overlaps the one before."""
        if self._word is not None and letters.isascii():
            for match in self._word.finditer(letters):
                start, end = match.span()
                if not start or not letters[start - 1].isalnum():
                    yield start, end
            return
        yield from self._places(letters)

    def _places(self, letters: str) -> Iterator[Place]:
        first = self._first
        at = letters.find(first) if first else -1
        while at >= 0:
            end: int | None = at + len(first)
            if self._rest is not None:
                rest = self._rest.match(letters, at + len(first))
                end = rest.end() if rest else None
            if end is not None and self._stands_alone(letters, at, end):
                yield at, self._word_end(letters, end)
                at = letters.find(first, end)
            else:
                at = letters.find(first, at + 1)

    def _stands_alone(self, letters: str, start: int, end: int) -> bool:
        """True when words begin and end where the part does, and no character is cut in two."""
        if self._starts_word and start and _continues(letters[start - 1]):
            return False
        if end < len(letters):
            after = letters[end]
            if self._ends_word:
                if not self._part.is_beginning and _continues(after):
                    return False
            elif after > "\u02ff" and unicodedata.category(after)[0] == "M":
                return False
        return self._rest is None or self._has_terms(letters[start:end])

    def _has_terms(self, letters: str) -> bool:
        """True when a phrase that was found is cut into the terms of this part: no mark was taken for a gap."""
        if letters.isascii():
            return True
        return tuple(terms(letters)) == self._part.terms

    def _word_end(self, letters: str, end: int) -> int:
        """For a beginning the end of its word, so that all of it is shown as found."""
        if self._part.is_beginning:
            while end < len(letters) and _continues(letters[end]):
                end += 1
        return end


def _continues(character: str) -> bool:
    """True for a character that makes a longer word of a word beside it."""
    return is_of_word(character) and not is_single(character)


def _units(letters: str) -> Iterator[tuple[bool, str]]:
    """Words and single characters of a spelling; whether something stands between each and the one before."""
    unit, apart, gap = "", False, False
    for letter in letters:
        if not is_of_word(letter):
            gap = True
            continue
        if unit and (gap or is_single(letter) or is_single(unit[-1])):
            yield apart, unit
            unit, apart = "", gap
        unit += letter
        gap = False
    if unit:
        yield apart, unit


@lru_cache(maxsize=256)
def needle(part: Part, folded: bool) -> Needle:
    """The needle of a part; those of the last queries are kept."""
    return Needle(part, folded=folded)


def holds(spelt: Spelling, part: Part, *, folded: bool) -> bool:
    """True when a part is in a text that is spelt in the same way."""
    return next(needle(part, folded).places(spelt.letters), None) is not None


def stretches(text: str, parts: Iterable[Part], *, folded: bool, most: int | None = None) -> list[Span]:
    """Where parts stand in a text, from left to right, overlapping ones as one; of each part the first `most`."""
    spelt = spelling(text, folded=folded)
    return covered(spans(spelt, chain.from_iterable(by_part(spelt, parts, folded=folded, most=most))))


def by_part(spelt: Spelling, parts: Iterable[Part], *, folded: bool, most: int | None = None) -> list[list[Place]]:
    """Where each part stands in a text that is spelt in the same way, the first `most` places of each.

    The places are those of the spelling; `Spelling.span` leads to the text's.
    """
    return [list(islice(needle(part, folded).places(spelt.letters), most)) for part in parts]


def spans(spelt: Spelling, places: Iterable[Place]) -> list[Span]:
    """Places of a spelling as stretches of its text."""
    return [spelt.span(start, end) for start, end in places] if spelt.ends else [Span(*place) for place in places]
