"""Names found by a few letters of them: words anywhere in them, the first letters of words, or letters close together.

Made for a list that answers to every key: most texts are ruled out by one search for a string, and only so many are
looked at closely, those given first before others.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from annotator.core.spans import Span, covered

_LOOKED_AT = 200  # texts of each way of matching that are looked at closely
_LONGEST_QUERY = 40
_ENOUGH = 4  # texts that have the words: then nobody means letters here and there
_SLACK = 2  # letters may stand so many times as far apart as they would side by side, and so many more

_WORD_START, _INSIDE, _FIRST_LETTERS, _CLOSE = 100.0, 60.0, 50.0, 30.0
_AT_HEAD, _WHOLE_WORD = 20.0, 10.0
_LATER, _LONGER = 0.2, 0.05  # what each character before it, and each of the text, costs


@dataclass(frozen=True, slots=True)
class FuzzyMatch:
    """How well a text fits, and its letters that were typed."""

    score: float
    marks: tuple[Span, ...]


class _Folds(dict[int, str]):
    """Each character without case and accents, as one character, so that places stay what they are."""

    def __missing__(self, number: int) -> str:
        letters = unicodedata.normalize("NFKD", chr(number).casefold())
        self[number] = folded = letters[0] if letters else chr(number)
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """A text as it is compared: as many characters, none with a capital or an accent."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def best(typed: str, texts: Sequence[str], most: int) -> list[tuple[int, FuzzyMatch]]:
    """The texts (folded) that fit what was typed: their index and how, the best first, of equals the first given."""
    words = fold(typed[:_LONGEST_QUERY]).split()
    if not words:
        return []
    found = {index: _by_words(texts[index], words) for index in islice(_with_words(texts, words), _LOOKED_AT)}
    letters = "".join(words)
    if len(found) < min(most, _ENOUGH) and len(letters) > 1:
        for index in islice(_with_letters(texts, letters, found), _LOOKED_AT):
            match = _by_first_letters(texts[index], letters) or _by_close_letters(texts[index], letters)
            if match:
                found[index] = match
    return sorted(found.items(), key=lambda entry: (-entry[1].score, entry[0]))[:most]


def _with_words(texts: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    """Those that have all the words: first where the text begins so, then where a word does, then the others."""
    first = words[0]
    having = [index for index, text in enumerate(texts) if first in text]
    for word in words[1:]:
        having = [index for index in having if word in texts[index]]
    spaced = f" {first}"
    heads: list[int] = []
    starts: list[int] = []
    others: list[int] = []
    for index in having:
        text = texts[index]
        (heads if text.startswith(first) else starts if spaced in text else others).append(index)
    yield from heads
    yield from starts
    yield from others


def _by_words(text: str, words: Sequence[str]) -> FuzzyMatch:
    """How a text that has all the words fits."""
    places = [_place(text, word) for word in words]
    score = sum(_worth(text, start, end) for start, end in places) / len(places)
    return FuzzyMatch(score - _LONGER * len(text), tuple(covered(Span(*place) for place in places)))


def _place(text: str, word: str) -> tuple[int, int]:
    """Where a word is, at the start of a word if it can be."""
    at = first = text.find(word)
    while at > 0 and _goes_on(text, at):
        at = text.find(word, at + 1)
    at = at if at >= 0 else first
    return at, at + len(word)


def _worth(text: str, start: int, end: int) -> float:
    worth = _INSIDE if _goes_on(text, start) else _WORD_START + (_WHOLE_WORD if not _goes_on(text, end) else 0)
    return worth + (_AT_HEAD if start == 0 else 0) - _LATER * start


def _goes_on(text: str, at: int) -> bool:
    """True when a word goes on across this place."""
    return 0 < at < len(text) and text[at].isalnum() and text[at - 1].isalnum()


def _with_letters(texts: Sequence[str], letters: str, known: dict[int, FuzzyMatch]) -> Iterator[int]:
    """Those that have the letters in this order. Each step stops at the first such letter: it costs linear time."""
    steps = (f"[^{re.escape(letter)}]*{re.escape(letter)}" for letter in letters)
    match = re.compile("".join(steps), re.DOTALL).match
    return (index for index, text in enumerate(texts) if match(text) and index not in known)


def _by_first_letters(text: str, letters: str) -> FuzzyMatch | None:
    """By the beginnings of its words: "nexun" is “Next undecided”."""
    starts = _word_starts(text)
    layers: list[dict[int, int]] = [{at: -1 for at in starts if text[at] == letters[0]}]
    for letter in letters[1:]:
        layer: dict[int, int] = {}
        for before in layers[-1]:
            after = before + 1
            if after < len(text) and text[after] == letter:
                layer[after] = before
        earliest = min(layers[-1], default=len(text))
        for at in starts[bisect_left(starts, earliest + 1) :]:
            if text[at] == letter:
                layer.setdefault(at, earliest)
        if not layer:
            return None
        layers.append(layer)
    return _match(text, _traced(layers), _FIRST_LETTERS) if layers[-1] else None


def _traced(layers: Sequence[dict[int, int]]) -> list[int]:
    at = min(layers[-1])
    places = []
    for layer in reversed(layers):
        places.append(at)
        at = layer[at]
    return places[::-1]


def _by_close_letters(text: str, letters: str) -> FuzzyMatch | None:
    """By letters that stand close together from the start of a word on: "expt" is “Export”."""
    reach = _SLACK * len(letters) + _SLACK
    for start in _word_starts(text):
        places = _letters_from(text, start, letters, reach) if text[start] == letters[0] else None
        if places:
            return _match(text, places, _CLOSE)
    return None


def _letters_from(text: str, start: int, letters: str, reach: int) -> list[int] | None:
    places, at = [], start
    for letter in letters:
        at = text.find(letter, at, start + reach)
        if at < 0:
            return None
        places.append(at)
        at += 1
    return places


def _word_starts(text: str) -> list[int]:
    return [match.start() for match in re.finditer(r"(?<![^\W_])[^\W_]", text)]


def _match(text: str, places: Sequence[int], worth: float) -> FuzzyMatch:
    spread = places[-1] - places[0] + 1 - len(places)
    score = worth - _LATER * (places[0] + spread) - _LONGER * len(text)
    return FuzzyMatch(score, tuple(covered(Span(place, place + 1) for place in places)))
