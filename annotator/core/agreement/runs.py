"""What several people say of each character and of each sentence, without a look at any single character.

A text is cut where anybody's stretch begins or ends; between two cuts everybody says one thing. What is said of a place
is written as a number: the labels that somebody gave it, one bit each, so that their order does not matter.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.core.agreement.compared import Compared
from annotator.core.spans import Span
from annotator.core.submissions import SubmittedAnnotation

Patterns = Counter[tuple[int, ...]]
"""How many places there are of which the readers, in their order, say this."""


@dataclass(slots=True)
class Runs:
    """What the readers of one article say.

    Attributes:
        sentences: labels, as bits, that each has in a sentence; a stretch counts in each that it overlaps.
        characters: labels, as bits, that each has on a character; page furniture is left out.

    """

    sentences: Patterns
    characters: Patterns


def runs_of(article: Compared, numbers: Mapping[str, int]) -> Runs:
    """An article's characters and sentences by what is said of them; `numbers` are those of the labels, from 0."""
    text = article.without_furniture()
    cuts = _cuts(text)
    at = {cut: index for index, cut in enumerate(cuts)}
    sizes = [end - start for start, end in pairwise(cuts)]
    marked = [_marked(said, numbers, at, len(sizes)) for said in text.annotations]
    characters: Patterns = Counter()
    for size, bits in zip(sizes, zip(*marked, strict=True), strict=True):
        characters[bits] += size
    return Runs(_sentences(article, numbers), characters)


def sentence_labels(
    sentences: Sequence[Span], said: Sequence[SubmittedAnnotation], numbers: Mapping[str, int]
) -> dict[int, int]:
    """The labels, as bits, of the sentences that one person has some in, by the sentence's index."""
    found: dict[int, int] = {}
    ends = [end for _, end in sentences]
    for annotation in said:
        bit = 1 << numbers[annotation.label]
        for start, end in annotation.segments:
            index = bisect_right(ends, start)
            while index < len(sentences) and sentences[index].start_char < end:
                found[index] = found.get(index, 0) | bit
                index += 1
    return found


def holding(patterns: Patterns, number: int) -> Patterns:
    """The same for one label alone: 1 where somebody has it, else 0."""
    found: Patterns = Counter()
    for pattern, count in patterns.items():
        found[tuple([bits >> number & 1 for bits in pattern])] += count
    return found


def _cuts(article: Compared) -> list[int]:
    places = {0, article.length}
    for said in article.annotations:
        for annotation in said:
            for segment in annotation.segments:
                places.update(segment)
    return sorted(places)


def _marked(
    said: Sequence[SubmittedAnnotation], numbers: Mapping[str, int], at: Mapping[int, int], count: int
) -> list[int]:
    """For each run the labels as bits."""
    bits = [0] * count
    for annotation in said:
        number = numbers[annotation.label]
        for start, end in annotation.segments:
            for index in range(at[start], at[end]):
                bits[index] |= 1 << number
    return bits


def _sentences(article: Compared, numbers: Mapping[str, int]) -> Patterns:
    each = [sentence_labels(article.sentences, said, numbers) for said in article.annotations]
    touched = set().union(*each)
    patterns: Patterns = Counter(tuple([one.get(index, 0) for one in each]) for index in touched)
    if len(article.sentences) > len(touched):
        patterns[(0,) * len(each)] += len(article.sentences) - len(touched)
    return patterns
