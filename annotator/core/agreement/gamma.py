"""gamma: agreement on units that are aligned with each other, however they overlap.

Mathet, Widlöcher and Métivier (2015), The unified and holistic method gamma. It is worked out by a library that is an
extra of this program, since it brings a solver and a compiler along; each article is a continuum of its own. Expected
disorder is sampled, so figures of two runs differ a little unless the seed is the same; it is fixed here.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from annotator.core.spans import Span

Unit = tuple[str, str, Span]
"""Annotator, label, stretch; of several stretches, from the first one's start to the last one's end."""
Step = Callable[[int, int], None]
_SEED = 4772
_ALPHA, _BETA, _DELTA_EMPTY = 3.0, 1.0, 1.0
_PRECISION = 0.02


@dataclass(frozen=True, slots=True)
class Gamma:
    """The figures of all articles together; None where undefined. `n` is the number of annotations."""

    gamma: float | None
    gamma_cat: float | None
    n: int


def is_there() -> bool:
    """True when the library is installed."""
    return find_spec("pygamma_agreement") is not None


def gamma(articles: Sequence[Iterable[Unit]], step: Step = lambda _done, _total: None) -> Gamma:
    """Work gamma out; `step` is told after each article how far it is, and may raise to stop.

    Disorder, observed and expected, is added over articles before one is divided by the other; the categorical figure
    is the mean over articles, weighted by their annotations. An article in which fewer than two people have annotated
    anything has no alignment and is left out.
    """
    observed = expected = categories = 0.0
    units = of_categories = 0
    for done, found in enumerate(map(list, articles), 1):
        if len({who for who, _, _ in found}) > 1:
            result = _of_article(found)
            units += len(found)
            observed += result.observed_disorder * len(found)
            expected += result.expected_disorder * len(found)
            value = result.gamma_cat
            if value == value:  # not NaN: there were no two units to compare
                categories += value * len(found)
                of_categories += len(found)
        step(done, len(articles))
    return Gamma(
        1 - observed / expected if expected else None, categories / of_categories if of_categories else None, units
    )


def _of_article(units: Iterable[Unit]) -> Any:
    # Loaded late: it takes seconds, and few ask for it.
    library = import_module("pygamma_agreement")
    segments = import_module("pyannote.core")
    numbers = import_module("numpy")
    numbers.random.seed(_SEED)
    continuum = library.Continuum()
    for who, label, (start, end) in units:
        continuum.add(who, segments.Segment(start, end), label)
    dissimilarity = library.CombinedCategoricalDissimilarity(alpha=_ALPHA, beta=_BETA, delta_empty=_DELTA_EMPTY)
    sampler = library.ShuffleContinuumSampler()
    return continuum.compute_gamma(dissimilarity, precision_level=_PRECISION, sampler=sampler)
