"""What a learner sees of a sentence: its words, marks, cues and place, each hashed to a number.

Hashing needs no vocabulary, so that a model is one list of weights whatever the language, and says
nothing readable about the texts it was made from.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from annotator.core.learned.stretches import Stretches, labels_on
from annotator.core.quotations import find_quotations
from annotator.core.spans import Span, has_word_spaces, trim
from annotator.core.suggestion import Suggestion

BITS = 16
SIZE = 1 << BITS
"""How many features there are; more gave no better answers, only larger models."""

_PIECE = re.compile(r"\w+|[^\w\s]")
_FIGURE = re.compile(r"\d")
_CUE_WEIGHT = 8
"""Of some sixty features a sentence has, what cues say is one of the most telling: it counts several times."""

_LONGEST = 600
"""Words of a sentence that are looked at: what has no stops must not cost more than it can tell."""


class Look(NamedTuple):
    """One sentence as a learner sees it: its features, and the labels that cues propose for it."""

    extent: Span
    features: tuple[int, ...]
    cued: frozenset[str]


def look_at(text: str, language: str, sentences: Sequence[Span], suggestions: Sequence[Suggestion]) -> list[Look]:
    """What there is to see of each sentence; `suggestions` are those that cues give for the text."""
    extents = [trim(text, sentence) for sentence in sentences]
    pairs = find_quotations(text, language).quotations
    quoted = Stretches(text, (part for pair in pairs if pair.closer and not pair.depth for part in pair.segments))
    cued = labels_on(text, extents, by_label(suggestions))
    signs = labels_on(text, extents, _by_reason(suggestions))
    last = len(extents) - 1
    looks = []
    for at, extent in enumerate(extents):
        seen = [*_words(text[extent.start_char : extent.end_char].lower())]
        seen += (f"q{_share(quoted.share_of(extent))}", f"n{min(at, 3)}", f"z{min(last - at, 2)}")
        seen.append(f"l{min(7, (extent.end_char - extent.start_char) // 40)}")
        seen += (f"k{sign}{number}" for sign in signs[at] for number in range(_CUE_WEIGHT))
        # What stands around a sentence says whether somebody goes on speaking.
        seen += (f"a{label}" for label in (cued[at - 1] if at else ()))
        seen += (f"c{label}" for label in (cued[at + 1] if at < last else ()))
        looks.append(Look(extent, tuple({hashed(one) for one in seen}), cued[at]))
    return looks


def by_label(suggestions: Sequence[Suggestion]) -> dict[str, list[Span]]:
    """The stretches of suggestions, by label."""
    found: dict[str, list[Span]] = {}
    for suggestion in suggestions:
        found.setdefault(suggestion.label, []).extend(suggestion.segments)
    return found


def _by_reason(suggestions: Sequence[Suggestion]) -> dict[str, list[Span]]:
    """The stretches of suggestions by label, and by label and what spoke for it."""
    found = by_label(suggestions)
    for one in suggestions:
        found.setdefault(f"{one.label} {one.reason}", []).extend(one.segments)
    return found


def hashed(feature: str) -> int:
    """The number of a feature, the same in every process and on every machine."""
    return crc32(feature.encode("utf-8", "replace")) & (SIZE - 1)


def word_feature(word: str) -> int:
    """The number of a word."""
    return hashed(f"w{word.lower()}")


def words_of(text: str, extent: Span) -> Iterator[Span]:
    """Where the words lie that features are made of."""
    for found in _PIECE.finditer(text, *extent):
        if found.group()[0].isalnum():
            yield Span(*found.span())


def _words(sentence: str) -> Iterator[str]:
    """Words, pairs of words, and how longer words begin and end: case endings, -nya, verb forms."""
    pieces = [found.group() for found, _ in zip(_PIECE.finditer(sentence), range(_LONGEST), strict=False)]
    before = "^"
    for piece in pieces:
        yield f"w{piece}"
        yield f"b{before} {piece}"
        before = piece
        if not has_word_spaces(piece[0]):
            yield from (f"g{piece[at : at + 2]}" for at in range(min(len(piece), _LONGEST)))
        elif len(piece) > 4:
            yield f"p{piece[:4]}"
            yield f"s{piece[-3:]}"
    yield f"b{before} $"
    if _FIGURE.search(sentence):
        yield "d"


def _share(share: float) -> int:
    """How much of a sentence is in quotation marks: 0 nothing … 4 all."""
    return 0 if not share else 1 + min(3, int(4 * share))
