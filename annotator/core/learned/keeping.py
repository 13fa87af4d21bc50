"""What was learned as bytes: MessagePack, deflated; read back only when it is whole and of this version."""

import sys
import zlib
from array import array
from typing import Any

import msgpack

from annotator.core.learned.calibration import Calibration
from annotator.core.learned.features import SIZE
from annotator.core.learned.judging import Judgement, Score
from annotator.core.learned.logistic import Logistic
from annotator.core.learned.training import Learned, Model

_VERSION = 1
_MOST_BYTES = 200 * 4 * SIZE  # some 60 labels in three languages


def pack(learned: Learned, made_from: str) -> bytes:
    """The bytes to keep; `made_from` names the decisions that it was learned from."""
    models = [
        [
            label,
            language,
            _weights(model.learner),
            model.learner.bias,
            *model.calibration,
            model.threshold,
            model.judgement,
        ]
        for (label, language), model in learned.models.items()
    ]
    content = {"version": _VERSION, "made_from": made_from, "languages": learned.languages, "models": models}
    return zlib.compress(msgpack.packb(content), 6)


def unpack(content: bytes) -> tuple[Learned, str] | None:
    """What was kept and what it was made from; None when it is damaged, or of another version of the program."""
    try:
        plain = zlib.decompressobj().decompress(content, _MOST_BYTES)
        told = msgpack.unpackb(plain)
        if told["version"] != _VERSION:
            return None
        models = {(str(row[0]), str(row[1])): _model(row) for row in told["models"]}
        languages = {str(language): int(number) for language, number in told["languages"].items()}
        return Learned(models, languages), str(told["made_from"])
    except (zlib.error, ValueError, TypeError, KeyError, IndexError, AttributeError, msgpack.UnpackException):
        return None


def _weights(learner: Logistic) -> bytes:
    weights = array("f", learner.weights)
    if sys.byteorder == "big":
        weights.byteswap()
    return weights.tobytes()


def _model(row: list[Any]) -> Model:
    _, _, packed, bias, slope, offset, threshold, judgement = row
    weights = array("f")
    weights.frombytes(packed)
    if len(weights) != SIZE:
        raise ValueError
    if sys.byteorder == "big":
        weights.byteswap()
    label, language, articles, sentences, learned, cues = judgement
    told = Judgement(str(label), str(language), int(articles), int(sentences), _score(learned), _score(cues))
    return Model(Logistic(weights, float(bias)), Calibration(float(slope), float(offset)), float(threshold), told)


def _score(row: list[Any]) -> Score:
    right, proposed, wanted = map(int, row)
    return Score(right, proposed, wanted)
