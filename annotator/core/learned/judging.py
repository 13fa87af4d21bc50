"""How good learned suggestions are, and whether cues alone are better: cross-validation by article.

Every sentence is judged by a model that has seen neither its article nor a copy of it; threshold and
calibration, too, come from other articles than those they are tried on.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from annotator.core.learned.calibration import Calibration, Scored, fit, threshold
from annotator.core.learned.decisions import Decision
from annotator.core.learned.logistic import learn

PRECISION = 0.8
"""The share of proposals that must be right: below it people stop reading them."""

FEWEST = 30
"""With fewer sentences that have the label, no figure is worth believing."""

_FOLDS = 5


class Score(NamedTuple):
    """Sentences that were proposed rightly, that were proposed, and that have the label."""

    right: int
    proposed: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of the proposed that is right, 0..1."""
        return self.right / (self.proposed or 1)

    @property
    def recall(self) -> float:
        """The share of the wanted that was proposed, 0..1."""
        return self.right / (self.wanted or 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0..1."""
        return 2 * self.right / ((self.proposed + self.wanted) or 1)


class Judgement(NamedTuple):
    """How learned suggestions and cues fare with one label, in one language ("" = in all).

    Sentences are counted, and articles with them.
    """

    label: str
    language: str
    articles: int
    sentences: int
    learned: Score
    cues: Score

    @property
    def is_too_few(self) -> bool:
        """True when there is too little to judge by."""
        return self.learned.wanted < FEWEST

    @property
    def is_learned_better(self) -> bool:
        """True when what was learned is to be shown; in all other cases cues are."""
        return not self.is_too_few and self.learned.f1 > self.cues.f1


class Judged(NamedTuple):
    """A judgement, with what held-out sentences taught about the scores."""

    judgement: Judgement
    calibration: Calibration
    threshold: float


def judge(decisions: Sequence[Decision], label: str, language: str, go_on: Callable[[], None]) -> Judged:
    """Cross-validate one label on decisions about it. `go_on` is called after each fold, and may raise Cancelled."""
    folds = _folds(decisions)
    scored: list[list[Scored]] = []
    for held_out in folds:
        seen = [one for fold in folds if fold is not held_out for one in fold]
        model = learn([(one.look.features, label in one.has) for one in seen])
        scored.append([(model.score(one.look.features), label in one.has) for one in held_out])
        go_on()
    learned = [_tried(scored, number) for number in range(len(folds))]
    wanted = sum(label in one.has for one in decisions)
    cued = [label in one.has for one in decisions if label in one.look.cued]
    judgement = Judgement(
        label,
        language,
        len({one.group for one in decisions}),
        len(decisions),
        Score(sum(right for right, _ in learned), sum(proposed for _, proposed in learned), wanted),
        Score(sum(cued), len(cued), wanted),
    )
    calibration, least = _calibrated([one for fold in scored for one in fold])
    return Judged(judgement, calibration, least)


def _folds(decisions: Sequence[Decision]) -> list[list[Decision]]:
    groups = sorted({one.group for one in decisions})
    number = {group: at % _FOLDS for at, group in enumerate(groups)}
    folds: list[list[Decision]] = [[] for _ in range(min(_FOLDS, len(groups)))]
    for one in decisions:
        folds[number[one.group]].append(one)
    return folds


def _tried(scored: Sequence[Sequence[Scored]], number: int) -> tuple[int, int]:
    """How many of one fold's sentences are rightly proposed, and how many are, by what the other folds teach."""
    calibration, least = _calibrated([one for at, fold in enumerate(scored) if at != number for one in fold])
    proposed = [truth for score, truth in scored[number] if calibration.probability(score) >= least]
    return sum(proposed), len(proposed)


def _calibrated(scored: Sequence[Scored]) -> tuple[Calibration, float]:
    calibration = fit(scored)
    return calibration, threshold([(calibration.probability(score), truth) for score, truth in scored], PRECISION)
