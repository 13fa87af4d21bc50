"""The figures of agreement, worked out from sums over articles."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from annotator.core.agreement import nominal
from annotator.core.agreement.counting import (
    CHARACTERS,
    EVERYBODY,
    OVERALL,
    SENTENCES,
    Counts,
    Group,
    Sum,
)
from annotator.core.agreement.measures import BY_SENTENCE, Figure, Measure, Why, f1, f1_of_shares, mean
from annotator.core.agreement.nominal import PairSums, Sums
from annotator.core.agreement.unitizing import Disagreement, alpha_u

Values = dict[Measure, float | None]
_Some = TypeVar("_Some", Sums, PairSums)


@dataclass(slots=True)
class Totals:
    """Sums over articles, put in order once, so that figures can be asked of them.

    `labels` are those that are compared. `groups` are the pairs of annotators who have an article in common.
    """

    labels: Sequence[str]
    groups: Sequence[Group]
    _counts: Counts = field(default_factory=dict)
    _all: dict[tuple[str, str], Sums] = field(default_factory=dict)
    _pairs: dict[Group, dict[tuple[str, str], PairSums]] = field(default_factory=dict)

    @classmethod
    def of(cls, counts: Counts, labels: Sequence[str]) -> "Totals":
        """Put sums in order."""
        totals = cls(labels, sorted(group for group in counts if group != EVERYBODY), counts)
        for group, there in counts.items():
            if group == EVERYBODY:
                _sort(there, totals._all, Sums)
            else:
                _sort(there, totals._pairs.setdefault(group, {}), PairSums)
        return totals

    def values(self, scope: str, group: Group = EVERYBODY) -> Values:
        """Every measure of a label, or of all together, for everybody or for two annotators."""
        if group == EVERYBODY:
            return self._values_of_all(scope)
        sentences = self._pair(scope, group, SENTENCES)
        both = sentences.together()
        return {
            Measure.PERCENT: nominal.percent(both),
            Measure.KAPPA_SENTENCE: nominal.cohen(sentences),
            Measure.FLEISS_SENTENCE: nominal.fleiss(both),
            Measure.ALPHA_SENTENCE: nominal.krippendorff(both),
            Measure.ALPHA_CHARACTERS: nominal.krippendorff(self._pair(scope, group, CHARACTERS).together()),
            Measure.ALPHA_U: alpha_u(self._units(scope, group)),
            **self._f1s(scope, group),
        }

    def n(self, scope: str, measure: Measure, group: Group = EVERYBODY) -> int:
        """How many things a figure is of: sentences, or annotations."""
        if measure in BY_SENTENCE:
            return round(self.sentences(scope, group))
        kinds = ("annotations",) if group == EVERYBODY else ("mine", "theirs")
        there = self._sums(group)
        return round(sum(there.get((label, kind), 0) for label in self._labels_of(scope) for kind in kinds))

    def sentences(self, scope: str = OVERALL, group: Group = EVERYBODY) -> float:
        """How many sentences two people or more have read."""
        return self._sums(group).get((scope, SENTENCES, "items"), 0)

    def characters(self, group: Group = EVERYBODY) -> float:
        """How many characters two people or more have read."""
        return self._sums(group).get((OVERALL, CHARACTERS, "items"), 0)

    def figures(self, scope: str, group: Group = EVERYBODY) -> dict[Measure, Figure]:
        """The same as `values` with what has to be known of each."""
        found = {}
        annotations = self.n(scope, Measure.F1_EXACT, group)
        for measure, value in self.values(scope, group).items():
            n = self.n(scope, measure, group)
            why = self._why(scope, group, measure) if value is None else None
            found[measure] = Figure(measure, value, n, why, annotations=annotations)
        return found

    def _why(self, scope: str, group: Group, measure: Measure) -> Why:
        if not self.sentences(scope, group) and not self.characters(group):
            return Why.NOTHING
        if not self.n(scope, Measure.F1_EXACT, group):
            return Why.UNUSED
        return Why.NOTHING if measure in BY_SENTENCE and not self.sentences(scope, group) else Why.ONE_VALUE

    def _values_of_all(self, scope: str) -> Values:
        sentences = self._all.get((scope, SENTENCES), Sums())
        kappas = [nominal.cohen(self._pair(scope, group, SENTENCES)) for group in self.groups]
        f1s = [self._f1s(scope, group) for group in self.groups]
        return {
            Measure.PERCENT: nominal.percent(sentences),
            Measure.KAPPA_SENTENCE: mean(kappas),
            Measure.FLEISS_SENTENCE: nominal.fleiss(sentences),
            Measure.ALPHA_SENTENCE: nominal.krippendorff(sentences),
            Measure.ALPHA_CHARACTERS: nominal.krippendorff(self._all.get((scope, CHARACTERS), Sums())),
            Measure.ALPHA_U: alpha_u(self._units(scope, EVERYBODY)),
            Measure.F1_EXACT: mean([one[Measure.F1_EXACT] for one in f1s]),
            Measure.F1_OVERLAP: mean([one[Measure.F1_OVERLAP] for one in f1s]),
            Measure.F1_CHARACTERS: mean([one[Measure.F1_CHARACTERS] for one in f1s]),
        }

    def _f1s(self, scope: str, group: Group) -> Values:
        mine = theirs = exact = overlapping = overlapped = in_both = left = right = 0.0
        there = self._sums(group).get
        for label in self._labels_of(scope):
            mine += there((label, "mine"), 0)
            theirs += there((label, "theirs"), 0)
            exact += there((label, "exact"), 0)
            overlapping += there((label, "overlapping mine"), 0)
            overlapped += there((label, "overlapping theirs"), 0)
            sums = self._pair(label, group, CHARACTERS)
            left, right = left + sums.left[1], right + sums.right[1]
            in_both += (sums.agreed - sums.items + sums.left[1] + sums.right[1]) / 2
        return {
            Measure.F1_EXACT: f1(exact, mine, theirs),
            Measure.F1_OVERLAP: f1_of_shares(overlapping, mine, overlapped, theirs),
            Measure.F1_CHARACTERS: f1(in_both, left, right),
        }

    def _units(self, scope: str, group: Group) -> Disagreement:
        observed = expected = units = 0.0
        there = self._sums(group).get
        for label in self._labels_of(scope):
            observed += there((label, "observed"), 0)
            expected += there((label, "expected"), 0)
            units += there((label, "units"), 0)
        return Disagreement(observed, expected, round(units))

    def _pair(self, scope: str, group: Group, level: str) -> PairSums:
        return self._pairs.get(group, {}).get((scope, level)) or PairSums()

    def _sums(self, group: Group) -> Sum:
        return self._counts.get(group, {})

    def _labels_of(self, scope: str) -> Sequence[str]:
        return self.labels if scope == OVERALL else (scope,)


def _sort(there: Sum, into: dict[tuple[str, str], _Some], make: Callable[[], _Some]) -> None:
    """Put plain sums into what has fields of their names: scope, level, field, and of some the value."""
    for key, number in there.items():
        if len(key) < 3:
            continue
        place = key[:2]
        sums = into.get(place)
        if sums is None:
            sums = into[place] = make()
        if len(key) == 3:
            setattr(sums, key[2], number)
        else:
            getattr(sums, key[2])[key[3]] = number
