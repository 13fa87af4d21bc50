"""What one article adds to the sums that all figures of agreement follow from.

A figure of many articles is worked out from the sum of what they add, so that articles can be drawn again and again
(resampling.py) without reading any of them twice.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any
from uuid import UUID

from annotator.core.agreement.compared import Compared
from annotator.core.agreement.matching import Matches, exact_matches, matches
from annotator.core.agreement.nominal import PairSums, Sums
from annotator.core.agreement.runs import Patterns, holding, runs_of
from annotator.core.agreement.unitizing import Observer, Pairs

Key = tuple[Any, ...]
"""Scope, group, what is counted, and more where that needs it."""
Counts = dict[Key, float]
Group = tuple[UUID, ...]
"""() for everybody, else two annotators."""
EVERYBODY: Group = ()
OVERALL = ""
"""The scope of all labels together; the others are the labels' keys."""
SENTENCES, CHARACTERS, LABELS_OF_CHARACTERS = "sentences", "characters", "labels of characters"


Met = dict[Group, Matches]
"""Which annotations of an article's readers answer each other, for each two of them."""


def match(article: Compared) -> Met:
    """Match the annotations of each two readers of an article."""
    return {
        (left, right): matches(article.annotations[one], article.annotations[other])
        for (one, left), (other, right) in combinations(enumerate(article.readers), 2)
    }


def count(article: Compared, numbers: Mapping[str, int], met: Met) -> Counts:
    """What an article adds; `numbers` are those of the labels that are compared, from 0."""
    counts: Counts = {}
    runs = runs_of(article, numbers)
    for label, number in numbers.items():
        _count_places(counts, label, SENTENCES, holding(runs.sentences, number), article.readers)
        _count_places(counts, label, CHARACTERS, holding(runs.characters, number), article.readers)
    _count_places(counts, OVERALL, SENTENCES, runs.sentences, article.readers)
    _count_places(counts, OVERALL, CHARACTERS, runs.single, article.readers)
    _count_all(counts, OVERALL, LABELS_OF_CHARACTERS, runs.characters)
    _count_units(counts, article, numbers)
    _count_spans(counts, article, numbers, met)
    return counts


def total(counted: Sequence[Counts]) -> Counts:
    """The sum of what articles add."""
    found: Counts = {}
    for counts in counted:
        for key, value in counts.items():
            found[key] = found.get(key, 0) + value
    return found


def _count_places(counts: Counts, scope: str, level: str, patterns: Patterns, readers: Sequence[UUID]) -> None:
    """Sentences or characters: what everybody says, and what each two say."""
    _count_all(counts, scope, level, patterns)
    for (one, left), (other, right) in combinations(enumerate(readers), 2):
        sums, group = PairSums.of(patterns, one, other), (left, right)
        counts[scope, group, level, "items"] = sums.items
        counts[scope, group, level, "agreed"] = sums.agreed
        for value, number in sums.left.items():
            counts[scope, group, level, "left", value] = number
        for value, number in sums.right.items():
            counts[scope, group, level, "right", value] = number


def _count_all(counts: Counts, scope: str, level: str, patterns: Patterns) -> None:
    sums = Sums.of(patterns)
    counts[scope, EVERYBODY, level, "items"] = sums.items
    counts[scope, EVERYBODY, level, "shares"] = sums.shares
    counts[scope, EVERYBODY, level, "same"] = sums.same
    for value, number in sums.values.items():
        counts[scope, EVERYBODY, level, "value", value] = number


def _count_units(counts: Counts, article: Compared, numbers: Mapping[str, int]) -> None:
    """Where units begin and end, for alpha_U; overall it is the sum over labels."""
    people = range(len(article.readers))
    groups: dict[Group, tuple[int, ...]] = {EVERYBODY: tuple(people)}
    groups |= {(article.readers[one], article.readers[other]): (one, other) for one, other in combinations(people, 2)}
    for label in numbers:
        said = [[one for one in each if one.label == label] for each in article.annotations]
        if not any(said):
            continue
        observers = [Observer([part for one in each for part in one.segments], article.length) for each in said]
        pairs = Pairs(observers, article.length)
        for group, members in groups.items():
            found = pairs.among(members)
            if found.units:
                counts[label, group, "observed"] = found.observed
                counts[label, group, "expected"] = found.expected
                counts[label, group, "units"] = found.units


def _count_spans(counts: Counts, article: Compared, numbers: Mapping[str, int], met: Met) -> None:
    """Annotations that two people have in common, and how many each has."""
    for (one, left), (other, right) in combinations(enumerate(article.readers), 2):
        said, answered = article.annotations[one], article.annotations[other]
        group = (left, right)
        overlapping = [said[at].label for at, _ in met[group]]
        for label in numbers:
            mine = [annotation for annotation in said if annotation.label == label]
            theirs = [annotation for annotation in answered if annotation.label == label]
            if mine or theirs:
                counts[label, group, "mine"], counts[label, group, "theirs"] = len(mine), len(theirs)
                counts[label, group, "exact"] = exact_matches(mine, theirs)
                counts[label, group, "overlap"] = overlapping.count(label)
    for each in article.annotations:
        for annotation in each:
            key = (annotation.label, EVERYBODY, "annotations")
            counts[key] = counts.get(key, 0) + 1
