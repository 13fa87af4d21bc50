"""What to read next so that the program learns most: where it is least sure."""

from collections.abc import Iterable, Sequence
from math import log2

from annotator.core.learned.features import Look
from annotator.core.learned.training import Learned

_COUNTED = 5  # a long article is not more useful for being long


def doubt(learned: Learned, look: Look, language: str, labels: Sequence[str]) -> float:
    """How unsure it is about the label that it is least sure of, 0 (certain) to 1 bit (as good as a coin).

    Labels that were never given say nothing; where none was, all is as doubtful as can be.
    """
    models = [model for label in labels if (model := learned.model(label, language))]
    return max((_bits(model.chance(look.features)) for model in models), default=1.0)


def usefulness(doubts: Iterable[float]) -> float:
    """How much an article would teach, 0..1: the mean doubt about the sentences that are least sure."""
    most = sorted(doubts, reverse=True)[:_COUNTED]
    return sum(most) / _COUNTED


def _bits(chance: float) -> float:
    return -sum(part * log2(part) for part in (chance, 1 - chance) if part > 0)
