"""How alike two wordings are, and which stretch of a text is most like a given one. All of it is bounded."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from annotator.core.alignment import Block, Budget, common_blocks
from annotator.core.spans import Span
from annotator.core.text_diff import word_spans

_CELLS = 30_000
"""How many pairs of words one search may compare."""
_SEEN_PER_WORD = 40  # a word that is everywhere says nothing about where
_LEAST_WORD_LIKENESS = 0.6  # “goverment” is “government”, “minister” is no “mister”
_LEAST_IN_COMMON = 0.3  # of the words that say where; with fewer a stretch is another one
_MARK = 0.25  # what a mark weighs beside a letter
_GAP = 0.5  # what leaving out a word costs beside what finding it gains
_STEPS = 200_000


class Likeliest(NamedTuple):
    """A stretch and how like it is to what was looked for, 0 to 1."""

    span: Span
    likeness: float


class Words:
    """The words of a stretch of text, with where they are."""

    def __init__(self, text: str, within: Span | None = None) -> None:
        self.spans = word_spans(text, within or Span(0, len(text))) if text else []
        self.words = [text[start:end] for start, end in self.spans]
        self.weights = [len(word) if word[0].isalnum() else _MARK for word in self.words]

    def add(self, further: "Words") -> None:
        """Take the words of a further stretch of the same text in."""
        self.spans += further.spans
        self.words += further.words
        self.weights += further.weights

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands; of one that is everywhere only the first places. Worked out once."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            if len(found[word]) <= _SEEN_PER_WORD:
                found[word].append(at)
        return found

    def __len__(self) -> int:
        return len(self.words)


def likeness(old: Words, new: Words) -> float:
    """How much of two wordings is the same, 0 to 1; letters count, marks little."""
    total = sum(old.weights) + sum(new.weights)
    if not total:
        return 1.0
    same = 0.0
    i = j = 0
    for block in [*common_blocks(old.words, new.words, Budget(_STEPS)), Block(len(old), len(new), 0)]:
        for one, two in zip(range(i, block.old), range(j, block.new), strict=False):
            alike = word_likeness(old.words[one], new.words[two])
            same += alike * (old.weights[one] + new.weights[two])
        i, j = block.old + block.length, block.new + block.length
        same += 2 * sum(old.weights[block.old : i])
    return min(1.0, same / total)


@lru_cache(maxsize=20_000)
def word_likeness(old: str, new: str) -> float:
    """How alike two words are by how they begin and end; 0 when that is too little to be the same word."""
    if old == new:
        return 1.0
    old, new = old.casefold(), new.casefold()
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
    alike = 2 * (head + tail) / (len(old) + len(new))
    return min(alike, 0.95) if alike >= _LEAST_WORD_LIKENESS else 0.0


def likeliest(old: Words, new: Words, text: str, budget: Budget) -> Likeliest | None:
    """The stretch of `new`, words of `text`, that is most like `old`.

    None when there is little in common, or the budget (a step for each pair of words) is spent.
    """
    start, end = _neighbourhood(old.words, new)
    if start == end or end - start > _CELLS // len(old) or not budget.spend(len(old) * (end - start)):
        return None
    best = _aligned(old, new, start, end)
    if best is None:
        return None
    span = Span(new.spans[best[0]].start_char, new.spans[best[1]].end_char)
    return Likeliest(span, likeness(old, Words(text, span)))


def _neighbourhood(old: Sequence[str], new: Words) -> tuple[int, int]:
    """The words of `new` around the place where most of `old` are found in its order; none where too few are."""
    if not old:
        return 0, 0
    reach = 2 * len(old) + 12
    if len(new) <= 2 * reach:
        return 0, len(new)
    votes: Counter[int] = Counter()
    voters = 0
    for index, word in enumerate(old):
        found = new.places.get(word, ())
        if len(found) <= _SEEN_PER_WORD:
            votes.update({(at - index) // reach for at in found})
            voters += 1
    around = max(votes, key=lambda stripe: votes[stripe] + votes.get(stripe + 1, 0), default=0)
    if votes[around] + votes[around + 1] < max(2, voters * _LEAST_IN_COMMON):
        return 0, 0
    return max(0, around * reach - reach // 2), min(len(new), (around + 2) * reach + reach // 2)


def _aligned(old: Words, new: Words, start: int, end: int) -> tuple[int, int] | None:
    """The first and last word of the best alignment of all of `old` with some of `new[start:end]`."""
    words, weights = new.words[start:end], new.weights[start:end]
    # Of each cell: what the best way to it is worth, and the word of `new` at which that way began.
    above: list[tuple[float, int]] = [(0.0, column) for column in range(len(words) + 1)]
    for word, weight in zip(old.words, old.weights, strict=True):
        left = (above[0][0] - _GAP * weight, 0)
        row = [left]
        for column, other in enumerate(words):
            worth, began = above[column]
            best = (worth + weight * _gain(word, other), began)
            without = above[column + 1]
            if without[0] - _GAP * weight > best[0]:
                best = (without[0] - _GAP * weight, without[1])
            if left[0] - _GAP * weights[column] > best[0]:
                best = (left[0] - _GAP * weights[column], left[1])
            row.append(best)
            left = best
        above = row
    last = max(range(len(above)), key=lambda column: above[column][0])
    worth, first = above[last]
    if first >= last or worth <= -sum(old.weights) * _GAP:
        return None
    return start + first, start + last - 1


def _gain(word: str, other: str) -> float:
    """What it is worth to take one word for another: 1 for itself, less than nothing for one that is unlike."""
    if word == other:
        return 1.0
    if word[0] != other[0] and word[-1] != other[-1]:
        return -_GAP / 2
    return word_likeness(word, other) - _GAP / 2
