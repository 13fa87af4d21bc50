"""What one article adds to the sums that all figures of agreement follow from.

A figure of many articles is worked out from the sum of what they add, so that articles can be drawn again and again
(resampling.py) without reading any of them twice.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any
from uuid import UUID

from annotator.core.agreement.compared import Compared
from annotator.core.agreement.matching import Meeting, exact_matches, meet
from annotator.core.agreement.nominal import PairSums, Sums
from annotator.core.agreement.runs import Patterns, holding, runs_of
from annotator.core.agreement.unitizing import Observer, Pairs
from annotator.core.submissions import SubmittedAnnotation

Key = tuple[Any, ...]
"""Scope, what is counted, and more where that needs it."""
Group = tuple[UUID, ...]
"""() for everybody, else two annotators."""
Sum = dict[Key, float]
Counts = dict[Group, Sum]
EVERYBODY: Group = ()
OVERALL = ""
"""The scope of all labels together; the others are the labels' keys."""
SENTENCES, CHARACTERS = "sentences", "characters"


Met = dict[Group, Meeting]
"""How the annotations of an article's readers answer each other, for each two of them."""


def match(article: Compared) -> Met:
    """Match the annotations of each two readers of an article."""
    return {
        (left, right): meet(article.annotations[one], article.annotations[other])
        for (one, left), (other, right) in combinations(enumerate(article.readers), 2)
    }


def count(article: Compared, numbers: Mapping[str, int], met: Met) -> Counts:
    """What an article adds; `numbers` are those of the labels that are compared, from 0."""
    pairs: dict[Group, tuple[int, int]] = {
        (article.readers[one], article.readers[other]): (one, other)
        for one, other in combinations(range(len(article.readers)), 2)
    }
    counts: Counts = {group: {} for group in (EVERYBODY, *pairs)}
    runs = runs_of(article, numbers)
    places = [(label, holding(runs.sentences, at), holding(runs.characters, at)) for label, at in numbers.items()]
    for scope, sentences, characters in (*places, (OVERALL, runs.sentences, runs.characters)):
        for level, patterns in ((SENTENCES, sentences), (CHARACTERS, characters)):
            _count_all(counts[EVERYBODY], scope, level, patterns)
            for group, (one, other) in pairs.items():
                _count_pair(counts[group], scope, level, PairSums.of(patterns, one, other))
    text = article.without_furniture()
    said = [{label: [one for one in each if one.label == label] for label in numbers} for each in article.annotations]
    for label in numbers:
        of_label = [each[label] for each in said]
        if any(of_label):
            counts[EVERYBODY][label, "annotations"] = sum(map(len, of_label))
            _count_units(counts, label, text, pairs)
            for group, (one, other) in pairs.items():
                _count_spans(counts[group], label, of_label[one], of_label[other])
                for kind, who, meeting in (("mine", one, met[group].left), ("theirs", other, met[group].right)):
                    overlapping = sum(article.annotations[who][at].label == label for at in meeting)
                    counts[group][label, f"overlapping {kind}"] = overlapping
    return counts


def total(counted: Sequence[Counts]) -> Counts:
    """The sum of what articles add."""
    found: Counts = {}
    for counts in counted:
        for group, sums in counts.items():
            there = found.setdefault(group, {})
            for key, value in sums.items():
                there[key] = there.get(key, 0) + value
    return found


def _count_all(there: Sum, scope: str, level: str, patterns: Patterns) -> None:
    """Sentences or characters, and what everybody says of them."""
    sums = Sums.of(patterns)
    there[scope, level, "items"] = sums.items
    there[scope, level, "shares"] = sums.shares
    there[scope, level, "same"] = sums.same
    for value, number in sums.values.items():
        there[scope, level, "values", value] = number


def _count_pair(there: Sum, scope: str, level: str, sums: PairSums) -> None:
    """The same for two people."""
    there[scope, level, "items"] = sums.items
    there[scope, level, "agreed"] = sums.agreed
    for value, number in sums.left.items():
        there[scope, level, "left", value] = number
    for value, number in sums.right.items():
        there[scope, level, "right", value] = number


def _count_units(
    counts: Counts,
    label: str,
    text: Compared,
    pairs: Mapping[Group, tuple[int, int]],
) -> None:
    """Where units begin and end, for alpha_U; overall it is the sum over labels."""
    said = ([part for one in each if one.label == label for part in one.segments] for each in text.annotations)
    observers = [Observer(units, text.length) for units in said]
    between = Pairs(observers, text.length)
    groups: dict[Group, Sequence[int]] = {EVERYBODY: range(len(observers)), **pairs}
    for group, members in groups.items():
        found = between.among(members)
        if found.units:
            counts[group][label, "observed"] = found.observed
            counts[group][label, "expected"] = found.expected
            counts[group][label, "units"] = found.units


def _count_spans(
    there: Sum,
    label: str,
    mine: Sequence[SubmittedAnnotation],
    theirs: Sequence[SubmittedAnnotation],
) -> None:
    """Annotations that two people have in common, and how many each has."""
    if mine or theirs:
        there[label, "mine"], there[label, "theirs"] = len(mine), len(theirs)
        there[label, "exact"] = exact_matches(mine, theirs)
