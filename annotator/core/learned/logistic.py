"""The learner: logistic regression on hashed features, in plain Python.

Measured on news quotations in three languages, 100 articles each to learn from and 50 others to be judged by. With cues
among the features two kinds of naive Bayes, an averaged perceptron and this one are within half a point of F1 of each
other (plain naive Bayes: 1 to 2 behind). Without them, naive Bayes is 1 to 9 behind, and the perceptron now ahead, now
behind. This one's scores are the easiest to calibrate; it needs nothing but this file, and 5,000 sentences take it half
a second. More rounds through the sentences gave nothing.
"""

import random
from array import array
from collections.abc import Sequence
from math import exp, sqrt

from annotator.core.learned.features import SIZE

Row = tuple[tuple[int, ...], bool]
"""A sentence's features, and whether the label belongs on it."""

_EPOCHS = 3
_RATE = 0.1
_SMALL = 0.02  # a sentence that is told this well teaches no more
_FEWEST_NEGATIVES = 500
_NEGATIVES = 3  # for each positive; who calibrates on all sentences takes that into account


class Logistic:
    """A linear model: one weight a feature."""

    __slots__ = ("bias", "weights")

    def __init__(self, weights: Sequence[float], bias: float) -> None:
        self.weights, self.bias = weights, bias

    def score(self, features: Sequence[int]) -> float:
        """How much speaks for the label, on a scale that has no meaning before it is calibrated."""
        weights = self.weights
        return self.bias + sum([weights[one] for one in features]) / sqrt(len(features) or 1)


def learn(rows: Sequence[Row]) -> Logistic:
    """A model of these rows; the same for the same rows. AdaGrad, so that rare words learn as fast as common ones."""
    order = random.Random(0)  # noqa: S311 -- nothing secret: a fixed shuffle makes a model that can be made again
    rows = _thinned(rows, order)
    weights, squares = [0.0] * SIZE, [0.1] * SIZE
    bias, bias_squares = 0.0, 1.0
    for _ in range(_EPOCHS):
        order.shuffle(rows)
        for features, truth in rows:
            scale = 1 / sqrt(len(features) or 1)
            error = truth - _sigmoid(bias + scale * sum([weights[one] for one in features]))
            if abs(error) < _SMALL:
                continue
            step = error * scale
            square = step * step
            step *= _RATE
            for one in features:
                squares[one] += square
                weights[one] += step / sqrt(squares[one])
            bias_squares += error * error
            bias += _RATE * error / sqrt(bias_squares)
    return Logistic(array("f", weights), bias)


def _thinned(rows: Sequence[Row], order: random.Random) -> list[Row]:
    """The rows with no more of those without the label than help."""
    with_label = [row for row in rows if row[1]]
    without = [row for row in rows if not row[1]]
    most = max(_FEWEST_NEGATIVES, _NEGATIVES * len(with_label))
    return with_label + (order.sample(without, most) if len(without) > most else without)


def _sigmoid(score: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))
