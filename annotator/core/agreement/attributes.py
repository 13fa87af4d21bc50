"""Agreement on what is said *about* annotations: on those alone that two people have both made.

Whether they found the same spans is another question and told beside it, never mixed in. Values that are not said count
as the attribute's default. Free words are not compared.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.core.agreement import nominal
from annotator.core.agreement.compared import Compared
from annotator.core.agreement.counting import Group, Met
from annotator.core.agreement.measures import FEW, Why, mean
from annotator.core.agreement.nominal import PairSums, Sums
from annotator.core.attributes import Defaults
from annotator.core.schema import Attribute, AttributeKind, LabelSet
from annotator.core.submissions import SubmittedAnnotation

_CLOSED = frozenset({AttributeKind.CHOICE, AttributeKind.YES_NO, AttributeKind.NUMBER, AttributeKind.DATE})
NOT_SAID = ""
"""The value of an attribute that does not apply, or that nothing is said of."""
Said = Counter[tuple[str, str]]
"""How often two people gave these two values to annotations that match."""


@dataclass(frozen=True, slots=True)
class AttributeFigures:
    """How far people agree on an attribute. `n` is the number of matched annotations that have it.

    `kappa` is the mean over pairs of annotators; `alpha` takes each matched two as one unit. For numbers it counts how
    far they are apart.
    """

    key: str
    n: int
    percent: float | None
    kappa: float | None
    alpha: float | None
    why: Why | None = None

    @property
    def is_of_few(self) -> bool:
        """True when there is too little to judge by."""
        return self.n < FEW


def compared_attributes(label_set: LabelSet, labels: Iterable[str]) -> list[Attribute]:
    """The attributes of these labels that can be compared, in the order of the label set."""
    there = {one.key for label in labels for one in label_set.attributes_of(label)}
    return [one for one in label_set.attributes if one.key in there and one.kind in _CLOSED]


class Values:
    """The values of annotations as text, defaults included."""

    def __init__(self, label_set: LabelSet) -> None:
        self._defaults = Defaults(label_set)
        self._known: dict[tuple[str, tuple[tuple[str, str], ...]], dict[str, str]] = {}

    def of(self, annotation: SubmittedAnnotation, key: str) -> str:
        """What is said of one attribute; NOT_SAID for nothing."""
        return self.all_of(annotation).get(key, NOT_SAID)

    def all_of(self, annotation: SubmittedAnnotation) -> dict[str, str]:
        """All that is said of an annotation; the same object where the same is said."""
        said = tuple([(key, _written(value)) for key, value in annotation.attributes.items()])
        known = self._known.get((annotation.label, said))
        if known is None:
            whole = self._defaults.complete(annotation.label, annotation.attributes)
            known = {key: _written(value) for key, value in whole.items()}
            self._known[annotation.label, said] = known
        return known

    def has(self, label: str, attribute: Attribute) -> bool:
        """True when an attribute is one of annotations with this label."""
        return label in attribute.labels if attribute.labels else True


def values_given(
    articles: Sequence[Compared], met: Sequence[Met], attributes: Sequence[Attribute], values: Values
) -> dict[str, dict[Group, Said]]:
    """The values that each two people gave to annotations which match, by attribute."""
    found: dict[str, dict[Group, Said]] = {one.key: {} for one in attributes}
    for group, alike in _pairs_alike(articles, met, values).items():
        for label, one, other, number in alike:
            for attribute in attributes:
                given = one.get(attribute.key, NOT_SAID), other.get(attribute.key, NOT_SAID)
                if values.has(label, attribute) and given != (NOT_SAID, NOT_SAID):
                    found[attribute.key].setdefault(group, Counter())[given] += number
    return found


_Alike = tuple[str, dict[str, str], dict[str, str], int]


def _pairs_alike(articles: Sequence[Compared], met: Sequence[Met], values: Values) -> dict[Group, list[_Alike]]:
    """Label, what each of two people says, and of how many matches this is so."""
    counts: dict[Group, dict[tuple[str, int, int], int]] = {}
    objects: dict[int, dict[str, str]] = {}
    for article, of_article in zip(articles, met, strict=True):
        said = [[values.all_of(one) for one in each] for each in article.annotations]
        objects.update((id(one), one) for each in said for one in each)
        for group, meeting in of_article.items():
            left, right = (article.readers.index(person) for person in group)
            there = counts.setdefault(group, {})
            for one, other in meeting.matches:
                key = article.annotations[left][one].label, id(said[left][one]), id(said[right][other])
                there[key] = there.get(key, 0) + 1
    return {
        group: [(label, objects[one], objects[other], number) for (label, one, other), number in there.items()]
        for group, there in counts.items()
    }


def attribute_figures(attribute: Attribute, given: dict[Group, Said]) -> AttributeFigures:
    """The figures of one attribute from the values that each two people gave."""
    together: Said = sum(given.values(), Counter())
    sums = Sums.of(together)
    n = round(sums.items)
    if attribute.kind is AttributeKind.NUMBER:
        numbers = {tuple(map(_number, pattern)): count for pattern, count in together.items()}
        alpha = nominal.krippendorff_by_distance(numbers, nominal.interval_distance)
    else:
        alpha = nominal.krippendorff(sums)
    kappa = mean([nominal.cohen(PairSums.of(said)) for said in given.values()])
    why = (Why.ONE_VALUE if n else Why.UNUSED) if alpha is None else None
    return AttributeFigures(attribute.key, n, nominal.percent(sums), kappa, alpha, why)


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return NOT_SAID if value is None else str(value)


def _number(value: str) -> float | None:
    return float(value) if value else None
