"""From decisions to models: one for each label and language that has enough of them, one for each label in all."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from annotator.core.learned.calibration import Calibration
from annotator.core.learned.decisions import Decision
from annotator.core.learned.judging import FEWEST, Judgement, judge
from annotator.core.learned.logistic import Logistic, learn
from annotator.errors import Cancelled

ALL = ""
"""The language of a model for all languages."""

_STEPS = 6  # of a model: five folds and itself
_FEWEST_ARTICLES = 5

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


class Model(NamedTuple):
    """What was learned about one label: scores, what they mean, and from which chance on it is proposed."""

    learner: Logistic
    calibration: Calibration
    threshold: float
    judgement: Judgement

    def chance(self, features: Sequence[int]) -> float:
        """How likely it is that the label belongs on a sentence with these features, 0..1."""
        return self.calibration.probability(self.learner.score(features))


class Learned(NamedTuple):
    """All that was learned: (label, language) -> model, and in how many sentences of which languages."""

    models: dict[tuple[str, str], Model]
    languages: dict[str, int]

    def model(self, label: str, language: str) -> Model | None:
        """The model for a label in a language: its own, else that for all languages."""
        return self.models.get((label, language)) or self.models.get((label, ALL))

    @property
    def judgements(self) -> list[Judgement]:
        """How good each model is."""
        return [model.judgement for model in self.models.values()]


def train(
    decisions: Sequence[Decision],
    labels: Sequence[str],
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> Learned:
    """Learn what there is to learn. A label that was never given, or never withheld, has no model. Raises Cancelled."""
    wanted = [*_wanted(decisions, labels)]
    total, done = len(wanted) * _STEPS, 0

    def go_on() -> None:
        nonlocal done
        done += 1
        if progress:
            progress(min(done, total), total)
        if cancelled and cancelled():
            raise Cancelled

    models = {}
    for label, language, about in wanted:
        judged = judge(about, label, language, go_on)
        learner = learn([(one.look.features, label in one.has) for one in about])
        models[label, language] = Model(learner, judged.calibration, judged.threshold, judged.judgement)
        done = len(models) * _STEPS - 1  # few articles make fewer folds
        go_on()
    return Learned(models, dict(Counter(one.language for one in decisions)))


def _wanted(decisions: Sequence[Decision], labels: Sequence[str]) -> Iterator[tuple[str, str, list[Decision]]]:
    """Label, language, and the decisions about that label there."""
    for label in labels:
        about = [one for one in decisions if label in one.has or label in one.lacks]
        if not _is_learnable(about, label, 1, 2):
            continue
        yield label, ALL, about
        languages = sorted({one.language for one in about})
        for language in languages if len(languages) > 1 else ():
            own = [one for one in about if one.language == language]
            if _is_learnable(own, label, FEWEST, _FEWEST_ARTICLES):
                yield label, language, own


def _is_learnable(about: Sequence[Decision], label: str, fewest: int, articles: int) -> bool:
    given = sum(label in one.has for one in about)
    return min(given, len(about) - given) >= fewest and len({one.group for one in about}) >= articles
